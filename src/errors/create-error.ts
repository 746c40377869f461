import type { ErrorKind } from "../../generated/error-codes.js";
import { AbortError } from "./abort.js";
import {
  type ApiFailure,
  AuthenticationError,
  BadParameterError,
  FeishuApiError,
  findKnownError,
  PermissionError,
  QuotaError,
  RateLimitError,
  ServerError,
} from "./api.js";
import type { CallContext, FeishuHireError } from "./base.js";
import { ConnectionError } from "./connection.js";
import type { Failure } from "./failure.js";
import { InvalidResponseError } from "./invalid-response.js";
import { TimeoutError, type Timings } from "./timeout.js";
import { TransportError } from "./transport.js";

/** Creates the error that a call ends with. */
export function createError(
  operationId: string,
  failure: Failure,
  context: Partial<CallContext>,
  { timings, note }: { timings: Timings; note: string | undefined },
): FeishuHireError {
  switch (failure.kind) {
    case "api":
      return createApiError(failure.api, context, note);
    case "connection":
      return new ConnectionError(operationId, failure, context);
    case "timeout":
      return new TimeoutError(operationId, failure, timings, context);
    case "unreadable":
      return new InvalidResponseError(operationId, failure.status, failure.logId, failure.reason, context);
    case "transport":
      return new TransportError(operationId, failure.message, context);
    case "aborted":
      return new AbortError(operationId, context, failure.reason);
  }
}

/** Returns the name of the error that a failure becomes. */
export function getErrorName(failure: Failure): string {
  const timings = { queueMs: 0, tokenMs: 0, responseMs: 0 };
  return createError("", failure, {}, { timings, note: undefined }).name;
}

/** Returns the kind of a failure: by its code, or by its status for a code that is not in the catalogue. */
export function getErrorKind({ code, status }: ApiFailure): ErrorKind | undefined {
  const known = findKnownError(code);
  if (known) return known.kind;
  if (status === 429) return "rateLimit";
  return status >= 500 ? "server" : undefined;
}

function createApiError(
  failure: ApiFailure,
  context: Partial<CallContext>,
  note: string | undefined,
): FeishuApiError {
  switch (getErrorKind(failure)) {
    case "badParameter":
      return new BadParameterError(failure, context);
    case "authentication":
      return new AuthenticationError(failure, context, note);
    case "permission":
      return new PermissionError(failure, context);
    case "rateLimit":
      return new RateLimitError(failure, context, note);
    case "quota":
      return new QuotaError(failure, context);
    case "server":
      return new ServerError(failure, context);
    default:
      return new FeishuApiError(failure, context);
  }
}
