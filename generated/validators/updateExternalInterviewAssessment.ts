// Generated from spec/ by `npm run generate`; do not edit.

import type { ExternalInterviewAssessmentUpdate } from "../schema.js";
import { object, segment, string } from "../runtime/checks.js";

import { createValidator, type Validator } from "../runtime/validator.js";
import { externalInterviewAssessmentUpdate } from "./models.js";

/** Validates the request of `updateExternalInterviewAssessment`. */
export const updateExternalInterviewAssessment: {
  readonly path: Validator;
  readonly body: Validator<ExternalInterviewAssessmentUpdate>;
} = {
  path: /* @__PURE__ */ createValidator(
    /* @__PURE__ */ object(
      { external_interview_assessment_id: /* @__PURE__ */ segment(/* @__PURE__ */ string(1)) },
      ["external_interview_assessment_id"],
    ),
  ),
  body: /* @__PURE__ */ createValidator<ExternalInterviewAssessmentUpdate>(externalInterviewAssessmentUpdate),
};
