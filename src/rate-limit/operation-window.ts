import type { Clock } from "../clock.js";
import { onAbort } from "../on-abort.js";
import type { Permit, PermitRequest } from "./rate-limiter.js";

interface Waiter extends Pick<PermitRequest, "onWait"> {
  grant(): void;
}

/**
 * The permits of one operation.
 *
 * A request arrives at some time between being sent and its response. So a permit is in use from when it is
 * granted until a period after the response: however long the request took to arrive, no period sees more
 * arrivals than there are permits. Anything shorter would need an assumption about how fast requests arrive.
 */
export class OperationWindow {
  readonly #clock: Clock;
  readonly #requests: number;
  readonly #periodMs: number;
  readonly #priority = new Set<Waiter>();
  readonly #waiting = new Set<Waiter>();
  /** The number of permits whose requests have no response yet. */
  #open = 0;
  /** The times at which the permits that have a response are free again, earliest first. */
  #freeAtMs: number[] = [];
  #pausedUntilMs = -Infinity;
  #sleep: AbortController | undefined;

  constructor(clock: Clock, limit: PermitRequest["limit"]) {
    this.#clock = clock;
    this.#requests = limit?.requests ?? Infinity;
    this.#periodMs = limit?.periodMs ?? 0;
  }

  acquire({
    priority,
    signal,
    onWait,
  }: Pick<PermitRequest, "priority" | "signal" | "onWait">): Promise<Permit> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const queue = priority ? this.#priority : this.#waiting;
      const leave = () => {
        queue.delete(waiter);
        unsubscribe();
      };
      const unsubscribe = onAbort(signal, () => {
        leave();
        if (this.#queued === 0) this.#sleep?.abort(); // no timer without a waiter
        reject(signal?.reason);
      });
      const waiter: Waiter = {
        onWait,
        grant: () => {
          leave();
          resolve(this.#createPermit());
        },
      };
      queue.add(waiter);
      this.#grant();
    });
  }

  /** Grants nothing for `waitMs`. */
  pause(waitMs: number): void {
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, this.#clock.monotonicNow() + waitMs);
  }

  get #queued(): number {
    return this.#priority.size + this.#waiting.size;
  }

  /** Grants every permit that is free, and sleeps until the next one is. */
  #grant(): void {
    while (this.#queued > 0 && this.#sleep === undefined) {
      const [next] = this.#priority.size > 0 ? this.#priority : this.#waiting;
      const waitMs = this.#findNextFreeAtMs() - this.#clock.monotonicNow();
      if (waitMs === Infinity) return; // until a response arrives
      if (waitMs > 0) {
        this.#sleepFor(waitMs);
        next?.onWait?.(waitMs);
        return;
      }
      next?.grant();
    }
  }

  /** Returns when the next permit is free; infinity if that depends on a response. */
  #findNextFreeAtMs(): number {
    const nowMs = this.#clock.monotonicNow();
    const free = this.#freeAtMs.findIndex((atMs) => atMs > nowMs);
    this.#freeAtMs = free < 0 ? [] : this.#freeAtMs.slice(free);
    if (this.#open + this.#freeAtMs.length < this.#requests) return this.#pausedUntilMs;
    return Math.max(this.#pausedUntilMs, this.#freeAtMs[0] ?? Infinity);
  }

  #sleepFor(waitMs: number): void {
    const sleep = new AbortController();
    this.#sleep = sleep;
    const wake = () => {
      this.#sleep = undefined;
      this.#grant();
    };
    this.#clock.wait(waitMs, sleep.signal).then(wake, wake);
  }

  #createPermit(): Permit {
    this.#open++;
    let ended = false;
    const end = (free: () => void) => {
      if (ended) return;
      ended = true;
      this.#open--;
      free();
      this.#grant();
    };
    return {
      sent: () => {},
      responded: () => end(() => this.#freeAtMs.push(this.#clock.monotonicNow() + this.#periodMs)),
      release: () => end(() => this.#sleep?.abort()),
    };
  }
}
