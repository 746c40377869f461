const SAMPLE_EVERY_MS = 20;

/**
 * Samples the resident memory and keeps its peak for every `every` interviews;
 * never samples if that is infinite.
 */
export class Memory {
  readonly #every: number;
  readonly #peaks: number[] = [];
  readonly #timer: NodeJS.Timeout | undefined;
  #peak = 0;
  #interviews = 0;

  constructor(every: number) {
    this.#every = every;
    if (Number.isFinite(every)) this.#timer = setInterval(() => this.#sample(), SAMPLE_EVERY_MS);
  }

  countInterview(): void {
    this.#interviews++;
    if (this.#interviews % this.#every === 0) this.#keepPeak();
  }

  /** Stops sampling and returns the peaks, in bytes. */
  end(): number[] {
    clearInterval(this.#timer);
    if (this.#timer) this.#keepPeak();
    return this.#peaks;
  }

  #keepPeak(): void {
    this.#sample();
    this.#peaks.push(this.#peak);
    this.#peak = 0;
  }

  #sample(): void {
    this.#peak = Math.max(this.#peak, process.memoryUsage.rss());
  }
}
