/** Runs tasks side by side, within bounds, and hands out what they come to. */
export class InFlight<T> {
  readonly #concurrency: number;
  readonly #ahead: number;
  readonly #running = new Set<Promise<void>>();
  /** Those that have not left yet, and so can still be called back. */
  readonly #waiting = new Set<AbortController>();
  #stopped = false;
  #finished: T[] = [];
  #failure: { error: unknown } | undefined;
  #wake: (() => void) | undefined;

  /**
   * @param bounds `concurrency`: how many tasks run; `ahead`: how many of them have not left yet
   */
  constructor({ concurrency, ahead }: { concurrency: number; ahead: number }) {
    this.#concurrency = concurrency;
    this.#ahead = ahead;
  }

  /** Starts a task. It says when a request of its leaves, each time; where none may leave any more, its signal tells. */
  start(task: (left: () => void, signal: AbortSignal) => Promise<T>): void {
    const controller = new AbortController();
    this.#waiting.add(controller);
    const arrived = () => {
      this.#waiting.delete(controller);
      this.#changed();
    };
    const left = () => {
      if (this.#stopped) controller.abort();
      else arrived();
    };
    const running: Promise<void> = task(left, controller.signal)
      .then(
        (result) => void this.#finished.push(result),
        (error: unknown) => {
          this.#failure ??= { error };
        },
      )
      .finally(() => {
        this.#running.delete(running);
        arrived();
      });
    this.#running.add(running);
  }

  /** Resolves when another task may start. @throws what a task has thrown */
  async roomForOneMore(): Promise<void> {
    while (!this.#failure && (this.#running.size >= this.#concurrency || this.#waiting.size >= this.#ahead)) {
      await this.change();
    }
    this.#throwFailure();
  }

  /** What has finished since the last time. @throws what a task has thrown */
  takeFinished(): T[] {
    this.#throwFailure();
    const finished = this.#finished;
    if (finished.length > 0) this.#finished = [];
    return finished;
  }

  /** All that is still to finish. @throws what a task has thrown */
  async *drain(): AsyncGenerator<T> {
    for (;;) {
      const finished = this.takeFinished();
      yield* finished;
      // While the consumer had them, others may have ended, and not well.
      if (finished.length > 0) continue;
      if (this.#running.size === 0) return;
      await this.change();
    }
  }

  /** Resolves when a task has left or finished, or all were called back. One may wait at a time. */
  change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** Calls back all that has not left. What has may come to its end, but not leave once more. */
  stop(): void {
    this.#stopped = true;
    for (const controller of this.#waiting) controller.abort();
    this.#changed();
  }

  /** Resolves when nothing runs any more, whatever came of it. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }

  #changed(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
