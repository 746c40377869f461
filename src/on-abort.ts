/** One listener for each signal, however many wait for it: Node warns about more than ten. */
const listeners = new WeakMap<object, Set<() => void>>();

/**
 * Calls back when the signal aborts, and never if it already has; returns a function that unsubscribes. Everything
 * that waits for a signal does so here.
 */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (!signal) return () => {};
  const shared = listeners.get(signal) ?? shareListener(signal);
  shared.add(callback);
  return () => {
    shared.delete(callback);
    if (shared.size > 0 || listeners.get(signal) !== shared) return;
    listeners.delete(signal);
    signal.removeEventListener("abort", notifyAll);
  };
}

function shareListener(signal: AbortSignal): Set<() => void> {
  const callbacks = new Set<() => void>();
  listeners.set(signal, callbacks);
  signal.addEventListener("abort", notifyAll, { once: true });
  return callbacks;
}

/** The target may be of another realm or a polyfill, so its class is not checked. */
function notifyAll({ currentTarget }: { readonly currentTarget: object | null }): void {
  const callbacks = currentTarget ? listeners.get(currentTarget) : undefined;
  if (currentTarget) listeners.delete(currentTarget);
  for (const callback of callbacks ?? []) callback();
}
