import type { Clock } from "../clock.js";
import { Failed, type Failure } from "../errors/failure.js";

/** What ends a call from outside: its signal and its total timeout, as one signal. */
export interface AbortScope {
  /** Aborts with a `Failed`; undefined if nothing limits the call. */
  readonly signal: AbortSignal | undefined;
  /** Leaves no timer and no listener behind. */
  close(): void;
}

const UNLIMITED: AbortScope = { signal: undefined, close: () => {} };

/** One listener for each signal, however many calls share it: Node warns of more than ten. */
const listeners = new WeakMap<AbortSignal, Set<() => void>>();

export function createAbortScope(
  clock: Clock,
  {
    signal,
    timeoutMs,
    limit,
  }: {
    signal?: AbortSignal | undefined;
    timeoutMs?: number | undefined;
    limit: "timeoutMs" | "totalTimeoutMs";
  },
): AbortScope {
  if (!signal && timeoutMs === undefined) return UNLIMITED;
  const controller = new AbortController();
  const stop = (failure: Failure) => controller.abort(new Failed(failure));
  const abort = () => {
    stop(toFailure(signal?.reason));
  };
  const cancelTimer =
    timeoutMs === undefined
      ? undefined
      : clock.setTimer(() => stop({ kind: "timeout", limit, ms: timeoutMs }), timeoutMs);
  if (signal?.aborted) abort();
  const unlisten = signal && listen(signal, abort);
  return {
    signal: controller.signal,
    close: () => {
      cancelTimer?.();
      unlisten?.();
    },
  };
}

/** The failure that a signal's reason means. */
export function toFailure(reason: unknown): Failure {
  return reason instanceof Failed ? reason.failure : { kind: "aborted", reason };
}

/** Calls back when the signal aborts; returns what stops that. */
function listen(signal: AbortSignal, callback: () => void): () => void {
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

function notifyAll({ currentTarget }: Event): void {
  if (!(currentTarget instanceof AbortSignal)) return;
  const callbacks = listeners.get(currentTarget);
  listeners.delete(currentTarget);
  for (const callback of callbacks ?? []) callback();
}
