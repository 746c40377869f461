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
import { type CallContext, FeishuHireError } from "./base.js";
import { ConnectionError } from "./connection.js";
import type { Failure } from "./failure.js";
import { InvalidResponseError } from "./invalid-response.js";
import { TimeoutError, type Timings } from "./timeout.js";
import { TransportError } from "./transport.js";

const API_ERROR_CLASSES: Readonly<Record<ErrorKind, typeof FeishuApiError>> = {
  badParameter: BadParameterError,
  authentication: AuthenticationError,
  permission: PermissionError,
  rateLimit: RateLimitError,
  quota: QuotaError,
  server: ServerError,
};
const ERROR_CLASSES: Readonly<Record<Exclude<Failure["kind"], "api">, { readonly name: string }>> = {
  connection: ConnectionError,
  timeout: TimeoutError,
  unreadable: InvalidResponseError,
  transport: TransportError,
  aborted: AbortError,
};

/** Creates the error that a call ends with. */
export function createError(
  operationId: string,
  failure: Failure,
  context: Partial<CallContext>,
  timings: Timings,
): FeishuHireError {
  switch (failure.kind) {
    case "api":
      return new (getApiErrorClass(failure))(failure, context);
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

/** Creates an error anew: calls that wait for the same token share its failure, but each has its own stack. */
const recreate = new WeakMap<FeishuHireError, () => FeishuHireError>();

/**
 * Creates the error that the caller gets. Not a method of the call: an error keeps alive what the functions on
 * its stack are methods of, which would be the call with its body.
 *
 * @param create undefined if the call fails with what was thrown
 */
export function toFinalError(
  create: (() => FeishuHireError) | undefined,
  thrown: unknown,
  report: (error: FeishuHireError) => void,
): unknown {
  const error = create ? create() : thrown;
  if (!FeishuHireError.is(error)) return error;
  const shared = recreate.get(error);
  if (shared) return shared(); // the call that it is of has reported it
  if (create) recreate.set(error, create);
  report(error);
  return error;
}

/** Returns the name of the error that a failure becomes. */
export function getErrorName(failure: Failure): string {
  const { name } = failure.kind === "api" ? getApiErrorClass(failure) : ERROR_CLASSES[failure.kind];
  return name;
}

/** Returns the kind of a failure: by its code, or by its status for a code that is not in the catalogue. */
export function getErrorKind({ code, status }: ApiFailure): ErrorKind | undefined {
  const known = findKnownError(code);
  if (known) return known.kind;
  if (status === 429) return "rateLimit";
  return status >= 500 ? "server" : undefined;
}

function getApiErrorClass(failure: ApiFailure): typeof FeishuApiError {
  const kind = getErrorKind(failure);
  return kind ? API_ERROR_CLASSES[kind] : FeishuApiError;
}
