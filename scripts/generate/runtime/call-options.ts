import type { RetryEvent } from "./events.js";

/** Options of one call. */
export interface CallOptions {
  /** Aborts the call at any point, also while it waits for a token. */
  signal?: AbortSignal | undefined;
  /**
   * How long one attempt may take, in milliseconds. The token call, which other calls may wait for too, takes
   * the client's `timeoutMs` and `maxRetries`.
   *
   * @default the client's
   */
  timeoutMs?: number | undefined;
  /** How long the call may take, including all its waits, also for a token, in milliseconds. @default the client's */
  totalTimeoutMs?: number | undefined;
  /** Maximum number of retries, if the request is safe to retry; `false` for none. @default the client's */
  maxRetries?: number | false | undefined;
  /**
   * Whether sending this request twice does no harm, as with an update of an assessment's text. It is then sent again
   * after an ambiguous outcome too.
   *
   * @default what Feishu documents for the operation
   */
  idempotent?: boolean | undefined;
  /** Additional headers. Those that the client sets itself, such as `Authorization`, are rejected. */
  headers?: Record<string, string | undefined> | undefined;
  /**
   * Awaited before each attempt, once it has its token and its permit: record here that it is about to be
   * sent. If this throws, nothing more is sent and the call fails with what was thrown, or, if an earlier
   * attempt may have been applied, with that attempt's error, whose `cause` it is. `signal` and
   * `totalTimeoutMs` end the wait.
   */
  beforeSend?: (() => Promise<void> | void) | undefined;
  /** Called when an attempt has failed and will be retried. Errors are ignored. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
}
