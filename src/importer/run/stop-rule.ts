import { describeExpectation } from "../input/rows/row-problem.js";
import { type Phrase, phrase } from "../messages/phrase.js";
import { describeErrorCode } from "./describe-failure.js";
import type { Outcome } from "./outcome.js";
import type { RunStatus } from "./report/report.js";

/** When rejections stop a run: above a number, or above a percentage of the rows completed. */
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

/** How many rows have an outcome, and how many of them were rejected. */
interface Counts {
  readonly completed: number;
  readonly rejected: number;
}

const NONE: Counts = { completed: 0, rejected: 0 };

/**
 * Decides when a run has seen enough failures to stop.
 *
 * A row that is not sent has its outcome as soon as it is read, ahead of the rows in flight. So streaks are counted
 * separately for rows that are sent and rows that are not, and a percentage counts a row that is not sent only once as
 * many responses have arrived as rows were sent before it: the invalid rows of the input come early, and its valid ones
 * would seem too few.
 */
export class StopRule {
  readonly #max: MaxRejects;
  #unsent = NONE;
  #sent = NONE;
  /** For each row in flight, in the order of the input, the rows before it that were not sent. */
  readonly #unsentBefore: Counts[] = [];
  readonly #unsentStreak = new Streak();
  readonly #sentStreak = new Streak();
  /** Rises with each row that is known to be created: failures before and after it are not in a row. */
  #segment = 0;

  constructor(max: MaxRejects) {
    this.#max = max;
  }

  /** Counts an invalid row. Returns how to stop, or undefined to continue. */
  countInvalid(failure: Failure): Stop | undefined {
    this.#unsent = add(this.#unsent, failure);
    return this.#judge(failure, this.#unsentStreak);
  }

  /** Counts a row that is known to be created. */
  countSkipped(): void {
    this.#unsent = add(this.#unsent);
    this.#segment++;
    this.#unsentStreak.end();
  }

  /** Counts a row as in flight. Returns the segment of rows that it belongs to. */
  countSent(): number {
    this.#unsentBefore.push(this.#unsent);
    this.#unsentStreak.end();
    return this.#segment;
  }

  /** Counts the outcome of a row that was sent. Returns how to stop, or undefined to continue. */
  countCompleted(outcome: Outcome, segment: number): Stop | undefined {
    this.#unsentBefore.shift();
    switch (outcome.kind) {
      case "created":
      case "updated":
        this.#sent = add(this.#sent);
        this.#sentStreak.end();
        return undefined;
      case "rejected":
      case "unknown":
        this.#sent = add(this.#sent, outcome);
        return this.#judge(outcome, this.#sentStreak, segment);
      default:
        return undefined;
    }
  }

  #judge(failure: Failure, streak: Streak, segment = 0): Stop | undefined {
    // If Feishu does not respond, what was created before says nothing about it.
    const scope = failure.kind === "rejected" ? segment : "";
    if (streak.add(`${scope} ${describeKind(failure)}`) >= MAX_IDENTICAL_FAILURES) {
      const reason = phrase("failedAlike", { count: MAX_IDENTICAL_FAILURES, reason: getReason(failure) });
      // If nothing was rejected, it is Feishu or the connection that fails.
      return { status: failure.kind === "rejected" ? "tooManyRejections" : "failed", reason };
    }
    const reason = "count" in this.#max ? this.#judgeCount(this.#max) : this.#judgeShare(this.#max);
    return reason && { status: "tooManyRejections", reason };
  }

  #judgeCount({ count }: { readonly count: number }): Phrase | undefined {
    return this.#sent.rejected + this.#unsent.rejected > count
      ? phrase("tooManyRejected", { count })
      : undefined;
  }

  #judgeShare({ percent }: { readonly percent: number }): Phrase | undefined {
    const [unsent = this.#unsent] = this.#unsentBefore;
    const completed = this.#sent.completed + unsent.completed;
    const rejected = this.#sent.rejected + unsent.rejected;
    if (completed < MIN_JUDGED_ROWS || (100 * rejected) / completed <= percent) return undefined;
    return phrase("tooHighShare", { rejected, completed, percent });
  }
}

function add({ completed, rejected }: Counts, failure?: Failure): Counts {
  return { completed: completed + 1, rejected: failure?.kind === "rejected" ? rejected + 1 : rejected };
}

/** Counts how many failures of one kind have come in a row. */
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

/** Returns the reason without what it may repeat of the interview: the report prints it. */
function getReason(outcome: Failure): Phrase {
  if (outcome.kind === "unknown") return outcome.reason;
  const { code, reason, problems } = outcome.rejection;
  if (code !== undefined) return describeErrorCode(code);
  return problems?.[0] ? describeExpectation(problems[0]) : reason;
}

/** Describes what identical failures have in common: not the numbers in their texts, which are lines and lengths. */
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
