import type { Operation } from "../../generated/operations.js";
import { isObject } from "../is-object.js";

const HOUR_MS = 3_600_000;

/** Whether the request carries the field that makes a repeat of it safe. */
export function hasIdempotencyKey({ idempotency }: Operation, body: string | undefined): boolean {
  if (typeof idempotency !== "object" || body === undefined) return false;
  try {
    const value: unknown = JSON.parse(body);
    const key = isObject(value) ? value[idempotency.field] : undefined;
    return typeof key === "string" && key !== "";
  } catch {
    return false; // a raw call with a serialiser of its own
  }
}

/** What to do about a call of which nobody knows whether it was carried out. */
export function adviceWhenOpen(
  { idempotency }: Operation,
  { hasKey, refusedLater }: { hasKey: boolean; refusedLater: boolean },
): string {
  const before = refusedLater ? "An earlier attempt of this call got no clear answer. " : "";
  const what = `${before}It may have been carried out all the same (mayHaveSucceeded)`;
  if (typeof idempotency !== "object") return `${what}: look in Feishu before you send it again.`;
  const { field, windowMs } = idempotency;
  if (!hasKey) return `${what}: look in Feishu before you send it again, and give it an ${field} next time.`;
  if (windowMs === undefined) return `${what}: look in Feishu before you send it again.`;
  return `${what}: send it again with the same ${field} and body within ${windowMs / HOUR_MS} hours, or look in Feishu.`;
}
