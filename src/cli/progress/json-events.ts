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

  override countOutcome(outcome: Outcome): void {
    super.countOutcome(outcome);
    this.writeEvent("outcome", outcome);
  }

  override startWait(reason: string, waitMs: number): void {
    super.startWait(reason, waitMs);
    this.writeEvent("waiting", { reason, waitMs });
  }

  override warn(warning: Formattable): void {
    this.writeEvent("warning", { message: warning.format("en") });
  }

  writeEvent(event: string, fields: object): void {
    this.#write(`${JSON.stringify({ event, ...fields })}\n`);
  }
}
