import { AbortError } from "../errors/abort.js";
import { TimeoutError } from "../errors/timeout.js";

/** The part of a call's life that the caller limits: one signal for the caller's own and the deadline. */
export interface Scope {
  /** Aborts with the error that the call ends in; undefined where nothing limits the call. */
  readonly signal: AbortSignal | undefined;
  /** Leaves no timer and no listener behind. */
  close(): void;
}

const UNLIMITED: Scope = { signal: undefined, close: () => {} };

export function openScope(
  operationId: string,
  signal: AbortSignal | undefined,
  totalTimeoutMs: number | undefined,
): Scope {
  if (!signal && totalTimeoutMs === undefined) return UNLIMITED;
  const controller = new AbortController();
  const abort = () => controller.abort(new AbortError(operationId, signal?.reason));
  const timer =
    totalTimeoutMs === undefined
      ? undefined
      : setTimeout(
          () => controller.abort(new TimeoutError(operationId, "totalTimeoutMs", totalTimeoutMs)),
          totalTimeoutMs,
        );
  if (signal?.aborted) abort();
  else signal?.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    close: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    },
  };
}
