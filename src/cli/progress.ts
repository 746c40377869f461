import type { Outcome, OutcomeKind } from "../importer/index.js";
import type { InputShare } from "./input-file.js";

/** What a run looks like while it goes on. */
export interface Progress {
  outcome(outcome: Outcome): void;
  /** Why it waits, for so long. */
  waiting(reason: string, ms: number): void;
  warning(message: string): void;
  end(): void;
}

interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const TERMINAL_EVERY_MS = 200;
const LINE_EVERY_MS = 10_000;
const CLEAR_LINE = "\r\x1b[K";
const BAR_WIDTH = 20;
const NARROWEST_BAR = 5;
/** The rate is that of the last so many milliseconds. */
const RATE_OVER_MS = 10_000;

/**
 * Shows the run on stderr: on a terminal one line in place, otherwise a plain line every 10 s. Nothing of an
 * interview but its outcome.
 *
 * @param read how much of the input has been read
 */
export class ProgressLine implements Progress {
  readonly #screen: Screen;
  readonly #read: () => InputShare;
  readonly #now: () => number;
  readonly #startedAtMs: number;
  readonly #timer: NodeJS.Timeout;
  readonly #counts: Record<OutcomeKind, number> = {
    created: 0,
    rejected: 0,
    unknown: 0,
    skipped: 0,
    notAttempted: 0,
  };
  /** When each of the last created interviews was created. */
  #recent: number[] = [];
  #waiting: { reason: string; untilMs: number } | undefined;

  constructor(screen: Screen, read: () => InputShare, now: () => number = Date.now) {
    this.#screen = screen;
    this.#read = read;
    this.#now = now;
    this.#startedAtMs = now();
    this.#timer = setInterval(() => this.#show(), screen.isTTY ? TERMINAL_EVERY_MS : LINE_EVERY_MS);
    this.#timer.unref();
  }

  outcome({ kind }: Outcome): void {
    this.#counts[kind]++;
    if (kind === "created") this.#recent.push(this.#now());
  }

  waiting(reason: string, ms: number): void {
    this.#waiting = { reason, untilMs: this.#now() + ms };
  }

  warning(message: string): void {
    this.#clear();
    this.#screen.write(`warning: ${message}\n`);
  }

  end(): void {
    clearInterval(this.#timer);
    this.#clear();
  }

  #clear(): void {
    if (this.#screen.isTTY) this.#screen.write(CLEAR_LINE);
  }

  #show(): void {
    const line = this.line();
    if (!this.#screen.isTTY) this.#screen.write(`${line}\n`);
    else this.#screen.write(`${CLEAR_LINE}${line.slice(0, this.#width)}`);
  }

  get #width(): number {
    return (this.#screen.columns ?? 80) - 1;
  }

  /** The bar, as long as the words leave room for one. */
  #bar(share: number, words: string): string[] {
    const width = Math.min(BAR_WIDTH, this.#width - words.length - "[]  ".length);
    if (!this.#screen.isTTY || width < NARROWEST_BAR) return [];
    const filled = Math.round(share * width);
    return [`[${"#".repeat(filled)}${"-".repeat(width - filled)}]`];
  }

  /** The line as it is now. */
  line(): string {
    const now = this.#now();
    const { created, rejected, unknown } = this.#counts;
    const done = Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
    const { rows, share } = this.#read();
    const total = rows === 0 ? 0 : Math.max(done, Math.round(rows / share));
    this.#recent = this.#recent.filter((atMs) => atMs > now - RATE_OVER_MS);
    const perSecond =
      (1000 * this.#recent.length) / Math.max(1000, Math.min(RATE_OVER_MS, now - this.#startedAtMs));
    const { reason, untilMs } = this.#waiting ?? { reason: "", untilMs: 0 };
    const waits = untilMs > now;
    const words = [
      total === 0 ? "reading" : `${done}/${share < 1 ? "~" : ""}${total}`,
      `created ${created}`,
      `rejected ${rejected}`,
      `unknown ${unknown}`,
      `${perSecond.toFixed(1)}/s`,
      ...(waits ? [`waiting ${Math.ceil((untilMs - now) / 1000)} s: ${reason}`] : []),
      ...(!waits && perSecond > 0 && total > done ? [`${duration((total - done) / perSecond)} left`] : []),
    ].join("  ");
    return [...this.#bar(total === 0 ? 0 : done / total, words), words].join("  ");
  }
}

/** Seconds, as hours, minutes and seconds. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  if (h > 0) return `${h} h ${m} min`;
  return m > 0 ? `${m} min ${s} s` : `${s} s`;
}

/** One event a line on stdout, for a program to read. */
export class JsonEvents implements Progress {
  readonly #write: (text: string) => unknown;

  constructor(write: (text: string) => unknown) {
    this.#write = write;
  }

  outcome(outcome: Outcome): void {
    this.event("outcome", outcome);
  }

  waiting(reason: string, ms: number): void {
    this.event("waiting", { reason, ms });
  }

  warning(message: string): void {
    this.event("warning", { message });
  }

  event(event: string, facts: object): void {
    this.#write(`${JSON.stringify({ event, ...facts })}\n`);
  }

  end(): void {}
}

export const silence: Progress = { outcome: () => {}, waiting: () => {}, warning: () => {}, end: () => {} };
