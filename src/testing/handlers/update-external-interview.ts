import { updateExternalInterview as validators } from "../../../generated/validators/updateExternalInterview.js";
import { findRecord } from "./support/find-record.js";
import type { Handler } from "./support/handler.js";
import { readPart, readPathId } from "./support/read-part.js";

/** Overwrites the interview; one with another `external_application_id` moves there. */
export const updateExternalInterview: Handler = (request, { options, store, nowMs }) => {
  const id = readPathId(validators.path, request.path, "external_interview_id");
  const body = readPart(validators.body, request.body);
  const stored = findRecord(store.interviews, id, options);
  if (!stored) return { data: {} };
  const assessmentIds = options.assessmentIdsOnUpdate;
  return { data: { external_interview: store.replaceInterview(stored, body, { nowMs, assessmentIds }) } };
};
