import { type Phrase, phrase } from "../messages/phrase.js";

/** The input cannot be read any further: not the fault of one row, but of the file. */
export class InputError extends Error {
  static {
    InputError.prototype.name = "InputError";
  }

  /** What is wrong, for a text in another language: `error.phrase.format("zh")`. */
  readonly phrase: Phrase;
  /** The same by its parts: several only if a person can fix them in one go. */
  readonly phrases: readonly Phrase[];

  constructor(first: Phrase, ...others: readonly Phrase[]) {
    const phrases = [first, ...others];
    const whole = phrases.reduceRight((rest, one) => phrase("problems", { first: one, rest }));
    super(whole.format("en"));
    // Not listed beside the message when the error is printed.
    this.phrase = whole;
    this.phrases = phrases;
    for (const name of ["phrase", "phrases"]) Object.defineProperty(this, name, { enumerable: false });
  }
}
