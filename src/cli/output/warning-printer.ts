import { describeProblem, type InterviewRow, type Phrase } from "../../importer/index.js";
import { compose, type Formattable } from "../language/translate.js";
import { importMessages } from "../messages/commands/import.js";

/** Print at most this many row warnings: one damaged column can cause one per row. */
const MAX_PRINTED_WARNINGS = 5;

/** Prints warnings about the input as a whole, and the first ones about its rows, while they are read. */
export class WarningPrinter {
  readonly #print: (warning: Formattable) => void;
  #left = MAX_PRINTED_WARNINGS;
  /** The printed warnings about the input as a whole. */
  readonly printed: Set<Phrase> = new Set();

  constructor(print: (warning: Formattable) => void) {
    this.#print = print;
  }

  take({ warnings }: InterviewRow, aboutInput: readonly Phrase[]): void {
    for (const warning of aboutInput) {
      if (this.printed.has(warning)) continue;
      this.printed.add(warning);
      this.#print(warning);
    }
    for (const warning of warnings) {
      if (this.#left > 0) this.#print(describeProblem(warning));
      if (this.#left === 0) this.#print(compose(importMessages.moreWarnings));
      this.#left--;
    }
  }
}
