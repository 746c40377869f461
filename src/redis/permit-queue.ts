import type { Clock } from "../clock.js";
import { onAbort } from "../on-abort.js";
import type { PermitRequest } from "../rate-limit/rate-limiter.js";
import type { SharedWindow } from "./shared-window.js";

/** The pause before Redis is asked again after a failure. */
const RETRY_MS = 200;

interface Waiter extends Pick<PermitRequest, "onWait"> {
  readonly priority: boolean;
  readonly resolve: (id: string | undefined) => void;
}

export interface PermitQueueOptions {
  readonly clock: Clock;
  /** Redis counts as unavailable once it has failed for this long. */
  readonly unavailableAfterMs: number;
}

/** The requests of this process that wait for one window's permits, first come, first served. */
export class PermitQueue {
  readonly #window: SharedWindow;
  readonly #options: PermitQueueOptions;
  readonly #waiters = new Set<Waiter>();
  #running = false;
  #probing = false;
  #failingSinceMs: number | undefined;
  #lastFailedAtMs = -Infinity;
  #wake: AbortController | undefined;

  constructor(window: SharedWindow, options: PermitQueueOptions) {
    this.#window = window;
    this.#options = options;
  }

  /** Whether Redis has failed for so long that requests no longer wait for it. */
  get #isUnavailable(): boolean {
    const { clock, unavailableAfterMs } = this.#options;
    return (
      this.#failingSinceMs !== undefined && clock.monotonicNow() - this.#failingSinceMs >= unavailableAfterMs
    );
  }

  /**
   * Resolves to a permit's id, or to undefined once Redis is unavailable; rejects with the
   * signal's reason when it aborts.
   */
  wait(
    priority: boolean,
    signal: AbortSignal | undefined,
    onWait?: PermitRequest["onWait"],
  ): Promise<string | undefined> {
    this.#forgetOldFailure();
    if (this.#isUnavailable) {
      this.#probe();
      return Promise.resolve(undefined);
    }
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const unsubscribe = onAbort(signal, () => {
        this.#waiters.delete(waiter);
        reject(signal?.reason);
      });
      const waiter: Waiter = {
        priority,
        onWait,
        resolve: (id) => {
          this.#waiters.delete(waiter);
          unsubscribe();
          resolve(id);
        },
      };
      this.#waiters.add(waiter);
      if (priority) this.#wake?.abort();
      if (!this.#running) this.#run();
    });
  }

  /**
   * Forgets a failure that is too old to say anything about now, so that Redis is asked again
   * before requests go without it.
   */
  #forgetOldFailure(): void {
    const { clock, unavailableAfterMs } = this.#options;
    const isOld = clock.monotonicNow() - this.#lastFailedAtMs > unavailableAfterMs + RETRY_MS;
    if (isOld && !this.#probing && !this.#running) this.#failingSinceMs = undefined;
  }

  #fail(): void {
    this.#lastFailedAtMs = this.#options.clock.monotonicNow();
    this.#failingSinceMs ??= this.#lastFailedAtMs;
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#waiters.size > 0) {
      const waitMs = await this.#take();
      if (this.#waiters.size === 0) break;
      this.#next?.onWait?.(waitMs);
      await this.#sleep(waitMs);
    }
    this.#running = false;
    await this.#window.leave().catch(() => {}); // otherwise its turn expires
  }

  /**
   * Hands out the permits that Redis grants; resolves to how long to wait before
   * asking again, in milliseconds.
   */
  async #take(): Promise<number> {
    const priority = [...this.#waiters].some((waiter) => waiter.priority);
    try {
      const { ids, waitMs } = await this.#window.take(this.#waiters.size, priority);
      this.#failingSinceMs = undefined;
      for (const id of ids) this.#grant(id);
      return waitMs;
    } catch {
      this.#fail();
      if (this.#isUnavailable) for (const waiter of [...this.#waiters]) waiter.resolve(undefined);
      return RETRY_MS;
    }
  }

  /**
   * Asks whether Redis is back, by pausing the window for a period: what processes sent on their own
   * meanwhile must not add to what Redis grants.
   */
  #probe(): void {
    if (this.#probing) return;
    this.#probing = true;
    const retryLater = () => {
      this.#fail();
      return this.#options.clock.wait(RETRY_MS);
    };
    this.#window
      .pause(this.#window.limit.periodMs)
      .then(() => {
        this.#failingSinceMs = undefined;
      }, retryLater)
      .finally(() => {
        this.#probing = false;
      });
  }

  get #next(): Waiter | undefined {
    const waiters = [...this.#waiters];
    return waiters.find((waiter) => waiter.priority) ?? waiters[0];
  }

  #grant(id: string): void {
    const next = this.#next;
    if (next) next.resolve(id);
    else this.#window.release(id).catch(() => {}); // otherwise the hold expires
  }

  async #sleep(ms: number): Promise<void> {
    this.#wake = new AbortController();
    await this.#options.clock.wait(ms, this.#wake.signal).catch(() => {});
    this.#wake = undefined;
  }
}
