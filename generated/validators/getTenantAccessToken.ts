// Generated from spec/ by `npm run generate`; do not edit.

import type { TenantAccessTokenRequest } from "../schema.js";
import { createValidator, type Validator } from "../runtime/validator.js";
import { tenantAccessTokenRequest } from "./models.js";

/** Validates the request of `getTenantAccessToken`. */
export const getTenantAccessToken: { readonly body: Validator<TenantAccessTokenRequest> } = {
  body: /* @__PURE__ */ createValidator<TenantAccessTokenRequest>(tenantAccessTokenRequest),
};
