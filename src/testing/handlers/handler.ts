import { ErrorCode } from "../../../generated/error-codes.js";
import type { Validator } from "../../../generated/validators.js";
import { describeViolations } from "../../validation/describe-violations.js";
import type { Interviews } from "../interviews.js";
import type { FailureResponse, ResolvedTestOptions } from "../options.js";
import type { ReceivedRequest } from "../request-log.js";
import type { Tokens } from "../tokens.js";

/** What a handler reads and changes. */
export interface HandlerContext {
  readonly options: ResolvedTestOptions;
  readonly tokens: Tokens;
  readonly interviews: Interviews;
  /** Milliseconds since 1970-01-01 UTC, by the server's clock. */
  readonly nowMs: number;
}

/** A success's fields beside `code` and `msg`, or a failure. */
export type HandlerResult = { readonly fields: object } | { readonly failure: FailureResponse };

/** Applies a request that passed the gateway's checks. */
export type Handler = (request: ReceivedRequest, context: HandlerContext) => HandlerResult;

/**
 * Creates a handler of an operation with a body, which it gets only if the spec accepts it.
 *
 * @param invalidBodyCode the code that rejects an invalid body
 */
export function createBodyHandler<Body>(
  validator: Validator,
  handle: (body: Body, request: ReceivedRequest, context: HandlerContext) => HandlerResult,
  invalidBodyCode: number = ErrorCode.BadParameter,
): Handler {
  const isBody = (body: unknown): body is Body => validator(body);
  return (request, context) => {
    if (isBody(request.body)) return handle(request.body, request, context);
    return { failure: { code: invalidBodyCode, msg: describeBody(validator, request.body) } };
  };
}

function describeBody(validator: Validator, body: unknown): string {
  return describeViolations(validator.errors ?? [], body)
    .map(
      ({ pointer, expected, received }) => `${pointer || "body"}: expected ${expected}, received ${received}`,
    )
    .join("; ");
}
