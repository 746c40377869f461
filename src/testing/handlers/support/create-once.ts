import { ErrorCode } from "../../../../generated/error-codes.js";
import { Rejection } from "../../gateway/rejection.js";
import type { ReceivedRequest } from "../../request-log.js";
import type { Created } from "../../store/external-ids.js";
import type { HandlerContext } from "./handler.js";

/**
 * Creates something, unless the request's `external_id` has done so.
 *
 * @throws Rejection for a duplicate, if the options say so
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
  if (!use.created) throw new Rejection({ code: ErrorCode.BadParameter });
  return { data: { [field]: use.created } };
}
