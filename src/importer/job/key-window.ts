import { operations } from "../../../generated/operations.js";
import type { KeyEntry } from "../keys/key-index.js";

/** The margin of the idempotency window: clocks differ, and a request takes a while to arrive. */
export const RESUME_MARGIN_MS: number = 30 * 60_000;

const { idempotency } = operations.createExternalInterview;

/** How long Feishu remembers an `external_id`, in milliseconds. */
export const IDEMPOTENCY_WINDOW_MS: number =
  typeof idempotency === "object" ? (idempotency.windowMs ?? 0) : 0;

/** How long after its creation Feishu has certainly forgotten an `external_id`. */
export const KEY_WINDOW_MS: number = IDEMPOTENCY_WINDOW_MS + RESUME_MARGIN_MS;

/** When Feishu has certainly forgotten the key of an interview that was undone. */
export function getFreeAtMs({ firstTryAtSeconds }: KeyEntry): number {
  return firstTryAtSeconds * 1000 + KEY_WINDOW_MS;
}
