/** How often something happened in each period of equal length. */
export interface Timeline {
  /** The length of a period, in milliseconds. */
  readonly periodMs: number;
  readonly counts: readonly number[];
}

const FIRST_PERIOD_MS = 60_000;
const MAX_PERIODS = 600;

/** Counts by the minute, and by longer periods once there are too many. */
export class TimelineCounter {
  readonly #startedAtMs: number;
  #periodMs = FIRST_PERIOD_MS;
  #counts: number[] = [];

  constructor(startedAtMs: number) {
    this.#startedAtMs = startedAtMs;
  }

  count(atMs: number): void {
    let period = this.#periodAt(atMs);
    while (period >= MAX_PERIODS) {
      this.#halve();
      period = this.#periodAt(atMs);
    }
    while (this.#counts.length <= period) this.#counts.push(0);
    this.#counts[period] = (this.#counts[period] ?? 0) + 1;
  }

  get timeline(): Timeline {
    return { periodMs: this.#periodMs, counts: [...this.#counts] };
  }

  #periodAt(atMs: number): number {
    return Math.max(0, Math.floor((atMs - this.#startedAtMs) / this.#periodMs));
  }

  #halve(): void {
    this.#periodMs *= 2;
    const counts = this.#counts;
    this.#counts = counts.flatMap((count, index) =>
      index % 2 === 0 ? [count + (counts[index + 1] ?? 0)] : [],
    );
  }
}
