// Generated from spec/ by `npm run generate`; do not edit.

import type { ExternalInterviewQuery } from "../schema.js";
import { integer, object, string } from "../runtime/checks.js";

import { createValidator, type Validator } from "../runtime/validator.js";
import { externalInterviewQuery } from "./models.js";

/** Validates the request of `queryExternalInterviews`. */
export const queryExternalInterviews: {
  readonly query: Validator;
  readonly body: Validator<ExternalInterviewQuery>;
} = {
  query: /* @__PURE__ */ createValidator(
    /* @__PURE__ */ object({
      external_application_id: /* @__PURE__ */ string(1),
      page_size: /* @__PURE__ */ integer(1, 20),
      page_token: /* @__PURE__ */ string(1),
    }),
  ),
  body: /* @__PURE__ */ createValidator<ExternalInterviewQuery>(externalInterviewQuery),
};
