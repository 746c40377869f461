import type { Operation } from "../../generated/operations.js";
import { AuthenticationError, FeishuApiError, knownError, RateLimitError } from "../errors/api.js";
import { ConnectionError } from "../errors/connection.js";
import { InvalidResponseError } from "../errors/invalid-response.js";
import { TimeoutError } from "../errors/timeout.js";

/** What is known when an attempt has failed. */
export interface Situation {
  readonly error: unknown;
  /** Whether a repeat does no harm even if the request was carried out; see `mayRepeat`. */
  readonly mayRepeat: boolean;
  /** Whether an earlier attempt of this call may have been carried out. */
  readonly maybeCarriedOut: boolean;
  /** How many retries were made; limit answers and new tokens do not count. */
  readonly retries: number;
  readonly maxRetries: number;
  readonly tokenReplaced: boolean;
}

/** What to do next. */
export type Verdict = "throw" | "retry" | "waitForLimit" | "replaceToken";

/** Whether a failed attempt proves that nothing was carried out. */
export function provesNothingDone(error: unknown): boolean {
  if (error instanceof RateLimitError) return true;
  if (error instanceof FeishuApiError) {
    const known = knownError(error.code);
    return known?.rejectsToken || (error.status < 500 && known?.provesNotApplied !== false);
  }
  return error instanceof ConnectionError && error.neverOpened;
}

/** The rules of sending again, as a table. */
export function decide(situation: Situation): Verdict {
  const { error, mayRepeat, maybeCarriedOut, retries, maxRetries } = situation;
  const harmless = provesNothingDone(error);
  // What an earlier attempt may have done counts too: from then on, the key alone makes a repeat safe.
  if ((!harmless || maybeCarriedOut) && !mayRepeat) return "throw";
  if (error instanceof RateLimitError) return "waitForLimit";
  if (isTokenRejection(error)) return situation.tokenReplaced ? "throw" : "replaceToken";
  const transient = !harmless || error instanceof ConnectionError;
  return transient && isAttemptFailure(error) && retries < maxRetries ? "retry" : "throw";
}

export function isTokenRejection(error: unknown): error is AuthenticationError {
  return error instanceof AuthenticationError && knownError(error.code)?.rejectsToken === true;
}

/** Kept back from the idempotency window, so that a repeat also arrives inside it. */
export const RESEND_MARGIN_MS = 60_000;

/** Whether a request may be sent again although it may have been carried out. */
export function mayRepeat({ idempotency }: Operation, hasKey: boolean, sinceFirstTryMs: number): boolean {
  if (idempotency === undefined) return false;
  if (typeof idempotency === "string") return true;
  const { windowMs = Number.POSITIVE_INFINITY } = idempotency;
  return hasKey && sinceFirstTryMs < windowMs - RESEND_MARGIN_MS;
}

/** Whether it is the attempt that failed, and not the caller who gave up or a limit of the whole call. */
function isAttemptFailure(error: unknown): boolean {
  return (
    error instanceof FeishuApiError ||
    error instanceof ConnectionError ||
    error instanceof InvalidResponseError ||
    (error instanceof TimeoutError && error.limit === "timeoutMs")
  );
}

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 8_000;

/**
 * Exponential backoff with full jitter: anything between nothing and a bound that doubles.
 *
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backoffMs(retries: number, random: number): number {
  return random * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** retries);
}

/** Where Feishu says nothing of how long to wait; its limits are counted by the second. */
const DEFAULT_LIMIT_WAIT_MS = 1_000;
/** A reset of 0 must not turn into a tight loop. */
const SHORTEST_LIMIT_WAIT_MS = 250;

/** How long a limit answer holds up its lane. */
export function limitWaitMs({ retryAfterMs = DEFAULT_LIMIT_WAIT_MS }: RateLimitError): number {
  return Math.max(SHORTEST_LIMIT_WAIT_MS, retryAfterMs);
}
