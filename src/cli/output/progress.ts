import { describeErrorName, type Outcome, type OutcomeKind } from "../../importer/index.js";
import type { InputProgress } from "../input-file.js";
import { cutText, measureText, wrapText } from "../language/text-width.js";
import { type Formattable, formatText, translate } from "../language/translate.js";
import { programMessages } from "../messages/program.js";
import { progressMessages } from "../messages/progress.js";
import { escapeText } from "./print.js";

/** Shows a run while it is in progress. */
export interface Progress {
  outcome(outcome: Outcome): void;
  /**
   * The client waits before it sends a request again.
   *
   * @param reason the name of an error's class
   */
  waiting(reason: string, waitMs: number): void;
  warning(warning: Formattable): void;
  end(): void;
}

interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const TERMINAL_EVERY_MS = 200;
const LINE_EVERY_MS = 10_000;
const CLEAR_LINE = "\r\x1b[K";
const BAR_WIDTH = 20;
const MIN_BAR_WIDTH = 5;
/** The rate is the average over this long. */
const RATE_WINDOW_MS = 10_000;

/**
 * Shows a run on stderr: on a terminal as one line in place, otherwise as a plain line every 10 s. It shows nothing of
 * an interview but its outcome.
 *
 * @param read how much of the input has been read
 */
export class ProgressLine implements Progress {
  readonly #output: Output;
  readonly #read: () => InputProgress;
  readonly #now: () => number;
  readonly #startedAtMs: number;
  readonly #timer: NodeJS.Timeout;
  readonly #counts: Record<OutcomeKind, number> = {
    created: 0,
    updated: 0,
    rejected: 0,
    unknown: 0,
    skipped: 0,
    notAttempted: 0,
  };
  /** When each of the last created interviews was created. */
  #recent: number[] = [];
  #waiting: { reason: string; untilMs: number } | undefined;

  constructor(output: Output, read: () => InputProgress, now: () => number = Date.now) {
    this.#output = output;
    this.#read = read;
    this.#now = now;
    this.#startedAtMs = now();
    this.#timer = setInterval(() => this.#show(), output.isTTY ? TERMINAL_EVERY_MS : LINE_EVERY_MS);
    this.#timer.unref();
  }

  outcome({ kind }: Outcome): void {
    this.#counts[kind]++;
    if (kind === "created") this.#recent.push(this.#now());
  }

  waiting(reason: string, waitMs: number): void {
    this.#waiting = { reason, untilMs: this.#now() + waitMs };
  }

  warning(warning: Formattable): void {
    this.#clear();
    const text = escapeText(formatText(warning));
    const line = translate(programMessages.warning, { text });
    this.#output.write(`${this.#output.isTTY ? wrapText(line, this.#width) : line}\n`);
  }

  end(): void {
    clearInterval(this.#timer);
    this.#clear();
  }

  #clear(): void {
    if (this.#output.isTTY) this.#output.write(CLEAR_LINE);
  }

  #show(): void {
    const line = this.formatLine();
    if (!this.#output.isTTY) this.#output.write(`${line}\n`);
    else this.#output.write(`${CLEAR_LINE}${cutText(line, this.#width)}`);
  }

  get #width(): number {
    return (this.#output.columns ?? 80) - 1;
  }

  /** The bar, if there is room for one beside the text. */
  #formatBar(share: number, text: string): string[] {
    const width = Math.min(BAR_WIDTH, this.#width - measureText(text) - "[]  ".length);
    if (!this.#output.isTTY || width < MIN_BAR_WIDTH) return [];
    const filled = Math.round(share * width);
    return [`[${"#".repeat(filled)}${"-".repeat(width - filled)}]`];
  }

  /** The current line. */
  formatLine(): string {
    const now = this.#now();
    const { created, rejected, unknown } = this.#counts;
    const done = Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
    const { rows, share } = this.#read();
    const total = rows === 0 || share === undefined ? 0 : Math.max(done, Math.round(rows / share));
    this.#recent = this.#recent.filter((atMs) => atMs > now - RATE_WINDOW_MS);
    const perSecond =
      (1000 * this.#recent.length) / Math.max(1000, Math.min(RATE_WINDOW_MS, now - this.#startedAtMs));
    const text = this.#joinFitting([
      { text: formatDone(done, total, share) },
      { text: translate(progressMessages.created, { count: created }) },
      { text: translate(progressMessages.rejected, { count: rejected }), isMinor: rejected === 0 },
      { text: translate(progressMessages.unknown, { count: unknown }), isMinor: unknown === 0 },
      { text: translate(progressMessages.rate, { rate: perSecond.toFixed(1) }), isMinor: true },
      ...(this.#formatWait(now) ?? formatLeft(total - done, perSecond)),
    ]);
    return [...this.#formatBar(total === 0 ? 0 : done / total, text), text].join("  ");
  }

  /** Parts of the line; on a terminal that is too narrow for all, only those that matter. */
  #joinFitting(parts: readonly LinePart[]): string {
    const text = parts.map((part) => part.text).join("  ");
    if (!this.#output.isTTY || measureText(text) <= this.#width) return text;
    return parts.flatMap((part) => (part.isMinor ? [] : [part.text])).join("  ");
  }

  #formatWait(now: number): LinePart[] | undefined {
    if (!this.#waiting || this.#waiting.untilMs <= now) return undefined;
    const { reason, untilMs } = this.#waiting;
    const seconds = Math.ceil((untilMs - now) / 1000);
    const wait = { seconds, reason: formatText(describeErrorName(reason)) };
    return [{ text: translate(progressMessages.waiting, wait) }];
  }
}

/** A part of the progress line. */
interface LinePart {
  readonly text: string;
  /** It can be left out. */
  readonly isMinor?: boolean;
}

function formatLeft(count: number, perSecond: number): LinePart[] {
  if (perSecond === 0 || count <= 0) return [];
  return [{ text: translate(progressMessages.left, { duration: formatDuration(count / perSecond) }) }];
}

function formatDone(done: number, total: number, share: number | undefined): string {
  if (done > 0 && share === undefined) return String(done);
  return total === 0 ? translate(progressMessages.reading) : `${done}/${share === 1 ? "" : "~"}${total}`;
}

/** Formats seconds as hours, minutes and seconds. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  if (h > 0) return translate(progressMessages.hours, { h, m });
  return m > 0 ? translate(progressMessages.minutes, { m, s }) : translate(progressMessages.seconds, { s });
}

/** Writes one JSON event per line, for a program to read. */
export class JsonEvents implements Progress {
  readonly #write: (text: string) => unknown;

  constructor(write: (text: string) => unknown) {
    this.#write = write;
  }

  outcome(outcome: Outcome): void {
    this.event("outcome", outcome);
  }

  waiting(reason: string, waitMs: number): void {
    this.event("waiting", { reason, waitMs });
  }

  warning(warning: Formattable): void {
    this.event("warning", { message: warning.format("en") });
  }

  event(event: string, fields: object): void {
    this.#write(`${JSON.stringify({ event, ...fields })}\n`);
  }

  end(): void {}
}

/** Shows nothing. */
export const noProgress: Progress = {
  outcome: () => {},
  waiting: () => {},
  warning: () => {},
  end: () => {},
};
