import { deleteExternalApplication as validators } from "../../../generated/validators/deleteExternalApplication.js";
import { findRecord } from "./support/find-record.js";
import type { Handler } from "./support/handler.js";
import { checkQuery, readPathId } from "./support/read-part.js";

/** Deletes the application and returns it. What `talent_id` does is not documented; it is ignored. */
export const deleteExternalApplication: Handler = (request, { options, store, nowMs }) => {
  const id = readPathId(validators.path, request.path, "external_application_id");
  checkQuery(validators.query, request.query);
  const stored = findRecord(store.applications, id, options);
  if (!stored) return { data: {} };
  store.deleteApplication(id, nowMs);
  return { data: { external_application: stored.application } };
};
