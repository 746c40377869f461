import type { InterviewRow, RowProblem } from "../input/rows/interview-row.js";
import { describeProblem } from "../input/rows/row-problem.js";
import { type Phrase, phrase } from "../messages/phrase.js";
import type { OutcomeKind } from "./outcome.js";

/** How a run ended. */
export type RunStatus = "finished" | "tooManyRejections" | "failed" | "interrupted";

/** A run's account: read = created + updated + rejected + unknown + skipped + notAttempted, always. */
export interface Report extends Readonly<Record<OutcomeKind, number>> {
  readonly status: RunStatus;
  /** Why the run ended before its input did. */
  readonly reason?: Phrase;
  /** What the same command lacks: arguments without which the next run would stop at the same row. */
  readonly missingArguments?: readonly string[];
  readonly read: number;
  /** Created in all runs of the job. */
  readonly createdTotal: number;
  /** Unknown since earlier runs: this run's input lacks them, or the run ended before them. */
  readonly unknownFromEarlierRuns: number;
  readonly warnings: readonly Phrase[];
  readonly startedAt: string;
  readonly finishedAt: string;
}

/** The account does not add up: a bug. */
export class AccountingError extends Error {
  static {
    AccountingError.prototype.name = "AccountingError";
  }
}

/** Counts rows and outcomes. */
export class Tally {
  read = 0;
  /** Rows that look wrong, but can be sent. */
  #withWarnings = 0;
  #firstWarning: RowProblem | undefined;
  #postponed = 0;
  #postponedUntilMs = 0;
  readonly outcomes: Record<OutcomeKind, number> = {
    created: 0,
    updated: 0,
    rejected: 0,
    unknown: 0,
    skipped: 0,
    notAttempted: 0,
  };

  countRow({ warnings: [first] }: InterviewRow): void {
    this.read++;
    if (first && this.#withWarnings++ === 0) this.#firstWarning = first;
  }

  /** @param untilMs when the row can be sent */
  countPostponed(untilMs: number): void {
    this.#postponed++;
    this.#postponedUntilMs = Math.max(this.#postponedUntilMs, untilMs);
  }

  get warnings(): Phrase[] {
    const warnings: Phrase[] = [];
    if (this.#firstWarning) {
      const first = describeProblem(this.#firstWarning);
      warnings.push(phrase("rowsWithWarnings", { count: this.#withWarnings, first }));
    }
    if (this.#postponed > 0) {
      const time = new Date(this.#postponedUntilMs).toISOString();
      warnings.push(phrase("rowsPostponed", { count: this.#postponed, time }));
    }
    return warnings;
  }

  /** @throws AccountingError if an interview that was read has no outcome, or more than one */
  check(): void {
    const sum = Object.values(this.outcomes).reduce((total, count) => total + count, 0);
    if (sum !== this.read)
      throw new AccountingError(`${this.read} interviews were read, but ${sum} have an outcome.`);
  }
}
