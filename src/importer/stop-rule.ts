import { withoutReceived } from "./input/row-problem.js";
import type { Outcome } from "./outcome.js";
import type { RunEnd } from "./report.js";

/** Too many rejections: so many, or such a share of what was tried. */
export type MaxRejects = { readonly count: number } | { readonly percent: number };

type Failure = Extract<Outcome, { kind: "rejected" | "unknown" }>;

/** A share is judged only after so many. */
const JUDGED_AFTER = 100;
/** So many failures of one kind in a row mean that something is wrong with all of them. */
const IDENTICAL_IN_A_ROW = 20;

/** How a run ends for what it has seen. */
export interface Stop {
  readonly end: Extract<RunEnd, "tooManyRejections" | "cannotGoOn">;
  readonly reason: string;
}

/** Says when a run has seen enough failures to stop. */
export class StopRule {
  readonly #max: MaxRejects;
  #tried = 0;
  #rejected = 0;
  #last: string | undefined;
  #inARow = 0;

  constructor(max: MaxRejects) {
    this.#max = max;
  }

  /** How to stop after this outcome; undefined to go on. */
  after(outcome: Outcome): Stop | undefined {
    if (outcome.kind === "skipped" || outcome.kind === "notAttempted") return undefined;
    this.#tried++;
    if (outcome.kind === "created") {
      this.#last = undefined;
      return undefined;
    }
    if (outcome.kind === "rejected") this.#rejected++;
    const kind = kindOfFailure(outcome);
    this.#inARow = kind === this.#last ? this.#inARow + 1 : 1;
    this.#last = kind;
    if (this.#inARow >= IDENTICAL_IN_A_ROW) {
      const reason = `${IDENTICAL_IN_A_ROW} interviews in a row failed alike, the last of them: ${reasonOf(outcome)}`;
      // Where nothing was refused, it is Feishu or the way to it that fails.
      return { end: outcome.kind === "rejected" ? "tooManyRejections" : "cannotGoOn", reason };
    }
    const reason = this.#tooMany();
    return reason === undefined ? undefined : { end: "tooManyRejections", reason };
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

/** The reason without what it may repeat of the interview: a report tells it aloud. */
function reasonOf(outcome: Failure): string {
  if (outcome.kind === "unknown") return outcome.reason;
  const { code, reason } = outcome.rejection;
  return code === undefined ? withoutReceived(reason) : `Feishu refused it with ${code}`;
}

/** What two failures have in common; the lines and lengths in their words do not count. */
function kindOfFailure(outcome: Failure): string {
  if (outcome.kind === "unknown") return withoutNumbers(outcome.reason);
  const { code, field, reason } = outcome.rejection;
  return [code ?? withoutNumbers(withoutReceived(reason)), field]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
}

function withoutNumbers(reason: string): string {
  return reason
    .replace(/\(log id [^)]*\)/, "")
    .replaceAll(/\d+/g, "N")
    .trim();
}
