/** Time, as a port: the client reads and waits through it, so that a test can turn it. */
export interface Clock {
  /** Wall-clock milliseconds since 1970-01-01 UTC: for a token's life and the idempotency window. */
  now(): number;
  /** Milliseconds that never jump or run backwards: for pacing and for what a call took. */
  monotonicNow(): number;
  /** Resolves after `ms`; rejects with the signal's reason as soon as it aborts, and leaves no timer. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicNow: () => performance.now(),
  wait: (ms, signal) =>
    new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", stop);
        resolve();
      }, ms);
      if (signal?.aborted) stop();
      else signal?.addEventListener("abort", stop, { once: true });
    }),
};
