import { ErrorCode, type ErrorMeaning, errorMeanings } from "../../generated/error-codes.js";
import { operations, scopeGrantUrl } from "../../generated/operations.js";
import { findKnownError } from "../errors/api.js";
import type { FailureResponse } from "./options.js";
import type { ReceivedRequest } from "./request-log.js";

/** A response, ready to be sent. */
export interface ServerResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The envelope's code; undefined if the body is not an envelope. */
  readonly code: number | undefined;
}

/** What a response says of its request. */
export type ResponseContext = Pick<ReceivedRequest, "operationId" | "logId">;

/** Formats a success; `fields` are those beside `code` and `msg`. */
export function formatSuccess({ logId }: ReceivedRequest, fields: object): ServerResponse {
  return formatEnvelope(200, logId, { code: 0, msg: "ok", ...fields });
}

/** Formats a failure. */
export function formatFailure(
  request: ResponseContext,
  failure: FailureResponse,
  appId: string,
): ServerResponse {
  const { code, status = getDefaultStatus(code), msg = getDefaultMessage(request, code, appId) } = failure;
  const violations = operations[request.operationId].scopes.map((subject) => ({
    type: "action_scope_required",
    subject,
  }));
  const error = {
    log_id: request.logId,
    ...(code === ErrorCode.MissingScope && { permission_violations: violations }),
  };
  return formatEnvelope(status, request.logId, { code, msg, error });
}

/** Formats a 404 without an envelope, as a gateway sends it. */
export function formatNotFound({ logId }: ReceivedRequest): ServerResponse {
  const headers = { "content-type": "text/plain", "x-tt-logid": logId };
  return { status: 404, headers, body: "404 page not found", code: undefined };
}

/** Formats a rate-limit failure; without `reset` it does not say how many seconds to wait. */
export function formatLimitResponse(
  request: ResponseContext,
  failure: FailureResponse,
  { limit, reset }: { limit: number; reset: string | number | undefined },
): ServerResponse {
  const response = formatFailure(request, failure, "");
  const headers: Record<string, string> = { ...response.headers, "x-ogw-ratelimit-limit": String(limit) };
  if (reset !== undefined) headers["x-ogw-ratelimit-reset"] = String(reset);
  return { ...response, headers };
}

function formatEnvelope(
  status: number,
  logId: string,
  fields: { code: number; msg: string; error?: object },
): ServerResponse {
  const headers = { "content-type": "application/json; charset=utf-8", "x-tt-logid": logId };
  return { status, headers, body: JSON.stringify(fields), code: fields.code };
}

function findMeaning(code: number): ErrorMeaning | undefined {
  return Object.hasOwn(errorMeanings, code)
    ? (errorMeanings as Record<number, ErrorMeaning>)[code]
    : undefined;
}

function getDefaultStatus(code: number): number {
  return findMeaning(code)?.httpStatuses[0] ?? (findKnownError(code)?.kind === "server" ? 500 : 400);
}

function getDefaultMessage({ operationId }: ResponseContext, code: number, appId: string): string {
  const meaning = findMeaning(code)?.meaning ?? "unknown error";
  const { scopes } = operations[operationId];
  if (code !== ErrorCode.MissingScope || scopes.length === 0) return meaning;
  const link = scopeGrantUrl.replace("{app_id}", appId).replace("{scopes}", scopes.join(","));
  return `${meaning}: one of the following is required: [${scopes.join(", ")}]. ${link}`;
}
