/** Ten a second, each in flight for the default `timeoutMs`, and some in the queue. */
export const DEFAULT_CONCURRENCY = 320;
/** This many wait for their permits, so that the rate limiter always has the next ones. */
export const MAX_QUEUED = 32;

/** How a task reports where its request is. */
export interface SendState {
  /** Aborted once nothing more may be sent, but never while a request is in flight. */
  readonly signal: AbortSignal;
  /** Call it when a request is about to be sent. */
  markSent(): void;
  /** Call it when a request has come back and waits to be sent again. */
  markQueued(): void;
}

export interface SendQueueOptions {
  /** The most tasks that run at a time. */
  readonly concurrency: number;
  /** The most of them that wait to be sent. */
  readonly maxQueued: number;
}

/** Runs tasks concurrently, within bounds, and hands out their results. */
export class SendQueue<T> {
  readonly #options: SendQueueOptions;
  readonly #running = new Set<Promise<void>>();
  /** Tasks without a request in flight: these can be called off. */
  readonly #queued = new Set<AbortController>();
  #stopped = false;
  #finished: T[] = [];
  #failure: { error: unknown } | undefined;
  #wake: (() => void) | undefined;

  constructor(options: SendQueueOptions) {
    this.#options = options;
  }

  /** Starts a task. After `stop`, it is called off from the start. */
  start(task: (state: SendState) => Promise<T>): void {
    const controller = new AbortController();
    if (this.#stopped) controller.abort();
    this.#queued.add(controller);
    const dequeue = () => {
      this.#queued.delete(controller);
      this.#notify();
    };
    const state: SendState = {
      signal: controller.signal,
      markSent: () => (this.#stopped ? controller.abort() : dequeue()),
      markQueued: () => (this.#stopped ? controller.abort() : void this.#queued.add(controller)),
    };
    const running: Promise<void> = task(state)
      .then(
        (result) => void this.#finished.push(result),
        (error: unknown) => {
          this.#failure ??= { error };
        },
      )
      .finally(() => {
        this.#running.delete(running);
        dequeue();
      });
    this.#running.add(running);
  }

  /** Resolves when another task may start. @throws what a task has thrown */
  async waitForCapacity(): Promise<void> {
    const { concurrency, maxQueued } = this.#options;
    while (!this.#failure && (this.#running.size >= concurrency || this.#queued.size >= maxQueued)) {
      await this.nextChange();
    }
    this.#throwFailure();
  }

  /** The results since the last call. @throws what a task has thrown */
  drainFinished(): T[] {
    this.#throwFailure();
    const finished = this.#finished;
    if (finished.length > 0) this.#finished = [];
    return finished;
  }

  /** Yields all results that are still to come. @throws what a task has thrown */
  async *drain(): AsyncGenerator<T> {
    for (;;) {
      const finished = this.drainFinished();
      yield* finished;
      // More tasks may have finished or failed while the consumer handled these.
      if (finished.length > 0) continue;
      if (this.#running.size === 0) return;
      await this.nextChange();
    }
  }

  /** Resolves when a request was sent, a task finished, or the queue was stopped. One caller at a time. */
  nextChange(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  /** Calls off all tasks without a request in flight. The others may finish, but not send again. */
  stop(): void {
    this.#stopped = true;
    for (const controller of this.#queued) controller.abort();
    this.#notify();
  }

  /** Resolves once no task runs any more, whether or not they failed. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }

  #notify(): void {
    this.#wake?.();
    this.#wake = undefined;
  }
}
