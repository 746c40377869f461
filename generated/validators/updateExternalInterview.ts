// Generated from spec/ by `npm run generate`; do not edit.

import type { ExternalInterviewUpdate } from "../schema.js";
import { object, segment, string } from "../runtime/checks.js";

import { createValidator, type Validator } from "../runtime/validator.js";
import { externalInterviewUpdate } from "./models.js";

/** Validates the request of `updateExternalInterview`. */
export const updateExternalInterview: {
  readonly path: Validator;
  readonly body: Validator<ExternalInterviewUpdate>;
} = {
  path: /* @__PURE__ */ createValidator(
    /* @__PURE__ */ object({ external_interview_id: /* @__PURE__ */ segment(/* @__PURE__ */ string(1)) }, [
      "external_interview_id",
    ]),
  ),
  body: /* @__PURE__ */ createValidator<ExternalInterviewUpdate>(externalInterviewUpdate),
};
