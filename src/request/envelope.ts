import { ErrorCode } from "../../generated/error-codes.js";
import { type Operation, scopeGrantUrl } from "../../generated/operations.js";
import {
  type ApiFailure,
  AuthenticationError,
  BadParameterError,
  FeishuApiError,
  knownError,
  type MissingScopes,
  PermissionError,
  QuotaError,
  RateLimitError,
  ServerError,
} from "../errors/api.js";
import { InvalidResponseError } from "../errors/invalid-response.js";
import { isObject } from "../is-object.js";
import type { Answer } from "../transport/fetch-once.js";
import { redact } from "./redact.js";

/** What reading an answer takes besides the answer. */
export interface EnvelopeContext {
  readonly appId: string;
  /** Texts that no error may repeat, though Feishu's `msg` might. */
  readonly secrets: readonly string[];
}

/**
 * The envelope of a success. It is read tolerantly: unknown fields and enum values pass, since an interview that
 * was created must never look like a failure.
 *
 * @throws FeishuApiError if `code` is not 0, whatever the HTTP status.
 * @throws InvalidResponseError if the answer is neither a success nor a failure that Feishu would give.
 */
export function openEnvelope(
  operation: Operation,
  answer: Answer,
  { appId, secrets }: EnvelopeContext,
): Record<string, unknown> {
  const unreadable = (reason: string) =>
    new InvalidResponseError(operation.id, answer.status, logIdOf(answer), reason);
  if (isRedirect(answer)) throw unreadable("a redirect, which is refused");
  const envelope = parseEnvelope(answer.text);
  if (typeof envelope === "string") {
    // A gateway may refuse for the limit without Feishu's envelope.
    if (answer.status === 429)
      throw apiError(failureOf(operation, answer, { code: ErrorCode.RateLimited, msg: "" }));
    throw unreadable(envelope);
  }
  if (envelope.code !== 0) {
    const answered = failureOf(operation, answer, envelope);
    const failure = { ...answered, msg: redact(answered.msg, secrets) };
    throw apiError(failure, () => findMissingScopes(failure, operation, appId));
  }
  if (!answer.response.ok) throw unreadable("code 0 under a status that is not a success");
  const missing = operation.requires.find(({ path, type }) => typeof valueAt(envelope, path) !== type);
  if (missing) throw unreadable(`no ${missing.type} at /${missing.path.join("/")}`);
  return envelope;
}

/** A browser hides a redirect behind an opaque response. */
function isRedirect({ status, response }: Answer): boolean {
  return (status >= 300 && status < 400) || response.type === "opaqueredirect";
}

type Envelope = Record<string, unknown> & { code: number };

/** The envelope, or why there is none. JSON.parse's own error would quote the body, so it is left behind. */
function parseEnvelope(text: string): Envelope | string {
  if (text.trim() === "") return "an empty body";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text.trimStart().startsWith("<") ? "HTML where JSON was expected" : "not JSON, or cut short";
  }
  return isEnvelope(value) ? value : "JSON without a numeric code";
}

function isEnvelope(value: unknown): value is Envelope {
  return isObject(value) && Number.isInteger(value.code);
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((parent, key) => (isObject(parent) ? parent[key] : undefined), value);
}

function failureOf(
  operation: Operation,
  answer: Answer,
  envelope: { code: number; msg?: unknown; error?: unknown },
): ApiFailure {
  const { code, msg, error: detail } = envelope;
  return {
    operationId: operation.id,
    operationIds: operation.ids,
    operationDocUrl: operation.docUrl,
    code,
    msg: typeof msg === "string" ? msg : "",
    status: answer.status,
    logId: logIdOf(answer, detail),
    detail,
    retryAfterMs: retryAfterOf(answer),
  };
}

function logIdOf(answer: Answer, detail?: unknown): string | undefined {
  const header = answer.headers.get("x-tt-logid");
  if (header) return header;
  return isObject(detail) && typeof detail.log_id === "string" ? detail.log_id : undefined;
}

/** The seconds of `x-ogw-ratelimit-reset`, in milliseconds; undefined where it is absent or makes no sense. */
function retryAfterOf({ headers }: Answer): number | undefined {
  const header = headers.get("x-ogw-ratelimit-reset");
  const seconds = header === null || header.trim() === "" ? Number.NaN : Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

const ERROR_CLASSES = {
  badParameter: BadParameterError,
  authentication: AuthenticationError,
  rateLimit: RateLimitError,
  quota: QuotaError,
  server: ServerError,
} as const;

function apiError(failure: ApiFailure, missing?: () => MissingScopes | undefined): FeishuApiError {
  const kind = knownError(failure.code)?.kind ?? kindOfStatus(failure.status);
  if (kind === undefined) return new FeishuApiError(failure);
  if (kind === "permission") return new PermissionError(failure, missing?.());
  return new ERROR_CLASSES[kind](failure);
}

/** What a code that the catalogue does not have is taken for. */
function kindOfStatus(status: number): "rateLimit" | "server" | undefined {
  if (status === 429) return "rateLimit";
  return status >= 500 ? "server" : undefined;
}

/** Feishu lists the scopes in `msg`, like `[scope:a, scope:b]`, and after it the link that grants them. */
function findMissingScopes(
  { code, msg }: ApiFailure,
  operation: Operation,
  appId: string,
): MissingScopes | undefined {
  if (code !== ErrorCode.MissingScope) return undefined;
  const listed = /\[([\w:.,\s-]+)\]/
    .exec(msg)?.[1]
    ?.split(",")
    .map((scope) => scope.trim());
  const scopes = listed ?? operation.scopes;
  const grantUrl = scopeGrantUrl
    .replace("{app_id}", encodeURIComponent(appId))
    .replace("{scopes}", scopes.join(","));
  return { scopes, grantUrl: /https:\/\/[^\s"'，。]+/.exec(msg)?.[0] ?? grantUrl };
}
