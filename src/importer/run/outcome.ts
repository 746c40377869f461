import {
  AuthenticationError,
  FeishuApiError,
  FeishuHireError,
  InvalidRequestError,
  InvalidResponseError,
  PermissionError,
  QuotaError,
  RateLimitError,
} from "../../index.js";
import type { Rejection } from "../input/rows/interview-row.js";
import { WindowExpiredError } from "../job/window-expired-error.js";
import { type Phrase, phrase } from "../messages/phrase.js";
import { isNotFound } from "../stored/query-by-ids.js";
import { describeFailure, summarizeFailure, trimPeriod } from "./describe-failure.js";

interface OutcomeBase {
  /** The 1-based line of the input on which the interview begins. */
  readonly line: number;
  /** Its `external_id`, its own or a derived one; undefined if the row could not be read. */
  readonly key: string | undefined;
}

/** What happened to one interview of the input. */
export type Outcome =
  | (OutcomeBase & {
      readonly kind: "created";
      readonly id: string;
      /** An earlier run has created it without getting the response: it was found in Feishu. */
      readonly isFound?: true;
    })
  /** It was created before with other content, and has been overwritten. */
  | (OutcomeBase & { readonly kind: "updated"; readonly id: string })
  | (OutcomeBase & { readonly kind: "rejected"; readonly rejection: Rejection })
  /** It may have been created. */
  | (OutcomeBase & { readonly kind: "unknown"; readonly reason: Phrase })
  /** It was created before, or it repeats another row. */
  | (OutcomeBase & { readonly kind: "skipped"; readonly reason: Phrase })
  /** It was not sent: the run ended first, or Feishu may still remember its key. */
  | (OutcomeBase & { readonly kind: "notAttempted"; readonly reason: Phrase });

export type OutcomeKind = Outcome["kind"];

/** What a failed call means for its interview, and for the run. */
export type FailureClass =
  | { readonly kind: "rejected"; readonly rejection: Rejection }
  | {
      readonly kind: "unknown" | "notAttempted";
      readonly reason: Phrase;
      /** Why no other interview would succeed either. */
      readonly stopReason: Phrase | undefined;
    };

/**
 * Classifies a failed call.
 *
 * @param sentBefore whether an earlier run or call may have created the interview
 * @throws the error itself if it is not the failure of a call, but a bug or a failure of the job's disk
 */
export function classifyFailure(error: unknown, sentBefore: boolean): FailureClass {
  if (error instanceof WindowExpiredError)
    return { kind: "unknown", reason: phrase("windowExpired"), stopReason: undefined };
  if (!(error instanceof FeishuHireError)) throw error;
  const reason = summarizeFailure(error);
  if (error.mayHaveSucceeded) return { kind: "unknown", reason, stopReason: undefined };
  if (concernsInterview(error)) {
    if (sentBefore) {
      const resent = phrase("resent", { reason });
      return { kind: "unknown", reason: resent, stopReason: undefined };
    }
    return { kind: "rejected", rejection: toRejection(error) };
  }
  // The run has been stopped, and this interview with it.
  const isStopped = error.name === "AbortError";
  const stopReason = isStopped ? undefined : describeFailure(error);
  if (sentBefore) return { kind: "unknown", reason: phrase("notResent"), stopReason };
  return { kind: "notAttempted", reason: isStopped ? phrase("runStopped") : reason, stopReason };
}

/** The operations that are about one interview. */
const INTERVIEW_OPERATIONS: ReadonlySet<string | undefined> = new Set([
  "createExternalInterview",
  "updateExternalInterview",
]);

/** Whether the failure concerns this interview only, so that others may succeed. */
function concernsInterview(
  error: FeishuHireError,
): error is FeishuApiError | InvalidRequestError | InvalidResponseError {
  if (error instanceof InvalidRequestError) return true;
  // An update's address has the interview's id; a create's does not.
  if (isNotFound(error)) return error.operationId === "updateExternalInterview";
  const concernsApp = [AuthenticationError, PermissionError, QuotaError, RateLimitError].some(
    (type) => error instanceof type,
  );
  return error instanceof FeishuApiError && !concernsApp && INTERVIEW_OPERATIONS.has(error.operationId);
}

function toRejection(error: FeishuApiError | InvalidRequestError | InvalidResponseError): Rejection {
  if (error instanceof InvalidResponseError) return { reason: phrase("interviewNotFound") };
  if (error instanceof InvalidRequestError)
    return { reason: describeFailure(error), field: error.issues[0]?.pointer };
  return {
    reason: describeApiRejection(error),
    code: error.code,
    logId: error.logId,
  };
}

function describeApiRejection({ msg, advice }: FeishuApiError): Phrase {
  const text = trimPeriod(msg);
  if (!advice) return phrase("feishuRejects", { msg: text });
  return phrase("feishuRejectsAndAdvises", { msg: text, advice: { en: advice.en, zh: advice.zh } });
}
