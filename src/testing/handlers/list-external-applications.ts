import { listExternalApplications as validators } from "../../../generated/validators/listExternalApplications.js";
import { paginate } from "../store/paginate.js";
import { checkTalent } from "./support/check-talent.js";
import type { Handler } from "./support/handler.js";
import { checkQuery } from "./support/read-part.js";

export const listExternalApplications: Handler = (request, { options, store, nowMs }) => {
  checkQuery(validators.query, request.query);
  const { talent_id: talentId = "" } = request.query;
  checkTalent(talentId, options);
  const items = store.applications
    .list(nowMs - options.queryLagMs)
    .map(({ application }) => application)
    .filter(({ talent_id }) => talent_id === talentId);
  return { data: paginate(items, request.query, options) };
};
