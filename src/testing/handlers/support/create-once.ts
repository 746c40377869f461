import { ErrorCode } from "../../../../generated/error-codes.js";
import { Rejection } from "../../gateway/rejection.js";
import type { ReceivedRequest } from "../../request-log.js";
import type { Created } from "../../store/external-ids.js";
import type { HandlerContext } from "./handler.js";

/**
 * Creates a record, or responds as the options say if the `external_id` has been used.
 *
 * @throws Rejection if duplicates fail, or if the earlier request created nothing
 */
export function createOnce(
  request: ReceivedRequest,
  { options: { duplicate, record }, store: { externalIds }, nowMs }: HandlerContext,
  field: string,
  create: () => Created,
): object {
  const use = externalIds.findUse(request, nowMs);
  if (!use) {
    const created = create();
    externalIds.markUsed(request, record === "everything" ? created : { id: created.id }, nowMs);
    return { data: { [field]: created } };
  }
  if (typeof duplicate === "object") throw new Rejection(duplicate);
  if (duplicate === "emptySuccess") return { data: {} };
  // The id was used up by a fault with `applied: "idOnly"`, which created nothing.
  if (!use.created) throw new Rejection({ code: ErrorCode.BadParameter });
  return { data: { [field]: use.created } };
}
