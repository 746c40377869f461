// Generated from spec/ by `npm run generate`; do not edit.

import { object, segment, string } from "../runtime/checks.js";

import { createValidator, type Validator } from "../runtime/validator.js";

/** Validates the request of `deleteExternalInterview`. */
export const deleteExternalInterview: { readonly path: Validator } = {
  path: /* @__PURE__ */ createValidator(
    /* @__PURE__ */ object({ external_interview_id: /* @__PURE__ */ segment(/* @__PURE__ */ string(1)) }, [
      "external_interview_id",
    ]),
  ),
};
