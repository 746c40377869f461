import type { InterviewRow } from "../importer/index.js";
import { translate } from "./language/translate.js";
import { importMessages } from "./messages/import.js";

/** Print at most this many row warnings: one damaged column can cause one per row. */
const MAX_PRINTED_WARNINGS = 5;

/** Prints warnings about the input as a whole, and the first ones about its rows, while they are read. */
export class WarningPrinter {
  readonly #print: (message: string) => void;
  #left = MAX_PRINTED_WARNINGS;
  /** The printed warnings about the input as a whole. */
  readonly printed: Set<string> = new Set();

  constructor(print: (message: string) => void) {
    this.#print = print;
  }

  take({ warnings }: InterviewRow, aboutInput: readonly string[]): void {
    for (const message of aboutInput) {
      if (this.printed.has(message)) continue;
      this.printed.add(message);
      this.#print(message);
    }
    for (const { message } of warnings) {
      if (this.#left > 0) this.#print(message);
      if (this.#left === 0) this.#print(translate(importMessages.moreWarnings));
      this.#left--;
    }
  }
}
