import { type ErrorCodeInfo, errorCodes, type KnownErrorCode } from "../../generated/error-codes.js";
import { type Advice, createAdvice } from "./advice.js";
import { FeishuHireError } from "./base.js";

/** What a failure's envelope and headers say. */
export interface ApiFailure {
  readonly operationId: string;
  /** The fields of the operation that take ids. */
  readonly operationIds: readonly string[];
  /** Feishu's page of the operation. */
  readonly operationDocUrl: string;
  readonly code: number;
  readonly msg: string;
  readonly status: number;
  readonly logId: string | undefined;
  /** Feishu's `error` object, as it came. */
  readonly detail?: unknown;
  /** What `x-ogw-ratelimit-reset` asks for. */
  readonly retryAfterMs?: number | undefined;
}

/** Feishu answered with a code other than 0, under whatever HTTP status. */
export class FeishuApiError extends FeishuHireError {
  /** Feishu's error code; one of the catalogue's or another. */
  readonly code: KnownErrorCode | (number & {});
  /** Feishu's own words. */
  readonly msg: string;
  /** The HTTP status, which can be 200. */
  readonly status: number;
  /** What Feishu's support asks for. */
  readonly logId: string | undefined;
  /** What helps; `undefined` for a code that the catalogue does not have. */
  readonly advice: Advice | undefined;
  /** Feishu's page of the code, or of the operation if the code has none of its own. */
  readonly docUrl: string;
  readonly #failure: ApiFailure;

  constructor(failure: ApiFailure, note = "") {
    const known = knownError(failure.code);
    const advice = known && createAdvice(known, failure);
    const name = known ? `${known.name}, ` : "";
    const logId = failure.logId ? `, log id ${failure.logId}` : "";
    super(
      [
        `${failure.operationId} failed: ${failure.code} ${name}"${failure.msg}" (HTTP ${failure.status}${logId}).`,
        note,
        advice?.en,
      ]
        .filter(Boolean)
        .join(" "),
      failure.operationId,
    );
    this.code = failure.code;
    this.msg = failure.msg;
    this.status = failure.status;
    this.logId = failure.logId;
    this.advice = advice;
    this.docUrl = known?.docUrl ?? failure.operationDocUrl;
    this.#failure = failure;
  }

  /** Feishu's `error` object as it came, not printed with the error because it may repeat what was sent. */
  get detail(): unknown {
    return this.#failure.detail;
  }

  /** What this error was made of. */
  get failure(): ApiFailure {
    return this.#failure;
  }
}

/** A parameter is wrong (1002002 and its like). */
export class BadParameterError extends FeishuApiError {}

/** The credentials or the token were refused. */
export class AuthenticationError extends FeishuApiError {}

/** The scopes that a call lacks. */
export interface MissingScopes {
  /** Any one of them would do. */
  readonly scopes: readonly string[];
  /** Where the app's administrator grants them. */
  readonly grantUrl: string;
}

/** The app may not make this call. */
export class PermissionError extends FeishuApiError {
  /** The scopes, any one of which would do; empty where a scope is not what is missing. */
  readonly missingScopes: readonly string[];
  /** Where the app's administrator grants them. */
  readonly grantUrl: string | undefined;

  constructor(failure: ApiFailure, missing?: MissingScopes) {
    super(
      failure,
      missing && `Missing scope: ${missing.scopes.join(" or ")}; grant it at ${missing.grantUrl} .`,
    );
    this.missingScopes = missing?.scopes ?? [];
    this.grantUrl = missing?.grantUrl;
  }
}

/** Too many requests, and waiting for the limit took longer than allowed. */
export class RateLimitError extends FeishuApiError {
  /** What Feishu asked to wait, in milliseconds; undefined where it did not say. */
  readonly retryAfterMs: number | undefined;

  constructor(failure: ApiFailure, note?: string) {
    super(failure, note);
    this.retryAfterMs = failure.retryAfterMs;
  }
}

/** The month's API calls are used up. */
export class QuotaError extends FeishuApiError {}

/** Feishu failed inside. */
export class ServerError extends FeishuApiError {}

/** What the catalogue knows of a code; undefined for a code that it does not have. */
export function knownError(code: number): ErrorCodeInfo | undefined {
  return Object.hasOwn(errorCodes, code) ? (errorCodes as Record<number, ErrorCodeInfo>)[code] : undefined;
}
