// Generated from spec/ by `npm run generate`; do not edit.

import type { Operation } from "../runtime/operation.js";

/** What the client needs to know about `getTenantAccessToken`, apart from its types. */
export const operation: Operation & { readonly path: "/open-apis/auth/v3/tenant_access_token/internal" } = {
  id: "getTenantAccessToken",
  method: "POST",
  path: "/open-apis/auth/v3/tenant_access_token/internal",
  authenticated: false,
  contentType: "application/json; charset=utf-8",
  rateLimit: undefined,
  idempotency: "always",
  scopes: [],
  idFields: ["app_id"],
  result: [],
  requires: [
    { path: ["tenant_access_token"], type: "string" },
    { path: ["expire"], type: "number" },
  ],
  docUrl:
    "https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token_internal",
};
