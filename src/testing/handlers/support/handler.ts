import type { Tokens } from "../../gateway/tokens.js";
import type { ResolvedTestOptions } from "../../options.js";
import type { ReceivedRequest } from "../../request-log.js";
import type { Store } from "../../store/store.js";

/** What a handler reads and changes. */
export interface HandlerContext {
  readonly options: ResolvedTestOptions;
  readonly tokens: Tokens;
  readonly store: Store;
  /** Milliseconds since 1970-01-01 UTC, by the server's clock. */
  readonly nowMs: number;
}

/**
 * Applies a request that passed the gateway's checks. Returns the success's fields beside `code` and `msg`.
 *
 * @throws Rejection if the request is not applied
 */
export type Handler = (request: ReceivedRequest, context: HandlerContext) => object;
