import { createExternalInterviewAssessment as validators } from "../../../generated/validators/createExternalInterviewAssessment.js";
import { createOnce } from "./support/create-once.js";
import { findRecord } from "./support/find-record.js";
import type { Handler } from "./support/handler.js";
import { readPart } from "./support/read-part.js";

export const createExternalInterviewAssessment: Handler = (request, context) => {
  const { options, store, nowMs } = context;
  const {
    external_id: _,
    external_interview_id: interviewId,
    ...fields
  } = readPart(validators.body, request.body);
  const stored = findRecord(store.interviews, interviewId, options);
  if (!stored) return { data: {} };
  return createOnce(request, context, "external_interview_assessment", () => ({
    ...store.createAssessment(stored, fields, nowMs),
    external_interview_id: interviewId,
  }));
};
