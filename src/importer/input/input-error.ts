import type { Phrase } from "../messages/phrase.js";

/** The input cannot be read any further: not the fault of one row, but of the file. */
export class InputError extends Error {
  static {
    InputError.prototype.name = "InputError";
  }

  /** What is wrong, for a text in another language: `error.phrase.format("zh")`. */
  readonly phrase: Phrase;

  constructor(phrase: Phrase) {
    super(phrase.format("en"));
    // Not listed beside the message when the error is printed.
    this.phrase = phrase;
    Object.defineProperty(this, "phrase", { enumerable: false });
  }
}
