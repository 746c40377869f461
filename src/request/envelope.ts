import type { ErrorCode } from "../../generated/error-codes.js";
import { hosts, type Operation, scopeGrantUrl } from "../../generated/operations.js";
import type { ApiFailure, MissingScopes } from "../errors/api.js";
import type { Failure } from "../errors/failure.js";
import { isObject } from "../is-object.js";
import type { TransportResponse } from "../transport/transport.js";
import { parseRetryAfterMs } from "./retry-after.js";
import { holdsSecret, sanitizeLogId, sanitizeText } from "./sanitize-text.js";

/** By value, held by their types: the names of all the codes need not be in a program that uses none of them. */
const RATE_LIMITED: typeof ErrorCode.RateLimited = 99991400;
const MISSING_SCOPE: typeof ErrorCode.MissingScope = 99991672;

/** The JSON object that every response is: a success has code 0. */
export type Envelope = Readonly<Record<string, unknown>> & { readonly code: number };

/** Context for parsing a response. */
export interface ResponseContext {
  readonly operation: Operation;
  readonly appId: string;
  readonly baseUrl: string;
  /** Texts that must not appear in errors or logs. */
  readonly secrets: readonly string[];
  /** Wall-clock milliseconds since 1970-01-01 UTC. */
  readonly nowMs: number;
}

/**
 * Unwraps a response. A success is parsed tolerantly: unknown fields and enum values pass, since an interview
 * that was created must never look like a failure.
 */
export function unwrapEnvelope(
  response: TransportResponse,
  text: string,
  context: ResponseContext,
): { readonly envelope: Envelope } | { readonly failure: Failure } {
  const { operation } = context;
  const { status } = response;
  const unreadable = (reason: string, isWrongAddress = false) => ({
    failure: describeUnreadable(response, reason, context, isWrongAddress),
  });
  if (isRedirect(response)) return unreadable("a redirect, which is not followed");
  const envelope = parseEnvelope(text);
  if (typeof envelope === "string") {
    // A gateway may report its limit without Feishu's envelope.
    if (status === 429)
      return {
        failure: { kind: "api", api: toApiFailure(response, { code: RATE_LIMITED }, context) },
      };
    if (status === 404 || status === 405) {
      const address = operation.path.includes("{") ? "address or id" : "address";
      return unreadable(`no such ${address} (HTTP ${status}): check baseUrl`, true);
    }
    return unreadable(envelope);
  }
  if (envelope.code !== 0)
    return { failure: { kind: "api", api: toApiFailure(response, envelope, context) } };
  if (status < 200 || status > 299) return unreadable("code 0 under a status that is not a success");
  const missing = operation.requires.find(({ path, type, optional }) => {
    const value = getValue(envelope, path);
    return (value ?? "") === "" ? !optional : getJsonType(value) !== type;
  });
  if (missing) return unreadable(`no ${missing.type} at /${missing.path.join("/")}`);
  return { envelope };
}

/** Creates the failure for a response that is not an envelope, or a success without its result. */
export function describeUnreadable(
  { status, headers }: TransportResponse,
  reason: string,
  { secrets, nowMs }: ResponseContext,
  isWrongAddress = false,
): Failure {
  const logId = sanitizeLogId(headers.get("x-tt-logid"), secrets);
  const retryAfterMs = parseRetryAfterMs(headers, nowMs);
  return { kind: "unreadable", status, logId, reason, retryAfterMs, isWrongAddress };
}

/** Returns the value at a path of keys; undefined if there is none. */
export function getValue(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((parent, key) => (isObject(parent) ? parent[key] : undefined), value);
}

