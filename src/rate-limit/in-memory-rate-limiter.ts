import { type Clock, systemClock } from "../clock.js";
import { OperationWindow } from "./operation-window.js";
import type { Permit, PermitRequest, RateLimiter } from "./rate-limiter.js";

/**
 * The default rate limiter: in memory, for one process, with a window per key.
 *
 * No period sees more requests *arrive* than the limit, however long they take to arrive: a permit is free
 * again a period after its response, since all that is certain is that a request arrives before its response.
 * The price is throughput: a limit of 10 requests a second lets 9.9 through at a latency of 10 ms, 7.7 at 300
 * ms and 5 at a second. A request that times out counts as answered then, though it may still arrive.
 */
export class InMemoryRateLimiter implements RateLimiter {
  readonly #clock: Clock;
  readonly #windows = new Map<string, OperationWindow>();
  /** The ends of pauses for keys that have no window yet, because their limit is not known. */
  readonly #pausedUntilMs = new Map<string, number>();

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  acquire(request: PermitRequest): Promise<Permit> {
    return this.#window(request.key, request.limit).acquire(request);
  }

  pause(key: string, waitMs: number): void {
    const window = this.#windows.get(key);
    if (window) window.pause(waitMs);
    else this.#pausedUntilMs.set(key, this.#clock.monotonicNow() + waitMs);
  }

  #window(key: string, limit: PermitRequest["limit"]): OperationWindow {
    const known = this.#windows.get(key);
    if (known) return known;
    const window = new OperationWindow(this.#clock, limit);
    this.#windows.set(key, window);
    const pausedMs = (this.#pausedUntilMs.get(key) ?? 0) - this.#clock.monotonicNow();
    if (this.#pausedUntilMs.delete(key) && pausedMs > 0) window.pause(pausedMs);
    return window;
  }
}
