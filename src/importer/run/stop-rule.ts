import { withoutActual } from "../input/rows/row-problem.js";
import type { Outcome } from "./outcome.js";
import type { RunStatus } from "./report.js";

/** Too many rejections: so many, or such a share of what was tried. */
export type MaxRejects = { readonly count: number } | { readonly percent: number };

type Failure = Extract<Outcome, { kind: "rejected" | "unknown" }>;

/** A share is judged only after so many. */
const JUDGED_AFTER = 100;
/** So many failures of one kind in a row mean that something is wrong with all of them. */
const IDENTICAL_IN_A_ROW = 20;

/** How a run ends for what it has seen. */
export interface Stop {
  readonly status: Extract<RunStatus, "tooManyRejections" | "failed">;
  readonly reason: string;
}

/**
 * Says when a run has seen enough failures to stop.
 *
 * Rows that are refused before they are sent are judged when they are read, those that are sent when their answer
 * comes. So what is in a row is told of each kind for itself, by where the rows stand in the input; and the share is
 * one of all rows that were taken up, those without an answer yet among them.
 */
export class StopRule {
  readonly #max: MaxRejects;
  #tried = 0;
  #rejected = 0;
  readonly #refusals = new Streak();
  readonly #answers = new Streak();
  /** Rises with each row that is known to be created: answers before it and after it are not in a row. */
  #stretch = 0;

  constructor(max: MaxRejects) {
    this.#max = max;
  }

  /** How to stop after a row that is not sent, undefined to go on. */
  refused(failure: Failure): Stop | undefined {
    this.#tried++;
    return this.#failed(failure, this.#refusals);
  }

  /** A row that was created before. */
  skipped(): void {
    this.#tried++;
    this.#stretch++;
    this.#refusals.end();
  }

  /** A row that is sent. @returns the stretch of rows that it stands in */
  sent(): number {
    this.#tried++;
    this.#refusals.end();
    return this.#stretch;
  }

  /** How to stop after what a row that was sent has come to, undefined to go on. */
  answered(outcome: Outcome, stretch: number): Stop | undefined {
    switch (outcome.kind) {
      case "created":
        this.#answers.end();
        return undefined;
      case "rejected":
      case "unknown":
        return this.#failed(outcome, this.#answers, stretch);
      default:
        return undefined;
    }
  }

  #failed(failure: Failure, streak: Streak, stretch = 0): Stop | undefined {
    if (failure.kind === "rejected") this.#rejected++;
    // Where Feishu answers nothing, what was created before says nothing of it.
    const where = failure.kind === "rejected" ? stretch : "";
    if (streak.add(`${where} ${kindOfFailure(failure)}`) >= IDENTICAL_IN_A_ROW) {
      const reason = `${IDENTICAL_IN_A_ROW} interviews in a row failed alike, the last of them: ${reasonOf(failure)}`;
      // Where nothing was refused, it is Feishu or the way to it that fails.
      return { status: failure.kind === "rejected" ? "tooManyRejections" : "failed", reason };
    }
    const reason = this.#tooMany();
    return reason === undefined ? undefined : { status: "tooManyRejections", reason };
  }

  #tooMany(): string | undefined {
    if ("count" in this.#max) {
      return this.#rejected > this.#max.count
        ? `more than ${this.#max.count} interviews were rejected`
        : undefined;
    }
    const share = (100 * this.#rejected) / this.#tried;
    if (this.#tried < JUDGED_AFTER || share <= this.#max.percent) return undefined;
    return `${this.#rejected} of ${this.#tried} interviews were rejected, more than ${this.#max.percent}%`;
  }
}

/** How many of one kind have come one after the other. */
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

/** The reason without what it may repeat of the interview: a report tells it aloud. */
function reasonOf(outcome: Failure): string {
  if (outcome.kind === "unknown") return outcome.reason;
  const { code, reason } = outcome.rejection;
  return code === undefined ? withoutActual(reason) : `Feishu refused it with ${code}`;
}

/** What two failures have in common; the lines and lengths in their words do not count. */
function kindOfFailure(outcome: Failure): string {
  if (outcome.kind === "unknown") return withoutNumbers(outcome.reason);
  const { code, field, reason } = outcome.rejection;
  return [code ?? withoutNumbers(withoutActual(reason)), field]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
}

function withoutNumbers(reason: string): string {
  return reason
    .replace(/\(log id [^)]*\)/, "")
    .replaceAll(/\d+/g, "N")
    .trim();
}
