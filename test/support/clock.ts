import { setSystemTimer, systemClock } from "../../src/clock.js";
import type { Clock } from "../../src/index.js";

/** The system's clock without timeouts, for tests to which a slow machine must make no difference. */
export const untimedClock: Clock = { ...systemClock, setTimer: () => () => {} };

/** A clock that records waits and ends them at once, advanced by their time. Its timers are real. */
export class InstantClock implements Clock {
  #elapsedMs = 0;
  readonly waits: number[] = [];

  now(): number {
    return 1_700_000_000_000 + this.#elapsedMs;
  }

  monotonicNow(): number {
    return this.#elapsedMs;
  }

  async wait(ms: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    this.waits.push(ms);
    this.#elapsedMs += ms;
  }

  setTimer(callback: () => void, ms: number): () => void {
    return setSystemTimer(callback, ms);
  }

  advance(ms: number): void {
    this.#elapsedMs += ms;
  }
}

interface Timer {
  readonly atMs: number;
  readonly fire: () => void;
}

/** A clock that moves only when a test advances it; waits and timers end in the order of their time. */
export class ManualClock implements Clock {
  #nowMs = 0;
  readonly #timers = new Set<Timer>();

  now(): number {
    return 1_700_000_000_000 + this.#nowMs;
  }

  monotonicNow(): number {
    return this.#nowMs;
  }

  /** The number of waits and timers that have not ended. */
  get pending(): number {
    return this.#timers.size;
  }

  wait(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = () => {
        cancel();
        reject(signal?.reason);
      };
      const cancel = this.setTimer(() => {
        signal?.removeEventListener("abort", abort);
        resolve();
      }, ms);
      signal?.addEventListener("abort", abort);
    });
  }

  setTimer(callback: () => void, ms: number): () => void {
    const timer: Timer = { atMs: this.#nowMs + ms, fire: callback };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  /** Advances by `ms`, ending each wait at its time. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms;
    for (;;) {
      await runPending();
      const [next] = [...this.#timers].sort((a, b) => a.atMs - b.atMs);
      if (!next || next.atMs > untilMs) break;
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      this.#timers.delete(next);
      next.fire();
    }
    this.#nowMs = untilMs;
    await runPending();
  }

  /** Advances as a stalled event loop does: no wait ends on the way, and all that are due end afterwards. */
  async stall(ms: number): Promise<void> {
    this.#nowMs += ms;
    await this.advance(0);
  }
}

/** Runs everything that needs no time. */
export function runPending(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
