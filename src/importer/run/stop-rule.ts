import { describeExpectation } from "../input/rows/row-problem.js";
import { type Phrase, phrase } from "../messages/phrase.js";
import { describeErrorCode } from "./describe-failure.js";
import type { Outcome } from "./outcome.js";
import type { RunStatus } from "./report/report.js";

/** When to stop: after a number of rejections, or a percentage of the rows attempted. */
export type MaxRejects = { readonly count: number } | { readonly percent: number };

type Failure = Extract<Outcome, { kind: "rejected" | "unknown" }>;

/** A percentage is judged only after this many rows. */
const MIN_JUDGED_ROWS = 100;
/** This many failures of one kind in a row mean that something is wrong with all rows. */
const MAX_IDENTICAL_FAILURES = 20;

/** How a run ends, and why. */
export interface Stop {
  readonly status: Extract<RunStatus, "tooManyRejections" | "failed">;
  readonly reason: Phrase;
}

/**
 * Decides when a run has seen enough failures to stop.
 *
 * Invalid rows are judged when they are read, sent rows when their response arrives. So streaks are counted separately
 * for the two, in the order of the input; and the percentage is one of all rows attempted, including those that wait
 * for a response.
 */
export class StopRule {
  readonly #max: MaxRejects;
  #attempted = 0;
  #rejected = 0;
  readonly #unsentStreak = new Streak();
  readonly #sentStreak = new Streak();
  /** Rises with each row that is known to be created: failures before and after it are not in a row. */
  #segment = 0;

  constructor(max: MaxRejects) {
    this.#max = max;
  }

  /** Takes a row that was rejected without being sent. Returns how to stop, or undefined to continue. */
  rejectedUnsent(failure: Failure): Stop | undefined {
    this.#attempted++;
    return this.#countFailure(failure, this.#unsentStreak);
  }

  /** Takes a row that was created before. */
  skipped(): void {
    this.#attempted++;
    this.#segment++;
    this.#unsentStreak.end();
  }

  /** Takes a row that is sent. Returns the segment of rows that it belongs to. */
  sent(): number {
    this.#attempted++;
    this.#unsentStreak.end();
    return this.#segment;
  }

  /** Takes the outcome of a row that was sent. Returns how to stop, or undefined to continue. */
  completed(outcome: Outcome, segment: number): Stop | undefined {
    switch (outcome.kind) {
      case "created":
      case "updated":
        this.#sentStreak.end();
        return undefined;
      case "rejected":
      case "unknown":
        return this.#countFailure(outcome, this.#sentStreak, segment);
      default:
        return undefined;
    }
  }

  #countFailure(failure: Failure, streak: Streak, segment = 0): Stop | undefined {
    if (failure.kind === "rejected") this.#rejected++;
    // If Feishu does not respond, what was created before says nothing about it.
    const scope = failure.kind === "rejected" ? segment : "";
    if (streak.add(`${scope} ${describeKind(failure)}`) >= MAX_IDENTICAL_FAILURES) {
      const reason = phrase("failedAlike", { count: MAX_IDENTICAL_FAILURES, reason: getReason(failure) });
      // If nothing was rejected, it is Feishu or the connection that fails.
      return { status: failure.kind === "rejected" ? "tooManyRejections" : "failed", reason };
    }
    const reason = this.#describeExcess();
    return reason === undefined ? undefined : { status: "tooManyRejections", reason };
  }

  #describeExcess(): Phrase | undefined {
    if ("count" in this.#max) {
      return this.#rejected > this.#max.count
        ? phrase("tooManyRejected", { count: this.#max.count })
        : undefined;
    }
    const percent = (100 * this.#rejected) / this.#attempted;
    if (this.#attempted < MIN_JUDGED_ROWS || percent <= this.#max.percent) return undefined;
    return phrase("tooHighShare", {
      rejected: this.#rejected,
      attempted: this.#attempted,
      percent: this.#max.percent,
    });
  }
}

/** Counts how many of one kind have come in a row. */
class Streak {
  #kind: string | undefined;
  #length = 0;

  add(kind: string): number {
    this.#length = kind === this.#kind ? this.#length + 1 : 1;
    this.#kind = kind;
    return this.#length;
  }

  end(): void {
    this.#kind = undefined;
  }
}

/** The reason without what it may repeat of the interview: the report prints it. */
function getReason(outcome: Failure): Phrase {
  if (outcome.kind === "unknown") return outcome.reason;
  const { code, reason, problems } = outcome.rejection;
  if (code !== undefined) return describeErrorCode(code);
  return problems?.[0] ? describeExpectation(problems[0]) : reason;
}

/** What two failures have in common; lines and lengths in their words do not count. */
function describeKind(outcome: Failure): string {
  if (outcome.kind === "unknown") return maskNumbers(String(outcome.reason));
  const { code, field, reason, problems } = outcome.rejection;
  const rule = problems?.[0]?.expected ?? reason;
  return [code ?? maskNumbers(String(rule)), field]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
}

function maskNumbers(reason: string): string {
  return reason
    .replace(/\(log id [^)]*\)/, "")
    .replaceAll(/\d+/g, "N")
    .trim();
}
