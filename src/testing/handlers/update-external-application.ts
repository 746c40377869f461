import { updateExternalApplication as validators } from "../../../generated/validators/updateExternalApplication.js";
import { findRecord } from "./support/find-record.js";
import type { Handler } from "./support/handler.js";
import { readPart, readPathId } from "./support/read-part.js";

export const updateExternalApplication: Handler = (request, { options, store, nowMs }) => {
  const id = readPathId(validators.path, request.path, "external_application_id");
  const body = readPart(validators.body, request.body);
  const stored = findRecord(store.applications, id, options);
  if (!stored) return { data: {} };
  return { data: { external_application: store.replaceApplication(stored, body, nowMs) } };
};
