import {
  type Advice,
  AuthenticationError,
  FeishuApiError,
  FeishuHireError,
  InvalidRequestError,
  PermissionError,
  QuotaError,
  RateLimitError,
} from "../../index.js";
import type { Rejection } from "../input/rows/interview-row.js";
import { WindowExpiredError } from "../job/window-expired-error.js";

interface OutcomeOf {
  /** The 1-based line of the input on which the interview begins. */
  readonly line: number;
  /** Its `external_id`, its own or derived; undefined where the row could not be read. */
  readonly key: string | undefined;
}

/** What became of one interview of the input. */
export type Outcome =
  | (OutcomeOf & { readonly kind: "created"; readonly id: string })
  | (OutcomeOf & { readonly kind: "rejected"; readonly rejection: Rejection })
  /** It may have been created; nobody knows. */
  | (OutcomeOf & { readonly kind: "unknown"; readonly reason: string })
  /** It was created before, or it is another row's twin. */
  | (OutcomeOf & { readonly kind: "skipped"; readonly reason: string })
  /** It was not sent, because the run ended before. */
  | (OutcomeOf & { readonly kind: "notAttempted"; readonly reason: string });

export type OutcomeKind = Outcome["kind"];

/** What a failed call means for its interview, and for the run. */
export type Verdict =
  | { readonly kind: "rejected"; readonly rejection: Rejection }
  /** `stop` says why no other interview would fare better. */
  | { readonly kind: "unknown" | "notAttempted"; readonly reason: string; readonly stop: string | undefined };

/**
 * Reads a failed call.
 *
 * @param maybeCreated whether an earlier run may have created the interview
 * @throws the error itself if it is no failure of a call, but a fault of ours or of the job's disk
 */
export function judge(error: unknown, maybeCreated: boolean): Verdict {
  if (error instanceof WindowExpiredError) return { kind: "unknown", reason: error.message, stop: undefined };
  if (!(error instanceof FeishuHireError)) throw error;
  const reason = summary(error);
  if (error.mayHaveSucceeded) return { kind: "unknown", reason, stop: undefined };
  if (isRejection(error)) {
    if (maybeCreated)
      return {
        kind: "unknown",
        reason: `an earlier run may have created it; sent again: ${reason}`,
        stop: undefined,
      };
    return { kind: "rejected", rejection: rejectionOf(error) };
  }
  if (error.name === "AbortError") return { ...notSent(maybeCreated), stop: undefined };
  return { ...(maybeCreated ? notSent(true) : { kind: "notAttempted", reason }), stop: error.message };
}

/** What a stopped run leaves of an interview that it has not sent. */
export function notSent(maybeCreated: boolean): { kind: "unknown" | "notAttempted"; reason: string } {
  return maybeCreated
    ? { kind: "unknown", reason: "an earlier run may have created it; it was not sent again" }
    : { kind: "notAttempted", reason: "the run was stopped" };
}

/** Whether the failure is about this interview, so that others may fare better. */
function isRejection(error: FeishuHireError): error is FeishuApiError | InvalidRequestError {
  if (error instanceof InvalidRequestError) return true;
  const aboutTheApp = [AuthenticationError, PermissionError, QuotaError, RateLimitError].some(
    (type) => error instanceof type,
  );
  return error instanceof FeishuApiError && !aboutTheApp && error.operationId === "createExternalInterview";
}

function rejectionOf(error: FeishuApiError | InvalidRequestError): Rejection {
  if (error instanceof InvalidRequestError) return { reason: error.message, field: error.issues[0]?.pointer };
  return {
    reason: `${error.msg} ${formatAdvice(error.advice)}`.trim(),
    code: error.code,
    logId: error.logId,
  };
}

function formatAdvice(advice: Advice | undefined): string {
  const { en = "", zh } = advice ?? {};
  return zh === undefined ? en : `${en} (${zh})`;
}

/** An error in one line, without what Feishu may have repeated of the interview. */
function summary(error: FeishuHireError): string {
  if (error instanceof FeishuApiError) return `${error.name} ${error.code} (log id ${error.logId ?? "none"})`;
  return error.name;
}
