import type { TokenProvider } from "../auth/token-provider.js";
import type { CallOptions, ResolvedOptions } from "../options.js";
import type { Telemetry } from "../telemetry.js";

/** A serialised call: address, body and the call's own options. */
export interface OutgoingRequest extends CallOptions {
  readonly url: string;
  readonly method: string;
  readonly outgoingHeaders: Headers;
  readonly body?: string;
}

/** What all calls of a client share. */
export interface SendContext {
  readonly options: ResolvedOptions;
  readonly tokens: TokenProvider;
  readonly observer: Telemetry;
}
