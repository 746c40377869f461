import { setImmediate } from "node:timers/promises";
import type { Clock } from "../clock.js";

/**
 * The server's time: real time, plus what it was advanced by.
 *
 * It is a client's clock too: `new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock })` waits for nothing,
 * since each wait of the client only turns the clock. Timeouts (`timeoutMs`, `totalTimeoutMs`) stay real.
 */
export class TestClock implements Clock {
  #aheadMs = 0;

  now(): number {
    return Math.floor(Date.now() + this.#aheadMs);
  }

  monotonicNow(): number {
    return performance.now() + this.#aheadMs;
  }

  /** Turns the clock forward, by milliseconds. */
  advance(ms: number): void {
    if (!(ms >= 0)) throw new RangeError("A clock is turned forward, by a number of milliseconds.");
    this.#aheadMs += ms;
  }

  /** Turns the clock forward by what was to be waited. */
  async wait(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.advance(Math.max(0, ms));
    await setImmediate();
    signal?.throwIfAborted();
  }
}
