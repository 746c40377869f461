import { ErrorCode, type ErrorCodeMeaning, errorCodeMeanings } from "../../generated/error-codes.js";
import { operations, scopeGrantUrl } from "../../generated/operations.js";
import { knownError } from "../errors/api.js";
import type { Refusal } from "./options.js";
import type { ReceivedRequest } from "./request-log.js";

/** An answer, ready to be sent. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The envelope's code; undefined where the body is no envelope. */
  readonly code: number | undefined;
}

/** A success, with what it holds beside `code` and `msg`. */
export function success({ logId }: ReceivedRequest, fields: object): Reply {
  return envelope(200, logId, { code: 0, msg: "ok", ...fields });
}

/** A failure in Feishu's form. */
export function refuse(request: ReceivedRequest, refusal: Refusal, appId: string): Reply {
  const { code, status = usualStatus(code), msg = usualMessage(request, code, appId) } = refusal;
  const violations = operations[request.operation].scopes.map((subject) => ({
    type: "action_scope_required",
    subject,
  }));
  const error = {
    log_id: request.logId,
    ...(code === ErrorCode.MissingScope && { permission_violations: violations }),
  };
  return envelope(status, request.logId, { code, msg, error });
}

/** A failure for the rate limit; without `reset` it does not say how long to wait. */
export function limitAnswer(
  request: ReceivedRequest,
  refusal: Refusal,
  { limit, reset }: { limit: number; reset: string | number | undefined },
): Reply {
  const reply = refuse(request, refusal, "");
  const headers: Record<string, string> = { ...reply.headers, "x-ogw-ratelimit-limit": String(limit) };
  if (reset !== undefined) headers["x-ogw-ratelimit-reset"] = String(reset);
  return { ...reply, headers };
}

function envelope(
  status: number,
  logId: string,
  fields: { code: number; msg: string; error?: object },
): Reply {
  const headers = { "content-type": "application/json; charset=utf-8", "x-tt-logid": logId };
  return { status, headers, body: JSON.stringify(fields), code: fields.code };
}

function meaningOf(code: number): ErrorCodeMeaning | undefined {
  return Object.hasOwn(errorCodeMeanings, code)
    ? (errorCodeMeanings as Record<number, ErrorCodeMeaning>)[code]
    : undefined;
}

function usualStatus(code: number): number {
  return meaningOf(code)?.httpStatuses[0] ?? (knownError(code)?.kind === "server" ? 500 : 400);
}

function usualMessage({ operation }: ReceivedRequest, code: number, appId: string): string {
  const words = meaningOf(code)?.en ?? "unknown error";
  const { scopes } = operations[operation];
  if (code !== ErrorCode.MissingScope || scopes.length === 0) return words;
  const link = scopeGrantUrl.replace("{app_id}", appId).replace("{scopes}", scopes.join(","));
  return `${words}: one of the following is required: [${scopes.join(", ")}]. ${link}`;
}
