// Generated from spec/ by `npm run generate`; do not edit.

import type { ExternalInterviewCreate } from "../schema.js";
import { createValidator, type Validator } from "../runtime/validator.js";
import { externalInterviewCreate } from "./models.js";

/** Validates the request of `createExternalInterview`. */
export const createExternalInterview: { readonly body: Validator<ExternalInterviewCreate> } = {
  body: /* @__PURE__ */ createValidator<ExternalInterviewCreate>(externalInterviewCreate),
};
