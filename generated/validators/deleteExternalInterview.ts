// Generated from spec/ by `npm run generate`; do not edit.

import { object, string } from "../runtime/checks.js";

import { type Validator, validator } from "../runtime/validator.js";

/** Validates the request of `deleteExternalInterview`. */
export const deleteExternalInterview: { readonly path: Validator } = {
  path: /* @__PURE__ */ validator(
    /* @__PURE__ */ object({ external_interview_id: /* @__PURE__ */ string(1, undefined, /^[^.\/\\]*$/) }, [
      "external_interview_id",
    ]),
  ),
};
