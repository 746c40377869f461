/** Time, as a port: the client reads and waits through it, so that a test can control it. */
export interface Clock {
  /** Wall-clock milliseconds since 1970-01-01 UTC: for a token's lifetime and the idempotency window. */
  now(): number;
  /** Milliseconds that never jump or run backwards: for pacing and for durations. */
  monotonicNow(): number;
  /** Resolves after `ms`; rejects with the signal's reason as soon as it aborts, and leaves no timer. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls back after `ms`, for timeouts; returns what cancels it. */
  setTimer(callback: () => void, ms: number): () => void;
}

/** The longest timer that JavaScript has; a longer one would fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Sets a real timer, however long; returns what cancels it. */
export function setSystemTimer(callback: () => void, ms: number): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const start = (leftMs: number) => {
    const next = leftMs > MAX_TIMER_MS ? () => start(leftMs - MAX_TIMER_MS) : callback;
    timer = setTimeout(next, Math.min(leftMs, MAX_TIMER_MS));
  };
  start(ms);
  return () => clearTimeout(timer);
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicNow: () => performance.now(),
  setTimer: setSystemTimer,
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const abort = () => {
        cancel();
        reject(signal?.reason);
      };
      const cancel = setSystemTimer(() => {
        signal?.removeEventListener("abort", abort);
        resolve();
      }, ms);
      signal?.addEventListener("abort", abort, { once: true });
    }),
};