function getJsonType(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** A browser represents a redirect that is not followed as an opaque response. */
function isRedirect(response: TransportResponse): boolean {
  const isOpaque = "type" in response && response.type === "opaqueredirect";
  return isOpaque || (response.status >= 300 && response.status < 400);
}

/** Parses the envelope, or returns why there is none; the error of JSON.parse would quote the body. */
function parseEnvelope(text: string): Envelope | string {
  if (text.trim() === "") return "an empty body";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text.trimStart().startsWith("<") ? "HTML instead of JSON" : "not JSON, or truncated";
  }
  return isEnvelope(value) ? value : "JSON without a numeric code";
}

function isEnvelope(value: unknown): value is Envelope {
  return isObject(value) && Number.isInteger(value.code);
}

function toApiFailure(
  response: TransportResponse,
  envelope: { readonly code: number; readonly msg?: unknown; readonly error?: unknown },
  context: ResponseContext,
): ApiFailure {
  const { operation, secrets } = context;
  const { code, msg, error: detail } = envelope;
  const text = typeof msg === "string" ? msg : "";
  const detailLogId = isObject(detail) && typeof detail.log_id === "string" ? detail.log_id : undefined;
  return {
    operationId: operation.id,
    idFields: operation.idFields,
    operationDocUrl: operation.docUrl,
    code,
    msg: sanitizeText(text, secrets),
    status: response.status,
    logId: sanitizeLogId(response.headers.get("x-tt-logid"), secrets) ?? sanitizeLogId(detailLogId, secrets),
    detail,
    retryAfterMs: parseRetryAfterMs(response.headers, context.nowMs),
    missingScopes: code === MISSING_SCOPE ? findMissingScopes(text, detail, context) : undefined,
  };
}

const SCOPE = /^[\w:.-]{1,100}$/;

/** Feishu lists the scopes in `msg`, like `[scope:a, scope:b]`, and in `error.permission_violations`. */
function findMissingScopes(msg: string, detail: unknown, context: ResponseContext): MissingScopes {
  const { operation, appId, baseUrl, secrets } = context;
  const listed = /\[([\w:.,\s-]{1,1000})\]/.exec(msg)?.[1]?.split(",") ?? listSubjects(detail);
  const named = listed
    .map((scope) => scope.trim())
    .filter((scope) => SCOPE.test(scope) && !holdsSecret(scope, secrets));
  const scopes = named.length > 0 ? named : operation.scopes;
  const ownUrl = scopeGrantUrl
    .replace(hosts[0], getConsoleHost(baseUrl))
    .replace("{app_id}", encodeURIComponent(appId))
    .replace("{scopes}", scopes.join(","));
  return { scopes, grantUrl: findGrantUrl(msg, detail, secrets) ?? ownUrl };
}

function listSubjects(detail: unknown): string[] {
  const violations = isObject(detail) ? detail.permission_violations : undefined;
  if (!Array.isArray(violations)) return [];
  return violations.flatMap((violation) =>
    isObject(violation) && typeof violation.subject === "string" ? [violation.subject] : [],
  );
}

/** Finds the response's own link, if it leads to Feishu or Lark. */
function findGrantUrl(msg: string, detail: unknown, secrets: readonly string[]): string | undefined {
  const helps = isObject(detail) && Array.isArray(detail.helps) ? detail.helps : [];
  const urls = helps.flatMap((help) => (isObject(help) && typeof help.url === "string" ? [help.url] : []));
  const inText = msg.slice(0, 2_000).match(/https:\/\/[^\s"'，。<>]{1,500}/g) ?? [];
  return [...inText, ...urls].find((url) => isFeishuUrl(url) && !holdsSecret(url, secrets));
}

function isFeishuUrl(text: string): boolean {
  const url = /^[\x21-\x7e]{1,600}$/.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  return (
    url?.protocol === "https:" && /(^|\.)(feishu\.cn|larksuite\.com|larkoffice\.com)$/.test(url.hostname)
  );
}

/** Returns the host whose console manages the app: Lark's or, also for a mock or a gateway, Feishu's. */
function getConsoleHost(baseUrl: string): string {
  return hosts.find((host) => host === baseUrl) ?? hosts[0];
}
