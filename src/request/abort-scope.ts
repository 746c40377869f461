import type { Clock } from "../clock.js";
import { Failed, type Failure } from "../errors/failure.js";
import { onAbort } from "../on-abort.js";
import type { TransportScope } from "../transport/transport.js";

export interface AbortScopeOptions {
  readonly signal?: AbortSignal | undefined;
  /** The scope that this one is part of. */
  readonly parent?: AbortScope | undefined;
  readonly timeoutMs?: number | undefined;
  readonly limit: "timeoutMs" | "totalTimeoutMs";
}

/**
 * Ends a call or an attempt from outside, by a signal or a timeout. Its own signal is created on demand: that
 * costs Node half as much time as all of the client's other work on a request.
 */
export class AbortScope implements TransportScope {
  neverSent = (): boolean => true;
  readonly #callbacks = new Set<(failure: Failure) => void>();
  readonly #releases: (() => void)[] = [];
  #failure: Failure | undefined;
  #controller: AbortController | undefined;

  constructor(clock: Clock, { signal, parent, timeoutMs, limit }: AbortScopeOptions) {
    if (timeoutMs !== undefined) {
      const end = () => this.#end({ kind: "timeout", limit, ms: timeoutMs });
      this.#releases.push(clock.setTimer(end, timeoutMs));
    }
    if (parent?.isLimited) this.#releases.push(parent.onEnd((failure) => this.#end(failure)));
    if (!signal) return;
    const abort = () => this.#end({ kind: "aborted", reason: signal.reason });
    if (signal.aborted) abort();
    else this.#releases.push(onAbort(signal, abort));
  }

  /** Whether anything can end it. */
  get isLimited(): boolean {
    return this.#releases.length > 0 || this.hasEnded;
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
