// Generated from spec/ by `npm run generate`; do not edit.

import type { ExternalApplicationUpdate } from "../schema.js";
import { object, segment, string } from "../runtime/checks.js";

import { createValidator, type Validator } from "../runtime/validator.js";
import { externalApplicationUpdate } from "./models.js";

/** Validates the request of `updateExternalApplication`. */
export const updateExternalApplication: {
  readonly path: Validator;
  readonly body: Validator<ExternalApplicationUpdate>;
} = {
  path: /* @__PURE__ */ createValidator(
    /* @__PURE__ */ object({ external_application_id: /* @__PURE__ */ segment(/* @__PURE__ */ string(1)) }, [
      "external_application_id",
    ]),
  ),
  body: /* @__PURE__ */ createValidator<ExternalApplicationUpdate>(externalApplicationUpdate),
};
