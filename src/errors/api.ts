import { type ErrorCodeInfo, errorCodes, type KnownErrorCode } from "../../generated/error-codes.js";
import { type Advice, createAdvice } from "./advice.js";
import { type CallContext, FeishuHireError } from "./base.js";

/** What a failure's envelope and headers say, safe to print. */
export interface ApiFailure {
  readonly operationId: string;
  /** The fields of the operation that take ids. */
  readonly idFields: readonly string[];
  /** Feishu's page of the operation. */
  readonly operationDocUrl: string;
  readonly code: number;
  readonly msg: string;
  readonly status: number;
  readonly logId: string | undefined;
  /** Feishu's `error` object, unchanged. */
  readonly detail?: unknown;
  /** How long Feishu asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** The scopes that the app lacks, if that is the failure. */
  readonly missingScopes?: MissingScopes | undefined;
}

/** The scopes that a call lacks. */
export interface MissingScopes {
  /** Any one of them is enough. */
  readonly scopes: readonly string[];
  /** Where the app's administrator grants them. */
  readonly grantUrl: string;
}

/** Feishu responded with a code other than 0, under any HTTP status. */
export class FeishuApiError extends FeishuHireError {
  static override readonly name: string = "FeishuApiError";
  /** Feishu's error code; one of the catalogue or another. */
  readonly code: KnownErrorCode | (number & {});
  /** Feishu's message. */
  readonly msg: string;
  /** The HTTP status, which can be 200. */
  readonly status: number;
  /** The log id, which Feishu's support asks for. */
  readonly logId: string | undefined;
  /** What helps; `undefined` for a code that the catalogue does not have. */
  readonly advice: Advice | undefined;
  /** Feishu's page of the code, or of the operation if the code has none of its own. */
  readonly docUrl: string;
  readonly #failure: ApiFailure;

  /** @param note added to the message, before the advice */
  constructor(failure: ApiFailure, context?: Partial<CallContext>, note = "") {
    const known = findKnownError(failure.code);
    const advice = known && createAdvice(known, failure);
    const parts = [formatFailure(failure, known), note, advice?.en];
    super(parts.filter(Boolean).join(" "), failure.operationId, context);
    this.code = failure.code;
    this.msg = failure.msg;
    this.status = failure.status;
    this.logId = failure.logId;
    this.advice = advice;
    this.docUrl = known?.docUrl ?? failure.operationDocUrl;
    this.#failure = failure;
  }

  /** Feishu's `error` object, unchanged; not printed with the error, because it may repeat what was sent. */
  get detail(): unknown {
    return this.#failure.detail;
  }
}

function formatFailure(failure: ApiFailure, known: ErrorCodeInfo | undefined): string {
  const { operationId, code, msg, status, logId } = failure;
  const name = known ? `${known.name}, ` : "";
  return `${operationId} failed: ${code} ${name}"${msg}" (HTTP ${status}${logId ? `, log id ${logId}` : ""}).`;
}

/** Feishu rejected a parameter (1002002, for example). */
export class BadParameterError extends FeishuApiError {
  static override readonly name: string = "BadParameterError";
}

/** The credentials or the token were rejected. */
export class AuthenticationError extends FeishuApiError {
  static override readonly name: string = "AuthenticationError";
}

/** The app may not make this call. */
export class PermissionError extends FeishuApiError {
  static override readonly name: string = "PermissionError";
  /** The missing scopes, any one of which is enough; empty if the failure is not about scopes. */
  readonly missingScopes: readonly string[];
  /** Where the app's administrator grants them; undefined if the failure is not about scopes. */
  readonly grantUrl: string | undefined;

  constructor(failure: ApiFailure, context?: Partial<CallContext>) {
    const missing = failure.missingScopes;
    const note =
      missing && `Missing scope: ${missing.scopes.join(" or ")}; grant it at ${missing.grantUrl} .`;
    super(failure, context, note);
    this.missingScopes = missing?.scopes ?? [];
    this.grantUrl = missing?.grantUrl;
  }
}

/** Too many requests, and the call could not wait any longer for the limit. */
export class RateLimitError extends FeishuApiError {
  static override readonly name: string = "RateLimitError";
  /** How long Feishu asked to wait, in milliseconds; undefined if it did not say. */
  readonly retryAfterMs: number | undefined;

  constructor(failure: ApiFailure, context?: Partial<CallContext>) {
    super(failure, context);
    this.retryAfterMs = failure.retryAfterMs;
  }
}

/** The month's API calls are used up. */
export class QuotaError extends FeishuApiError {
  static override readonly name: string = "QuotaError";
}

/** Feishu failed internally. */
export class ServerError extends FeishuApiError {
  static override readonly name: string = "ServerError";
}

/** Finds the catalogue's entry for a code; undefined if it has none. */
export function findKnownError(code: number): ErrorCodeInfo | undefined {
  return Object.hasOwn(errorCodes, code) ? (errorCodes as Record<number, ErrorCodeInfo>)[code] : undefined;
}
