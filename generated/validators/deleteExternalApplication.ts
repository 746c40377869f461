// Generated from spec/ by `npm run generate`; do not edit.

import { object, segment, string } from "../runtime/checks.js";

import { createValidator, type Validator } from "../runtime/validator.js";

/** Validates the request of `deleteExternalApplication`. */
export const deleteExternalApplication: { readonly path: Validator; readonly query: Validator } = {
  path: /* @__PURE__ */ createValidator(
    /* @__PURE__ */ object({ external_application_id: /* @__PURE__ */ segment(/* @__PURE__ */ string(1)) }, [
      "external_application_id",
    ]),
  ),
  query: /* @__PURE__ */ createValidator(/* @__PURE__ */ object({ talent_id: /* @__PURE__ */ string(1) })),
};
