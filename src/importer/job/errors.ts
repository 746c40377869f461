import type { Phrase } from "../messages/phrase.js";

/** A job cannot start or continue, because of its directory, journal or lock. What has been written stays as it is. */
export class JobError extends Error {
  static {
    JobError.prototype.name = "JobError";
  }

  /** The message as data, for its text in another language: `error.phrase.format("zh")`. */
  readonly phrase: Phrase;

  constructor(phrase: Phrase) {
    super(phrase.format("en"));
    // Not listed beside the message when the error is printed.
    this.phrase = phrase;
    Object.defineProperty(this, "phrase", { enumerable: false });
  }
}

/** Whether an error comes from the operating system: a file, a directory, a full disk. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
