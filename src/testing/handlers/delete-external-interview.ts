import { deleteExternalInterview as validators } from "../../../generated/validators/deleteExternalInterview.js";
import { findRecord } from "./support/find-record.js";
import type { Handler } from "./support/handler.js";
import { readPathId } from "./support/read-part.js";

export const deleteExternalInterview: Handler = (request, { options, store, nowMs }) => {
  const id = readPathId(validators.path, request.path, "external_interview_id");
  if (findRecord(store.interviews, id, options)) store.deleteInterview(id, nowMs);
  return { data: {} };
};
