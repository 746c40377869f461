/** A request for the right to send. */
export interface PermitRequest {
  /** Whose window it is: `{appId}@{host}:{operationId}`. Feishu counts per app, tenant and operation. */
  readonly key: string;
  readonly operationId: string;
  /** The documented limit; undefined if there is none. */
  readonly limit: { readonly requests: number; readonly periodMs: number } | undefined;
  /** True for a call that has been sent before; it goes before new ones. */
  readonly priority: boolean;
  readonly signal: AbortSignal | undefined;
  /**
   * Called for the request that is next in line when it begins to wait for a permit, with the time until one is
   * free, in milliseconds.
   */
  readonly onWait?: ((waitMs: number) => void) | undefined;
}

/** The right to send one request. Ends with either `responded` or `release`. */
export interface Permit {
  /** The request is sent now. */
  sent(): void;
  /** Its response has arrived, or the attempt has failed: it counts for a period from now on. */
  responded(): void;
  /** The request was not sent: the permit is free at once. */
  release(): void;
}

/** Limits how many requests are sent. Pass your own to share a quota between processes. */
export interface RateLimiter {
  /** Resolves when the request may be sent; rejects with the signal's reason when it aborts. */
  acquire(request: PermitRequest): Promise<Permit | undefined>;
  /**
   * Called when Feishu rejected a request for the limit: no permit is granted for `waitMs`. The client does not
   * wait for it, and ignores its failure: the call that was rejected waits itself.
   */
  pause(key: string, waitMs: number): void | Promise<void>;
}
