import { waitUnlessAborted } from "./wait-unless-aborted.js";

/** The client's source of time, for reading it and for waiting. A test can pass its own. */
export interface Clock {
  /** Wall-clock milliseconds since 1970-01-01 UTC: for a token's lifetime and the idempotency window. */
  now(): number;
  /** Milliseconds that never jump or run backwards: for pacing and for durations. */
  monotonicNow(): number;
  /** Resolves after `ms`; rejects with the signal's reason as soon as it aborts, and leaves no timer. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls back after `ms`, for timeouts; returns a function that cancels the timer. */
  setTimer(callback: () => void, ms: number): () => void;
}

/** The longest delay that `setTimeout` supports; a longer one fires at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Sets a real timer, however long; returns a function that cancels it. A late one waits for one more turn of the event
 * loop, so that a response that has arrived meanwhile is read rather than taken for a timeout.
 */
export function setSystemTimer(callback: () => void, ms: number): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const lateAtMs = performance.now() + ms + 50;
  const end = () => {
    if (performance.now() < lateAtMs) callback();
    else timer = setTimeout(callback);
  };
  const start = (remainingMs: number) => {
    const next = remainingMs > MAX_TIMER_MS ? () => start(remainingMs - MAX_TIMER_MS) : end;
    timer = setTimeout(next, Math.min(remainingMs, MAX_TIMER_MS));
  };
  start(ms);
  return () => clearTimeout(timer);
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicNow: () => performance.now(),
  setTimer: setSystemTimer,
  wait: (ms, signal) => {
    let cancel = () => {};
    const end = new Promise<void>((resolve) => {
      cancel = setSystemTimer(resolve, ms);
    });
    return waitUnlessAborted(end, signal).finally(cancel);
  },
};
