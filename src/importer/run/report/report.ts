import type { InterviewRow, RowProblem } from "../../input/rows/interview-row.js";
import { describeProblem } from "../../input/rows/row-problem.js";
import type { Postponement } from "../../job/decide-row.js";
import { type Phrase, phrase } from "../../messages/phrase.js";
import type { Outcome, OutcomeKind } from "../outcome.js";
import { type RejectionGroup, RejectionGroups } from "./rejection-groups.js";
import { type Timeline, TimelineCounter } from "./timeline.js";

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
  /** Those of the created ones that were found in Feishu: an earlier run had created them, without knowing so. */
  readonly found: number;
  /** Created in all runs of the job. */
  readonly createdTotal: number;
  /** Unknown since earlier runs: this run's input lacks them, or the run ended before them. */
  readonly unknownFromEarlierRuns: number;
  readonly warnings: readonly Phrase[];
  /** Why interviews were rejected in this run, the most frequent reason first. */
  readonly rejections: readonly RejectionGroup[];
  /** How many were created in each minute, or longer period. */
  readonly createdOverTime: Timeline;
  /** How long calls waited before they were sent again, by the name of the error's class. */
  readonly waits: Readonly<Record<string, { readonly count: number; readonly ms: number }>>;
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
  #found = 0;
  /** Rows that look wrong, but can be sent. */
  #withWarnings = 0;
  #firstWarning: RowProblem | undefined;
  readonly #rejections = new RejectionGroups();
  readonly #created: TimelineCounter;
  readonly #waits: Record<string, { count: number; ms: number }> = {};
  /** Rows that can be sent later, by the other job that has undone them; undefined for this job. */
  readonly #postponed = new Map<string | undefined, { count: number; lastMs: number }>();
  readonly outcomes: Record<OutcomeKind, number> = {
    created: 0,
    updated: 0,
    rejected: 0,
    unknown: 0,
    skipped: 0,
    notAttempted: 0,
  };

  /** By key, why interviews of this run are unknown. */
  readonly unknownReasons: Map<string, Phrase> = new Map();

  constructor(startedAtMs: number) {
    this.#created = new TimelineCounter(startedAtMs);
  }

  countOutcome(outcome: Outcome, nowMs: number): void {
    this.outcomes[outcome.kind]++;
    if (outcome.kind === "created") {
      if (outcome.isFound) this.#found++;
      else this.#created.count(nowMs);
    }
    if (outcome.kind === "rejected") this.#rejections.add(outcome.rejection, outcome.line, outcome.key);
    if (outcome.kind === "unknown" && outcome.key !== undefined)
      this.unknownReasons.set(outcome.key, outcome.reason);
  }

  /** @param reason the name of an error's class */
  countWait(reason: string, ms: number): void {
    this.#waits[reason] ??= { count: 0, ms: 0 };
    const wait = this.#waits[reason];
    wait.count++;
    wait.ms += Math.round(ms);
  }

  /** What a report says beyond the numbers. */
  get details(): Pick<Report, "found" | "rejections" | "createdOverTime" | "waits"> {
    const [rejections, createdOverTime] = [this.#rejections.list(), this.#created.timeline];
    return { found: this.#found, rejections, createdOverTime, waits: this.#waits };
  }

  countRow({ warnings: [first] }: InterviewRow): void {
    this.read++;
    if (first && this.#withWarnings++ === 0) this.#firstWarning = first;
  }

  countPostponed({ undoneBy, untilMs }: Postponement): void {
    const { count, lastMs } = this.#postponed.get(undoneBy) ?? { count: 0, lastMs: 0 };
    this.#postponed.set(undoneBy, { count: count + 1, lastMs: Math.max(lastMs, untilMs) });
  }

  get warnings(): Phrase[] {
    const warnings: Phrase[] = [];
    if (this.#firstWarning) {
      const first = describeProblem(this.#firstWarning);
      warnings.push(phrase("rowsWithWarnings", { count: this.#withWarnings, first }));
    }
    for (const [job, { count, lastMs }] of this.#postponed) {
      const time = new Date(lastMs);
      warnings.push(
        job === undefined
          ? phrase("rowsPostponed", { count, time })
          : phrase("rowsUndoneInOtherJob", { count, job, time }),
      );
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
