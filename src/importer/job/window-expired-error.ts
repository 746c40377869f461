/** An interview that an earlier run may have created can no longer be sent again safely. */
export class WindowExpiredError extends Error {
  static {
    WindowExpiredError.prototype.name = "WindowExpiredError";
  }

  constructor() {
    super("it may have been created before, too long ago to send it again safely");
  }
}
