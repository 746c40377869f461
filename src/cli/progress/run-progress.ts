import type { Outcome, OutcomeKind } from "../../importer/index.js";
import type { InputProgress } from "../input-file.js";
import type { Formattable } from "../language/translate.js";
import { printLine } from "../output/print.js";

/** How far a run is. It holds no more of an interview than its outcome. */
export interface ProgressSnapshot {
  /** When it was so, in milliseconds since 1970. */
  readonly atMs: number;
  /** Interviews whose outcome is known, those skipped included. */
  readonly done: number;
  /** Interviews in the input; an estimate until all of it has been read, and 0 while there is none. */
  readonly total: number;
  readonly isTotalExact: boolean;
  readonly created: number;
  readonly rejected: number;
  readonly unknown: number;
  readonly skipped: number;
  /** Interviews created a second, over the last ten seconds. */
  readonly perSecond: number;
  /** The wait that the run is in: the name of an error's class, and how long it still takes. */
  readonly wait?: { readonly reason: string; readonly leftMs: number };
}

/** The rate is the average over this long. */
const RATE_WINDOW_MS = 10_000;

/** Counts a run's outcomes while it is in progress, and shows nothing. */
export class RunProgress {
  protected readonly now: () => number;
  readonly #read: () => InputProgress;
  readonly #startedAtMs: number;
  readonly #counts: Partial<Record<OutcomeKind, number>> = {};
  /** When each of the last created interviews was created. */
  #recent: number[] = [];
  #wait: { reason: string; untilMs: number } | undefined;

  /** @param read how much of the input has been read */
  constructor(read: () => InputProgress, now: () => number = Date.now) {
    this.#read = read;
    this.now = now;
    this.#startedAtMs = now();
  }

  countOutcome(outcome: Outcome): void {
    const { kind } = outcome;
    this.#counts[kind] = (this.#counts[kind] ?? 0) + 1;
    if (kind === "created" && !outcome.isFound) this.#recent.push(this.now());
  }

  /**
   * The client waits before it sends a request again.
   *
   * @param reason the name of an error's class
   */
  startWait(reason: string, waitMs: number): void {
    this.#wait = { reason, untilMs: this.now() + waitMs };
  }

  warn(_warning: Formattable): void {}

  /** Prints a line of its own to stderr. */
  print(text: string): void {
    printLine(text);
  }

  end(): void {}

  takeSnapshot(): ProgressSnapshot {
    const atMs = this.now();
    const { created = 0, rejected = 0, unknown = 0, skipped = 0 } = this.#counts;
    const done = Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
    const { rows, share } = this.#read();
    const total = rows === 0 || share === undefined ? 0 : Math.max(done, Math.round(rows / share));
    this.#recent = this.#recent.filter((createdAtMs) => createdAtMs > atMs - RATE_WINDOW_MS);
    const overMs = Math.max(1000, Math.min(RATE_WINDOW_MS, atMs - this.#startedAtMs));
    const leftMs = (this.#wait?.untilMs ?? 0) - atMs;
    return {
      atMs,
      done,
      total,
      isTotalExact: share === 1,
      created,
      rejected,
      unknown,
      skipped,
      perSecond: (1000 * this.#recent.length) / overMs,
      ...(this.#wait && leftMs > 0 && { wait: { reason: this.#wait.reason, leftMs } }),
    };
  }
}
