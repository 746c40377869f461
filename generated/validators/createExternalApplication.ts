// Generated from spec/ by `npm run generate`; do not edit.

import type { ExternalApplicationCreate } from "../schema.js";
import { createValidator, type Validator } from "../runtime/validator.js";
import { externalApplicationCreate } from "./models.js";

/** Validates the request of `createExternalApplication`. */
export const createExternalApplication: { readonly body: Validator<ExternalApplicationCreate> } = {
  body: /* @__PURE__ */ createValidator<ExternalApplicationCreate>(externalApplicationCreate),
};
