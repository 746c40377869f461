/** A request that asks for its place. */
export interface PermitRequest {
  /** One lane per operation. */
  readonly operationId: string;
  /** What the lane allows; undefined where no limit is documented. */
  readonly limit: { readonly requests: number; readonly periodMs: number } | undefined;
  /** Whether it was refused for the limit, and so goes before those that have not left yet. */
  readonly priority: boolean;
  readonly signal: AbortSignal | undefined;
}

/** The place that a request has got. */
export interface Permit {
  /** The request leaves now; it may have had something to write down first. */
  sent(): void;
  /** Its answer is there. */
  responded(): void;
}

/** Paces requests. Give the client your own to share one quota between processes. */
export interface RateLimiter {
  /**
   * Resolves when the request may leave at once; rejects with the signal's reason when it aborts.
   * What it resolves to, if anything, is told when the request does leave and when its answer is there.
   */
  acquire(place: PermitRequest): Promise<Permit | undefined>;
  /** Feishu refused a request for the limit: nothing may leave the lane for so long. */
  pause(operationId: string, waitMs: number): void | Promise<void>;
}
