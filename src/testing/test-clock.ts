import { setImmediate } from "node:timers/promises";
import { type Clock, setSystemTimer } from "../clock.js";

/**
 * The server's clock: real time, plus whatever it was advanced by.
 *
 * It is a client's clock too: with `new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock })` a wait
 * of the client takes no time, it only advances the clock. Timeouts stay real; before an attempt,
 * `totalTimeoutMs` also counts what the clock was advanced by.
 */
export class TestClock implements Clock {
  #aheadMs = 0;

  now(): number {
    return Math.floor(Date.now() + this.#aheadMs);
  }

  monotonicNow(): number {
    return performance.now() + this.#aheadMs;
  }

  /**
   * Advances the clock, by milliseconds.
   *
   * @throws RangeError if `ms` is negative or not a number
   */
  advance(ms: number): void {
    if (!(ms >= 0)) throw new RangeError("A clock only advances, by a number of milliseconds.");
    this.#aheadMs += ms;
  }

  /** Sets a real timer: a timeout must not fire because a wait has advanced the clock. */
  setTimer(callback: () => void, ms: number): () => void {
    return setSystemTimer(callback, ms);
  }

  /** Advances the clock by the time to wait. */
  async wait(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.advance(Math.max(0, ms));
    await setImmediate();
    signal?.throwIfAborted();
  }
}
