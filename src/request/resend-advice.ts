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
  if (typeof idempotency !== "object") return `${what}: look in Feishu before you send it again.`;
  const { field, windowMs } = idempotency;
  if (!hasIdempotencyKey)
    return `${what}: look in Feishu before you send it again, and pass ${field} next time.`;
  if (windowMs === undefined) return `${what}: look in Feishu before you send it again.`;
  return `${what}: send it again with the same ${field} and body within ${windowMs / HOUR_MS} hours, or look in Feishu.`;
}
