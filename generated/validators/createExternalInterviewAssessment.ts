// Generated from spec/ by `npm run generate`; do not edit.

import type { ExternalInterviewAssessmentCreate } from "../schema.js";
import { createValidator, type Validator } from "../runtime/validator.js";
import { externalInterviewAssessmentCreate } from "./models.js";

/** Validates the request of `createExternalInterviewAssessment`. */
export const createExternalInterviewAssessment: {
  readonly body: Validator<ExternalInterviewAssessmentCreate>;
} = {
  body: /* @__PURE__ */ createValidator<ExternalInterviewAssessmentCreate>(externalInterviewAssessmentCreate),
};
