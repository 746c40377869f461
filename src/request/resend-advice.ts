import type { Operation } from "../../generated/operations.js";

const HOUR_MS = 3_600_000;

/** Describes what to do about a call that may have been applied. */
export function describeResend(
  { idempotency, method }: Operation,
  { hasIdempotencyKey, laterAttemptRejected }: { hasIdempotencyKey: boolean; laterAttemptRejected: boolean },
): string {
  const before = laterAttemptRejected ? "An earlier attempt of this call had no clear response. " : "";
  const what = `${before}It may have been applied nevertheless (mayHaveSucceeded)`;
  if (idempotency === "always") {
    const how = method === "DELETE" ? "a query shows whether it is gone" : "a query shows what is there";
    return `${what}: ${how}; sending it again is safe.`;
  }
  const look = `${what}: look in Feishu before you send it again`;
  if (typeof idempotency !== "object" || idempotency.windowMs === undefined) return `${look}.`;
  const { field, windowMs } = idempotency;
  if (!hasIdempotencyKey) return `${look}, and pass ${field} next time.`;
  return `${what}: send it again with the same ${field} and body within ${windowMs / HOUR_MS} hours, or look in Feishu.`;
}
