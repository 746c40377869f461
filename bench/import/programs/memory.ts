const LOOK_EVERY_MS = 20;

/** The peaks of the resident memory, by stretches of the input. */
export class Memory {
  readonly #every: number;
  readonly #peaks: number[] = [];
  readonly #timer: NodeJS.Timeout | undefined;
  #peak = 0;
  #interviews = 0;

  constructor(every: number) {
    this.#every = every;
    if (Number.isFinite(every)) this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  interview(): void {
    this.#interviews++;
    if (this.#interviews % this.#every === 0) this.#keep();
  }

  end(): number[] {
    clearInterval(this.#timer);
    if (this.#timer) this.#keep();
    return this.#peaks;
  }

  #keep(): void {
    this.#look();
    this.#peaks.push(this.#peak);
    this.#peak = 0;
  }

  #look(): void {
    this.#peak = Math.max(this.#peak, process.memoryUsage.rss());
  }
}
