import type { Operation } from "../../generated/operations.js";
import { findKnownError } from "../errors/api.js";
import { getErrorKind } from "../errors/create-error.js";
import type { Failure } from "../errors/failure.js";

/** What to do after a failed attempt. */
export interface RetryDecision {
  /** How long to wait before the request is sent again; undefined if it is not. */
  readonly waitMs?: number;
  /** Why it is not, if that needs to be said. */
  readonly note?: string;
}

/** Subtracted from the idempotency window, so that a repeat also arrives within it. */
const RESEND_MARGIN_MS = 60_000;
const FIRST_BACKOFF_MS = 500;
const MAX_BACKOFF_MS = 8_000;
const DEFAULT_LIMIT_WAIT_MS = 1_000;
/** Keeps a reset of 0 from turning into a tight loop. */
const MIN_LIMIT_WAIT_MS = 250;

/** Decides, for one call, whether a failed request is sent again, and after how long. */
export class RetryPolicy {
  readonly #operation: Operation;
  readonly #maxRetries: number;
  readonly #maxRateLimitWaitMs: number;
  #retries = 0;
  #tokenReplaced = false;
  /** How long Feishu has asked the call to wait in all. */
  #askedWaitMs = 0;

  constructor(operation: Operation, maxRetries: number, maxRateLimitWaitMs: number) {
    this.#operation = operation;
    this.#maxRetries = maxRetries;
    this.#maxRateLimitWaitMs = maxRateLimitWaitMs;
  }

  /**
   * Decides what follows a failed attempt.
   *
   * @param isSafe whether sending the request again does no harm
   */
  after(failure: Failure, isSafe: boolean): RetryDecision {
    if (!isSafe) return {};
    if (isRateLimit(failure)) return this.#retryAfter(getLimitWaitMs(this.#operation, failure));
    if (rejectsToken(failure)) {
      if (this.#tokenReplaced) return {};
      this.#tokenReplaced = true;
      return { waitMs: 0 };
    }
    if (!isTransient(failure) || this.#retries >= this.#maxRetries) return {};
    const backoffMs = computeBackoffMs(this.#retries++, Math.random());
    return this.#retryAfter(getRetryAfterMs(failure) ?? 0, backoffMs);
  }

  #retryAfter(askedMs: number, backoffMs = 0): RetryDecision {
    const maxRateLimitWaitMs = this.#maxRateLimitWaitMs;
    this.#askedWaitMs += askedMs;
    if (this.#askedWaitMs <= maxRateLimitWaitMs) return { waitMs: Math.max(backoffMs, askedMs) };
    return { note: `Waiting another ${askedMs} ms would exceed maxRateLimitWaitMs ${maxRateLimitWaitMs}.` };
  }
}

/** Returns how long the operation pauses after a limit response, whether or not the call is retried. */
export function getLimitWaitMs({ rateLimit }: Operation, failure: Failure): number {
  const usualMs = rateLimit?.periodMs ?? DEFAULT_LIMIT_WAIT_MS;
  return Math.max(MIN_LIMIT_WAIT_MS, getRetryAfterMs(failure) ?? usualMs);
}

/** Whether a failed attempt proves that nothing was applied. */
export function provesNotApplied(failure: Failure): boolean {
  if (failure.kind === "unreadable") return failure.isWrongAddress;
  if (failure.kind !== "api") return failure.neverSent === true;
  if (isRateLimit(failure)) return true;
  const known = findKnownError(failure.code);
  return known?.rejectsToken || (failure.status < 500 && known?.provesNotApplied !== false);
}

/** Whether a request may be sent again although it may have been applied. */
export function isSafeToResend(
  { idempotency }: Operation,
  hasIdempotencyKey: boolean,
  sinceFirstTryMs: number,
): boolean {
  if (idempotency === undefined) return false;
  if (typeof idempotency === "string") return true;
  if (!hasIdempotencyKey) return false;
  // Without a documented window, a repeat may create a second record at any time.
  return sinceFirstTryMs < (idempotency.windowMs ?? 0) - RESEND_MARGIN_MS;
}

export function isRateLimit(failure: Failure): boolean {
  return failure.kind === "api" && getErrorKind(failure) === "rateLimit";
}

export function rejectsToken(failure: Failure): boolean {
  return failure.kind === "api" && findKnownError(failure.code)?.rejectsToken === true;
}

/** Whether the same request may succeed a moment later. */
function isTransient(failure: Failure): boolean {
  switch (failure.kind) {
    case "api":
      return !provesNotApplied(failure);
    case "connection":
      return !failure.isPermanent;
    case "unreadable":
      return isTransientStatus(failure.status);
    case "timeout":
      return failure.limit === "timeoutMs";
    default:
      return false;
  }
}

/** Whether the same call may succeed later, even if its own retries are used up. */
export function mayRecover(failure: Failure): boolean {
  return isTransient(failure) || isRateLimit(failure) || failure.kind === "timeout";
}

/**
 * Whether a response that cannot be read may be another one a moment later: a success behind a login page, or a
 * server or a gateway that is busy. A redirect or a rejection stays what it is.
 */
function isTransientStatus(status: number): boolean {
  return (
    (status >= 200 && status < 300) || (status >= 500 && status !== 501) || status === 408 || status === 429
  );
}

function getRetryAfterMs(failure: Failure): number | undefined {
  return "retryAfterMs" in failure ? failure.retryAfterMs : undefined;
}

/**
 * Computes an exponential backoff with full jitter: a random wait up to a bound that doubles with each retry.
 *
 * @param random from 0 to 1
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
function computeBackoffMs(retries: number, random: number): number {
  return random * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** retries);
}
