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
    super(`The request of ${operationId} does not match the spec:${list.join("")}`, operationId);
    this.violations = violations;
  }
}

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
