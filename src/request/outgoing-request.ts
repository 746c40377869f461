import type { Operation } from "../../generated/operations.js";
import type { CallOptions } from "../../generated/runtime/call-options.js";
import type { TokenProvider } from "../auth/token-provider.js";
import type { ResolvedOptions } from "../options.js";
import type { Telemetry } from "../telemetry.js";

/** A call, serialized once: every attempt carries the same bytes. */
export interface OutgoingRequest {
  readonly operation: Operation;
  readonly url: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Whether the body has the field that makes a repeat safe. */
  readonly hasIdempotencyKey: boolean;
  readonly options: CallOptions;
}

/** What all calls of a client share. */
export interface SendContext {
  readonly options: ResolvedOptions;
  readonly tokens: TokenProvider;
  readonly telemetry: Telemetry;
}
