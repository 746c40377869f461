/** An interview that an earlier run may have created can no longer be sent again safely. */
export class TooLateError extends Error {
  static {
    TooLateError.prototype.name = "TooLateError";
  }

  constructor() {
    super("it may have been created before, too long ago to send it again safely");
  }
}
