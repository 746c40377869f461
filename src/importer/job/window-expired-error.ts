import { phrase } from "../messages/phrase.js";

/** An interview that an earlier run may have created can no longer be sent again safely. */
export class WindowExpiredError extends Error {
  static {
    WindowExpiredError.prototype.name = "WindowExpiredError";
  }

  constructor() {
    super(phrase("windowExpired").format("en"));
  }
}
