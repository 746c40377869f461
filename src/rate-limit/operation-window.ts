import type { Clock } from "../clock.js";
import type { Permit, PermitRequest } from "./rate-limiter.js";

interface Waiter {
  readonly go: (slot: Slot | undefined) => void;
}

/** One of the requests that a period allows. */
interface Slot {
  freeAtMs: number;
  takenBy?: Permit;
}

/** So many answers tell how long a request usually takes. */
const USUAL_OF = 100;
/** Added to each period, for what jitters on a way that seems to take the same time always. */
const MARGIN = 0.02;
/** Added where a request may arrive so much later than the one that takes its place: it opens its connection, and that one reuses it. */
const CONNECTING_MS = 250;

/** The place of a request that no limit counts. */
const UNCOUNTED: Permit = { sent() {}, responded() {} };

/**
 * A place for each request that a period allows, taken again a period after its request left.
 *
 * Feishu counts a request when it arrives, which is some time between its start and its answer. So a place stays
 * taken until a period after the answer, less the time that an answer usually takes: a request that was slow to
 * arrive (a cold connection, a stalled event loop) cannot end up in one second with those that follow it. An answer
 * that takes longer than a period comes too late for that. So the first requests, and those under way when the first
 * answer comes, which had to open connections as long as none was free, are given a fixed time more.
 */
export class OperationWindow {
  readonly #clock: Clock;
  readonly #periodMs: number;
  readonly #slots: Slot[] | undefined;
  readonly #refused = new Set<Waiter>();
  readonly #waiting = new Set<Waiter>();
  readonly #tookMs: number[] = [];
  #firstOnesLeft: number;
  #pausedUntilMs = Number.NEGATIVE_INFINITY;
  #sleep: AbortController | undefined;

  constructor(clock: Clock, limit: PermitRequest["limit"]) {
    this.#clock = clock;
    this.#periodMs = (limit?.periodMs ?? 0) * (1 + MARGIN);
    this.#firstOnesLeft = limit?.requests ?? 0;
    this.#slots =
      limit && Array.from({ length: limit.requests }, () => ({ freeAtMs: Number.NEGATIVE_INFINITY }));
  }

  acquire(first: boolean, signal: AbortSignal | undefined): Promise<Permit> {
    return new Promise((resolve, reject) => {
      const queue = first ? this.#refused : this.#waiting;
      const leave = () => {
        queue.delete(waiter);
        signal?.removeEventListener("abort", abort);
        if (this.#size === 0) this.#sleep?.abort();
      };
      const abort = () => {
        leave();
        reject(signal?.reason);
      };
      const waiter: Waiter = {
        go: (slot) => {
          leave();
          resolve(this.#take(slot));
        },
      };
      if (signal?.aborted) return reject(signal.reason);
      signal?.addEventListener("abort", abort, { once: true });
      queue.add(waiter);
      this.#release();
    });
  }

  pause(waitMs: number): void {
    this.#pausedUntilMs = Math.max(this.#pausedUntilMs, this.#clock.monotonicNow() + waitMs);
  }

  get #size(): number {
    return this.#refused.size + this.#waiting.size;
  }

  /** Lets go whoever may go now, and sleeps until the next may. */
  #release(): void {
    while (this.#size > 0 && this.#sleep === undefined) {
      const slot = this.#slots?.reduce((earliest, other) =>
        other.freeAtMs < earliest.freeAtMs ? other : earliest,
      );
      const waitMs = Math.max(this.#pausedUntilMs, slot?.freeAtMs ?? 0) - this.#clock.monotonicNow();
      if (waitMs > 0) {
        this.#sleepFor(waitMs);
        return;
      }
      const [waiter] = this.#refused.size > 0 ? this.#refused : this.#waiting;
      waiter?.go(slot);
    }
  }

  #sleepFor(waitMs: number): void {
    const sleep = new AbortController();
    this.#sleep = sleep;
    const wake = () => {
      this.#sleep = undefined;
      this.#release();
    };
    this.#clock.wait(waitMs, sleep.signal).then(wake, wake);
  }

  #take(slot: Slot | undefined): Permit {
    if (!slot) return UNCOUNTED;
    let leftAtMs = this.#clock.monotonicNow();
    const place: Permit = {
      sent: () => {
        leftAtMs = this.#clock.monotonicNow();
        keepFor(this.#firstOnesLeft-- > 0 ? CONNECTING_MS : 0);
      },
      responded: () => {
        if (this.#tookMs.length === 0) this.#allowForConnecting();
        const tookMs = this.#clock.monotonicNow() - leftAtMs;
        const usualMs = this.#usualMs(tookMs);
        if (tookMs < this.#periodMs) keepFor(Math.max(0, tookMs - usualMs));
      },
    };
    const keepFor = (lateMs: number) => {
      // Where the slot has been taken again meanwhile, it is the later request's.
      if (slot.takenBy === place) this.#free(slot, leftAtMs + this.#periodMs + lateMs);
    };
    slot.takenBy = place;
    keepFor(0);
    return place;
  }

  #free(slot: Slot, atMs: number): void {
    const sooner = atMs < slot.freeAtMs;
    slot.freeAtMs = atMs;
    if (sooner) this.#sleep?.abort();
  }

  /** All that is under way is given more time to arrive. */
  #allowForConnecting(): void {
    for (const slot of this.#slots ?? []) slot.freeAtMs += CONNECTING_MS;
  }

  /** What an answer usually takes, now that one more has come; 0 until there are enough to tell. */
  #usualMs(tookMs: number): number {
    const first = this.#tookMs.length < (this.#slots?.length ?? 0);
    this.#tookMs.push(tookMs);
    if (this.#tookMs.length > USUAL_OF) this.#tookMs.shift();
    return first ? 0 : Math.min(...this.#tookMs);
  }
}
