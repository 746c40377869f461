import { ErrorCode } from "../../../generated/error-codes.js";
import type { ExternalInterviewCreate } from "../../../generated/schema.js";
import * as validators from "../../../generated/validators.js";
import { createBodyHandler, type Handler } from "./handler.js";

export const createExternalInterview: Handler = createBodyHandler<ExternalInterviewCreate>(
  validators.createExternalInterview,
  (body, request, { options: { duplicate }, interviews, nowMs }) => {
    const use = interviews.findUse(request, nowMs);
    if (!use) return { fields: { data: { external_interview: interviews.create(body, nowMs) } } };
    if (typeof duplicate === "object") return { failure: duplicate };
    if (duplicate === "successWithoutInterview") return { fields: { data: {} } };
    if (use.interview) return { fields: { data: { external_interview: use.interview } } };
    return { failure: { code: ErrorCode.BadParameter } };
  },
);
