import type { Outcome } from "../../importer/index.js";
import type { InputProgress } from "../input-file.js";
import type { Formattable } from "../language/translate.js";
import { RunProgress } from "./run-progress.js";

/** Writes one JSON event per line, for a program to read. */
export class JsonEvents extends RunProgress {
  readonly #write: (text: string) => unknown;

  constructor(write: (text: string) => unknown, read: () => InputProgress) {
    super(read);
    this.#write = write;
  }

  override outcome(outcome: Outcome): void {
    super.outcome(outcome);
    this.event("outcome", outcome);
  }

  override waiting(reason: string, waitMs: number): void {
    super.waiting(reason, waitMs);
    this.event("waiting", { reason, waitMs });
  }

  override warning(warning: Formattable): void {
    this.event("warning", { message: warning.format("en") });
  }

  event(event: string, fields: object): void {
    this.#write(`${JSON.stringify({ event, ...fields })}\n`);
  }
}
