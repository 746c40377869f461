import { operations } from "../../../generated/operations.js";

/** The margin of the idempotency window: clocks differ, and a request takes a while to arrive. */
export const RESUME_MARGIN_MS: number = 30 * 60_000;

const { idempotency } = operations.createExternalInterview;

/** How long Feishu remembers an `external_id`, in milliseconds. */
export const IDEMPOTENCY_WINDOW_MS: number =
  typeof idempotency === "object" ? (idempotency.windowMs ?? 0) : 0;

/** How long after its creation Feishu has certainly forgotten an `external_id`. */
const KEY_WINDOW_MS: number = IDEMPOTENCY_WINDOW_MS + RESUME_MARGIN_MS;

/** When Feishu has certainly forgotten the key of an interview that was undone: a whole second, as indexes keep it. */
export function getFreeAtMs(createdByMs: number): number {
  return Math.ceil(createdByMs / 1000) * 1000 + KEY_WINDOW_MS;
}
