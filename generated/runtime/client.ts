// Generated: a copy of scripts/generate/runtime/client.ts; do not edit.

import type { CallOptions } from "./call-options.js";
import type { Operation } from "./operation.js";
import type { RequestValidators } from "./validator.js";

/** One call, with everything that the method knows about it. */
export interface Call {
  readonly operation: Operation;
  readonly validators: RequestValidators;
  /** The value of each `{name}` in the operation's path, not yet encoded. */
  readonly path?: Readonly<Record<string, string>> | undefined;
  /** The query's parameters; those that are `undefined` are left out. */
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

/** A success: the operation's result, and the response that it came in. */
export interface ResultWithResponse<Data> {
  /** What the call itself resolves to. */
  readonly data: Data;
  /** The HTTP status. */
  readonly status: number;
  /** The response's headers. */
  readonly headers: Headers;
  /** The response's log id, which Feishu's support asks for. */
  readonly logId: string | undefined;
}

/**
 * What the functions of operations take: they share its token and rate limits. `createClient` creates one; its
 * methods are for those functions.
 */
export interface Client {
  /**
   * Validates the request, sends it and resolves to the operation's result.
   * Rejects with the client's own errors.
   */
  call<Data>(call: Call, options: CallOptions | undefined): Promise<ResultWithResponse<Data>>;
  /** Creates the error for a success that cannot be used. */
  invalidResponse(operation: Operation, received: ResultWithResponse<unknown>, reason: string): Error;
}
