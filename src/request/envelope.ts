import { MissingScope, RateLimited } from "../../generated/error-code-names.js";
import { hosts, type Operation, scopeGrantUrl } from "../../generated/operations.js";
import type { MissingScopes } from "../errors/api.js";
import type { Failure } from "../errors/failure.js";
import { isObject } from "../is-object.js";
import type { ResolvedOptions } from "../options.js";
import type { TransportResponse } from "../transport/transport.js";
import { parseRetryAfterMs } from "./retry-after.js";
import { holdsSecret, sanitizeLogId, sanitizeText } from "./sanitize-text.js";

/** The JSON object that every response is: a success has code 0. */
export type Envelope = Readonly<Record<string, unknown>> & { readonly code: number };

/** A successful response, read and parsed. */
export interface Success {
  readonly kind: "success";
  readonly response: TransportResponse;
  readonly envelope: Envelope;
  readonly status: number;
  readonly code: number;
  readonly logId: string | undefined;
}

/** Context for parsing a response. */
export interface ResponseContext {
  readonly operation: Operation;
  readonly options: ResolvedOptions;
  /** Texts that must not appear in errors or logs. */
  readonly secrets: readonly string[];
  /** From the response's header. */
  readonly logId: string | undefined;
}

/**
 * Unwraps a response. A success is parsed tolerantly: unknown fields and enum values pass, since an interview
 * that was created must never look like a failure.
 *
 * @param text undefined if it is too long to be read
 */
export function unwrapEnvelope(
  response: TransportResponse,
  text: string | undefined,
  context: ResponseContext,
): Success | Failure {
  const { operation, options, logId } = context;
  const { status } = response;
  const unreadable = (reason: string, isWrongAddress = false): Failure => {
    const retryAfterMs = parseRetryAfterMs(response.headers, options.clock.now());
    return { kind: "unreadable", status, logId, reason, retryAfterMs, isWrongAddress };
  };
  if (text === undefined) return unreadable(`a body of more than ${options.maxResponseBytes} bytes`);
  if (isRedirect(response)) return unreadable("a redirect, which is not followed");
  const envelope = parseEnvelope(text);
  if (typeof envelope === "string") {
    // A gateway may report its limit without Feishu's envelope.
    if (status === 429) return toApiFailure(response, { code: RateLimited }, context);
    if (status === 404 || status === 405) {
      const address = operation.path.includes("{") ? "address or id" : "address";
      return unreadable(`no such ${address}: check baseUrl`, true);
    }
    return unreadable(envelope);
  }
  const { code } = envelope;
  if (code !== 0) return toApiFailure(response, envelope, context);
  if (status < 200 || status > 299) return unreadable("code 0 under a status that is not a success");
  const missing = operation.requires.find(({ path, type, optional }) => {
    const value = getValue(envelope, path);
    return (value ?? "") === "" ? !optional : getJsonType(value) !== type;
  });
  if (missing) return unreadable(`no ${missing.type} at /${missing.path.join("/")}`);
  return { kind: "success", response, envelope, status, code, logId };
}

/** Returns the value at a path of keys; undefined if there is none. */
export function getValue(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((parent, key) => (isObject(parent) ? parent[key] : undefined), value);
}

function getJsonType(value: unknown): string {
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
): Failure {
  const { operation, options, secrets, logId } = context;
  const { code, msg, error: detail } = envelope;
  const text = typeof msg === "string" ? msg : "";
  const detailLogId = isObject(detail) && typeof detail.log_id === "string" ? detail.log_id : undefined;
  return {
    kind: "api",
    operationId: operation.id,
    idFields: operation.idFields,
    operationDocUrl: operation.docUrl,
    code,
    msg: sanitizeText(text, secrets),
    status: response.status,
    logId: logId ?? sanitizeLogId(detailLogId, secrets),
    detail,
    retryAfterMs: parseRetryAfterMs(response.headers, options.clock.now()),
    missingScopes: code === MissingScope ? findMissingScopes(text, detail, context) : undefined,
  };
}

const SCOPE = /^[\w:.-]{1,100}$/;

/** Feishu lists the scopes in `error.permission_violations`, and in `msg`, like `[scope:a, scope:b]`. */
function findMissingScopes(msg: string, detail: unknown, context: ResponseContext): MissingScopes {
  const { operation, options, secrets } = context;
  const violations = listTexts(detail, "permission_violations", "subject");
  const inText = /\[([\w:.,\s-]{1,1000})\]/.exec(msg)?.[1]?.split(",") ?? [];
  const named = (violations.length > 0 ? violations : inText)
    .map((scope) => scope.trim())
    .filter((scope) => SCOPE.test(scope) && !holdsSecret(scope, secrets));
  const scopes = named.length > 0 ? named : operation.scopes;
  const ownUrl = scopeGrantUrl
    .replace(hosts[0], getConsoleHost(options.baseUrl))
    .replace("{app_id}", encodeURIComponent(options.appId))
    .replace("{scopes}", scopes.join(","));
  return { scopes, grantUrl: findGrantUrl(msg, detail, secrets) ?? ownUrl };
}

/** Lists the texts that a field of the members of one of the detail's lists holds. */
function listTexts(detail: unknown, list: string, field: string): string[] {
  const members: unknown = isObject(detail) ? detail[list] : undefined;
  if (!Array.isArray(members)) return [];
  return members
    .map((member) => (isObject(member) ? member[field] : undefined))
    .filter((text) => typeof text === "string");
}

/** Finds the response's own link, if it leads to Feishu or Lark. */
function findGrantUrl(msg: string, detail: unknown, secrets: readonly string[]): string | undefined {
  const inText = msg.slice(0, 2_000).match(/https:\/\/[^\s"'，。<>]{1,500}/g) ?? [];
  return [...inText, ...listTexts(detail, "helps", "url")].find(
    (url) => isFeishuUrl(url) && !holdsSecret(url, secrets),
  );
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
