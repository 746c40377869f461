import { queryExternalInterviews as validators } from "../../../generated/validators/queryExternalInterviews.js";
import { Rejection } from "../gateway/rejection.js";
import type { ResolvedTestOptions } from "../options.js";
import { paginate } from "../store/paginate.js";
import type { Store, StoredInterview } from "../store/store.js";
import type { Handler } from "./support/handler.js";
import { checkQuery, readPart } from "./support/read-part.js";

export const queryExternalInterviews: Handler = (request, { options, store, nowMs }) => {
  checkQuery(validators.query, request.query);
  const { external_interview_id_list: ids = [] } = readPart(validators.body, request.body ?? {});
  const asOfMs = nowMs - options.queryLagMs;
  const { external_application_id: applicationId } = request.query;
  const byIds = ids.length > 0;
  if (!byIds && applicationId === undefined && options.unfilteredQuery !== "everything")
    throw new Rejection(options.unfilteredQuery);

  const found = byIds ? findByIds(store, ids, asOfMs, options) : store.interviews.list(asOfMs);
  const items = found
    .map(({ interview }) => interview)
    .filter(
      (interview) =>
        byIds || applicationId === undefined || interview.external_application_id === applicationId,
    );
  const isUnpaged = byIds && !options.idQueryPaged;
  return { data: isUnpaged ? { items, has_more: false } : paginate(items, request.query, options) };
};

/** Finds interviews by their ids, in order of creation, in which ids grow. */
function findByIds(
  { interviews }: Store,
  ids: readonly string[],
  asOfMs: number,
  { unknownListId }: ResolvedTestOptions,
): StoredInterview[] {
  return [...new Set(ids)].sort().flatMap((id) => {
    const found = interviews.find(id, asOfMs);
    if (!found && unknownListId !== "omitted") throw new Rejection(unknownListId);
    return found ? [found] : [];
  });
}
