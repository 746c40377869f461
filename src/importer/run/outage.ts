import type { Clock } from "../../clock.js";
import { FeishuApiError, FeishuHireError, RateLimitError } from "../../index.js";
import { onAbort } from "../../on-abort.js";

/** A wait for the end of an outage. */
export interface OutageWait {
  /** The name of the error's class. */
  readonly reason: string;
  /** How long until a call is made again, in milliseconds. */
  readonly waitMs: number;
  /** How long the outage has lasted, in milliseconds. */
  readonly lastedMs: number;
}

export interface OutageOptions {
  /** The longest outage to wait out, in milliseconds; 0 for none. */
  readonly maxOutageMs: number;
  readonly clock: Clock;
  readonly onWait: ((wait: OutageWait) => void) | undefined;
}

/** Why a call no longer waits: it is made again, to probe or because the outage is over; or it is given up. */
type Turn = "probe" | "over" | "givenUp";

export const DEFAULT_MAX_OUTAGE_MS = 3_600_000;
const FIRST_WAIT_MS = 10_000;
const MAX_WAIT_MS = 60_000;
/** A call that fails while no other does is given up soon: the cause may be its own. */
const MAX_ROUNDS_ALONE = 3;

/**
 * Waits out outages: calls that fail for want of a connection or of a working server wait in line. One at a time is
 * made again, to probe; a response to it releases all.
 *
 * Before the first response of a run nothing waits: a wrong host or proxy is likelier then, and somebody is watching.
 */
export class Outage {
  readonly #options: OutageOptions;
  #line: ((turn: Turn) => void)[] = [];
  /** Whether a probe waits for its time or is on its way. */
  #isProbing = false;
  #probeTimer = new AbortController();
  #backoffMs = FIRST_WAIT_MS;
  #responses = 0;
  #startedAtMs: number | undefined;
  #isTooLong = false;

  constructor(options: OutageOptions) {
    this.#options = options;
  }

  /** Whether an outage has lasted for `maxOutageMs`. */
  get isTooLong(): boolean {
    return this.#isTooLong;
  }

  /**
   * Makes a call, and makes it again for as long as an outage fails it.
   *
   * @param signal aborts when the run stops
   * @throws what the call throws, if it is not to be made again
   */
  async waitOut<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T> {
    let turn: Turn = "over";
    for (let rounds = 0, responses = 0; ; rounds++) {
      try {
        const result = await call();
        if (turn === "probe") this.#isProbing = false;
        this.#noteResponse();
        return result;
      } catch (error) {
        if (isResponse(error)) this.#noteResponse();
        const waits = isOutage(error) && !signal.aborted && this.#isWorthWaiting(error, rounds, responses);
        responses = this.#responses;
        const next = waits ? this.#joinLine(signal) : undefined;
        if (turn === "probe") this.#isProbing = false;
        if (error instanceof Error) this.#probeNext(error.name);
        turn = (await next) ?? "givenUp";
        if (turn === "givenUp") throw error;
      }
    }
  }

  /** @param responses how many responses had arrived when the call last failed */
  #isWorthWaiting(error: FeishuHireError, rounds: number, responses: number): boolean {
    if (this.#responses === 0 || this.#options.maxOutageMs === 0 || this.#isTooLong) return false;
    if (rounds === 0 || !error.mayHaveSucceeded) return true;
    // If all calls fail, the cause is not this one's own.
    const othersFail = this.#line.length > 0 || rounds < MAX_ROUNDS_ALONE;
    return othersFail && responses === this.#responses;
  }

  #joinLine(signal: AbortSignal): Promise<Turn> {
    return new Promise((resolve) => {
      const leave = (turn: Turn) => {
        unsubscribe();
        this.#line = this.#line.filter((other) => other !== leave);
        if (this.#line.length === 0) this.#probeTimer.abort();
        resolve(turn);
      };
      const unsubscribe = onAbort(signal, () => leave("givenUp"));
      this.#line.push(leave);
    });
  }

  /** Releases the first in line after a while, unless a probe waits or is on its way. */
  #probeNext(reason: string): void {
    if (this.#isProbing || this.#line.length === 0) return;
    const { clock, maxOutageMs, onWait } = this.#options;
    const lastedMs = this.#measureMs();
    const waitMs = Math.min(this.#backoffMs, Math.max(0, maxOutageMs - lastedMs));
    this.#backoffMs = Math.min(2 * this.#backoffMs, MAX_WAIT_MS);
    this.#isProbing = true;
    this.#probeTimer = new AbortController();
    onWait?.({ reason, waitMs, lastedMs });
    clock.wait(waitMs, this.#probeTimer.signal).then(
      () => this.#probe(),
      () => {
        this.#isProbing = false;
        this.#probeNext(reason);
      },
    );
  }

  #probe(): void {
    this.#isTooLong = this.#measureMs() >= this.#options.maxOutageMs;
    const [first] = this.#line;
    // The line may have emptied at the very moment when the wait ended.
    if (this.#isTooLong || !first) this.#isProbing = false;
    if (this.#isTooLong) this.#releaseAll("givenUp");
    else first?.("probe");
  }

  /** Returns how long the outage has lasted, in milliseconds; the first call starts it. */
  #measureMs(): number {
    const nowMs = this.#options.clock.monotonicNow();
    this.#startedAtMs ??= nowMs;
    return nowMs - this.#startedAtMs;
  }

  /** Notes a response of Feishu: whatever it says, the outage is over. */
  #noteResponse(): void {
    this.#responses++;
    this.#startedAtMs = undefined;
    this.#backoffMs = FIRST_WAIT_MS;
    this.#releaseAll("over");
  }

  #releaseAll(turn: Turn): void {
    for (const leave of this.#line) leave(turn);
  }
}

function isResponse(error: unknown): boolean {
  return error instanceof FeishuApiError && !error.isTransient;
}

/** Whether an outage may have caused an error. A rate limit is not an outage: the client has already waited for it. */
function isOutage(error: unknown): error is FeishuHireError {
  return error instanceof FeishuHireError && error.isTransient && !(error instanceof RateLimitError);
}
