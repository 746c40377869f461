import type { Clock } from "../clock.js";
import { Failed, type Failure } from "../errors/failure.js";
import type { TransportScope } from "../transport/transport.js";

export interface AbortScopeOptions {
  readonly signal?: AbortSignal | undefined;
  /** The scope that this one is part of. */
  readonly parent?: AbortScope | undefined;
  readonly timeoutMs?: number | undefined;
  readonly limit: "timeoutMs" | "totalTimeoutMs";
}

/** One listener for each signal, however many calls share it: Node warns about more than ten. */
const listeners = new WeakMap<object, Set<() => void>>();

/**
 * Ends a call or an attempt from outside, by a signal or a timeout. Its own signal is created on demand: that
 * costs Node half as much time as all of the client's other work on a request.
 */
export class AbortScope implements TransportScope {
  /** Whether anything can end it. */
  readonly isLimited: boolean;
  neverSent = (): boolean => true;
  readonly #callbacks = new Set<(failure: Failure) => void>();
  readonly #releases: (() => void)[] = [];
  #failure: Failure | undefined;
  #controller: AbortController | undefined;

  constructor(clock: Clock, { signal, parent, timeoutMs, limit }: AbortScopeOptions) {
    this.isLimited = signal !== undefined || timeoutMs !== undefined || (parent?.isLimited ?? false);
    if (timeoutMs !== undefined) {
      const end = () => this.#end({ kind: "timeout", limit, ms: timeoutMs });
      this.#releases.push(clock.setTimer(end, timeoutMs));
    }
    if (parent) this.#releases.push(parent.onEnd((failure) => this.#end(failure)));
    if (!signal) return;
    const abort = () => this.#end(toFailure(signal.reason));
    if (signal.aborted) abort();
    else this.#releases.push(listen(signal, abort));
  }

  /** Aborts with a `Failed`; undefined if nothing limits the scope. */
  get signal(): AbortSignal | undefined {
    if (!this.isLimited) return undefined;
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.#failure) this.#controller.abort(new Failed(this.#failure));
    }
    return this.#controller.signal;
  }

  get hasEnded(): boolean {
    return this.#failure !== undefined;
  }

  /** Calls back when the scope ends, or at once if it has; returns a function that unsubscribes. */
  onEnd(callback: (failure: Failure) => void): () => void {
    if (this.#failure) callback(this.#failure);
    else this.#callbacks.add(callback);
    return () => {
      this.#callbacks.delete(callback);
    };
  }

  /** Removes the scope's timer and listeners. */
  close(): void {
    for (const release of this.#releases) release();
  }

  #end(failure: Failure): void {
    if (this.#failure) return;
    this.#failure = failure;
    this.#controller?.abort(new Failed(failure));
    for (const callback of this.#callbacks) callback(failure);
  }
}

/** Turns a signal's reason into a failure. */
function toFailure(reason: unknown): Failure {
  return reason instanceof Failed ? reason.failure : { kind: "aborted", reason };
}

/** Calls back when the signal aborts; returns a function that unsubscribes. */
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

/** The target may be of another realm or a polyfill, so its class is not checked. */
function notifyAll({ currentTarget }: { readonly currentTarget: object | null }): void {
  const callbacks = currentTarget ? listeners.get(currentTarget) : undefined;
  if (currentTarget) listeners.delete(currentTarget);
  for (const callback of callbacks ?? []) callback();
}
