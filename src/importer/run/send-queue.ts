/** Where a task's request is. */
export interface Way {
  /** Aborted once no request may leave any more, but never while one is on its way. */
  readonly signal: AbortSignal;
  /** To be called when a request is about to leave. */
  left(): void;
  /** To be called when it has come back, and waits to leave once more. */
  cameBack(): void;
}

/** Runs tasks side by side, within bounds, and hands out what they come to. */
export class InFlight<T> {
  readonly #concurrency: number;
  readonly #ahead: number;
  readonly #running = new Set<Promise<void>>();
  /** Those that have no request on its way, and so can be called back. */
  readonly #waiting = new Set<AbortController>();
  #stopped = false;
  #finished: T[] = [];
  #failure: { error: unknown } | undefined;
  #wake: (() => void) | undefined;

  /**
   * @param bounds `concurrency`: how many tasks run; `ahead`: how many of them wait to leave
   */
  constructor({ concurrency, ahead }: { concurrency: number; ahead: number }) {
    this.#concurrency = concurrency;
    this.#ahead = ahead;
  }

  /** Starts a task, which says where its request is. */
  start(task: (way: Way) => Promise<T>): void {
    const controller = new AbortController();
    this.#waiting.add(controller);
    const away = () => {
      this.#waiting.delete(controller);
      this.#changed();
    };
    const { signal } = controller;
    const left = () => (this.#stopped ? controller.abort() : away());
    const cameBack = () => (this.#stopped ? controller.abort() : void this.#waiting.add(controller));
    const running: Promise<void> = task({ signal, left, cameBack })
      .then(
        (result) => void this.#finished.push(result),
        (error: unknown) => {
          this.#failure ??= { error };
        },
      )
      .finally(() => {
        this.#running.delete(running);
        away();
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
