// Generated from spec/ by `npm run generate`; do not edit.

import { integer, object, string } from "../runtime/checks.js";

import { createValidator, type Validator } from "../runtime/validator.js";

/** Validates the request of `listExternalApplications`. */
export const listExternalApplications: { readonly query: Validator } = {
  query: /* @__PURE__ */ createValidator(
    /* @__PURE__ */ object(
      {
        talent_id: /* @__PURE__ */ string(1),
        page_size: /* @__PURE__ */ integer(1, 20),
        page_token: /* @__PURE__ */ string(1),
      },
      ["talent_id"],
    ),
  ),
};
