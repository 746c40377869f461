import { onAbort } from "./on-abort.js";

/** Resolves with the promise, or rejects with the signal's reason once it has aborted. */
export function waitUnlessAborted<T>(pending: T | Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const promise = Promise.resolve(pending);
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    const unsubscribe = onAbort(signal, () => reject(signal.reason));
    promise.then(resolve, reject).finally(unsubscribe);
  });
}
