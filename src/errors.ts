import { type ErrorCodeFacts, errorCodes, type KnownErrorCode } from "../generated/error-codes.js";

/**
 * The base of everything that this package throws.
 *
 * No error holds a secret, a token, or a request or response body, neither when printed nor as JSON.
 */
export class FeishuHireError extends Error {
  /** The operation that failed, by the spec's `operationId`. */
  readonly operationId: string | undefined;
  /**
   * Whether the request may have been carried out in spite of the failure. If true, look in Feishu Hire before
   * you send it again, or send it again with the same `external_id` and body within 24 hours.
   */
  readonly mayHaveBeenCreated: boolean = false;
  /** How many requests were sent for this call. */
  readonly attempts: number = 0;

  constructor(message: string, operationId?: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.operationId = operationId;
    Object.defineProperty(this, "name", { value: new.target.name, configurable: true });
  }

  /** What may be logged of this error. */
  toJSON(): object {
    return { ...this, name: this.name, message: this.message };
  }
}

/** The client's options are missing or wrong. Nothing was sent. */
export class ConfigurationError extends FeishuHireError {}

/** One place where a request body does not match the spec. */
export interface BodyViolation {
  /** A JSON pointer into the body; empty for the body itself. */
  readonly pointer: string;
  /** What the spec asks for at that place. */
  readonly expected: string;
  /** What came. Texts are told by their length, since they may be about people. */
  readonly received: string;
}

/** The body does not match the spec. Nothing was sent. */
export class InvalidRequestError extends FeishuHireError {
  /** Every violation, not just the first. */
  readonly violations: readonly BodyViolation[];

  constructor(operationId: string, violations: readonly BodyViolation[]) {
    const list = violations.map(
      ({ pointer, expected, received }) =>
        `\n  ${pointer || "(body)"}: expected ${expected}, received ${received}`,
    );
    super(`The body of ${operationId} does not match the spec:${list.join("")}`, operationId);
    this.violations = violations;
  }
}

/** What a failure's envelope and headers say. */
export interface ApiFailure {
  readonly operationId: string;
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
  /** What helps, in English and Chinese, where the catalogue knows the code. */
  readonly advice: string | undefined;
  /** Feishu's page about the code. */
  readonly docUrl: string | undefined;
  readonly #failure: ApiFailure;

  constructor(failure: ApiFailure, note = "") {
    const known = knownError(failure.code);
    const advice = known && `${known.advice.en} (${known.advice.zh})`;
    const name = known ? `${known.name}, ` : "";
    const logId = failure.logId ? `, log id ${failure.logId}` : "";
    super(
      [
        `${failure.operationId} failed: ${failure.code} ${name}"${failure.msg}" (HTTP ${failure.status}${logId}).`,
        note,
        advice,
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
    this.docUrl = known?.docUrl;
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

/** The answer could not be understood: not JSON, cut short, too large, a redirect, or without what a success holds. */
export class InvalidResponseError extends FeishuHireError {
  readonly status: number;
  readonly logId: string | undefined;
  /** What is wrong with the answer. */
  readonly reason: string;

  constructor(operationId: string, status: number, logId: string | undefined, reason: string) {
    super(
      `${operationId} got an answer that cannot be read: ${reason} (HTTP ${status}, log id ${logId ?? "none"}).`,
      operationId,
    );
    this.status = status;
    this.logId = logId;
    this.reason = reason;
  }
}

/** The connection could not be opened, or it broke. */
export class ConnectionError extends FeishuHireError {
  /** The system's error code, such as `ECONNREFUSED`. */
  readonly systemCode: string | undefined;
  /** Whether the connection never opened, so that nothing can have been carried out. */
  readonly neverOpened: boolean;

  constructor(
    operationId: string,
    facts: { message: string; systemCode: string | undefined; neverOpened: boolean },
  ) {
    const what = facts.neverOpened
      ? "could not connect"
      : "lost the connection before the answer was complete";
    super(`${operationId} ${what}: ${facts.message}.`, operationId);
    this.systemCode = facts.systemCode;
    this.neverOpened = facts.neverOpened;
  }
}

/** Where a call's time went, in milliseconds. */
export interface TimeSpent {
  /** Waiting for a place in the lane, and between attempts. */
  readonly queueMs: number;
  /** Waiting for a token. */
  readonly tokenMs: number;
  /** Waiting for answers. */
  readonly answerMs: number;
}

/** An attempt took longer than `timeoutMs`, or the call longer than `deadlineMs`. */
export class TimeoutError extends FeishuHireError implements TimeSpent {
  /** Which limit ran out. */
  readonly limit: "timeoutMs" | "deadlineMs";
  readonly queueMs: number = 0;
  readonly tokenMs: number = 0;
  readonly answerMs: number = 0;

  constructor(operationId: string, limit: "timeoutMs" | "deadlineMs", ms: number) {
    super(`${operationId} took longer than ${limit} ${ms}.`, operationId);
    this.limit = limit;
  }
}

/** The caller's signal aborted the call. */
export class AbortError extends FeishuHireError {
  constructor(operationId: string, reason?: unknown) {
    super(`${operationId} was aborted by the caller.`, operationId, reason);
  }
}

/** What the catalogue knows of a code; undefined for a code that it does not have. */
export function knownError(code: number): ErrorCodeFacts | undefined {
  return Object.hasOwn(errorCodes, code) ? (errorCodes as Record<number, ErrorCodeFacts>)[code] : undefined;
}

/** Completes an error with what only the whole call knows, and with what to do about it. */
export function settle(
  error: FeishuHireError,
  facts: { mayHaveBeenCreated: boolean; attempts: number; advice: string } & Partial<TimeSpent>,
): FeishuHireError {
  const { advice, ...fields } = facts;
  Object.assign(error, fields);
  if (advice) {
    const message = `${error.message} ${advice}`;
    error.stack = error.stack?.replace(error.message, () => message) ?? message;
    error.message = message;
  }
  return error;
}
