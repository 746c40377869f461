// Generated from spec/ by `npm run generate`; do not edit.

import type { Operation } from "./runtime/operation.js";

export type { Idempotency, JsonType, Operation, RateLimit, Requirement } from "./runtime/operation.js";

/** The hosts that serve the API: Feishu's, then Lark's. */
export const hosts = ["https://open.feishu.cn", "https://open.larksuite.com"] as const;

/** Where an app's administrator grants it scopes; `{app_id}` and `{scopes}` are to be filled in. */
export const scopeGrantUrl =
  "https://open.feishu.cn/app/{app_id}/auth?q={scopes}&op_from=openapi&token_type=tenant";

export const operations: {
  readonly createExternalInterview: Operation & { readonly path: "/open-apis/hire/v1/external_interviews" };
  readonly getTenantAccessToken: Operation & {
    readonly path: "/open-apis/auth/v3/tenant_access_token/internal";
  };
} = {
  createExternalInterview: {
    id: "createExternalInterview",
    method: "POST",
    path: "/open-apis/hire/v1/external_interviews",
    authenticated: true,
    contentType: "application/json; charset=utf-8",
    rateLimit: { requests: 10, periodMs: 1000 },
    idempotency: { field: "external_id", windowMs: 86400000 },
    scopes: ["hire:external_application"],
    result: ["data", "external_interview"],
    requires: [{ path: ["data", "external_interview", "id"], type: "string" }],
    docUrl:
      "https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/create-3",
  },
  getTenantAccessToken: {
    id: "getTenantAccessToken",
    method: "POST",
    path: "/open-apis/auth/v3/tenant_access_token/internal",
    authenticated: false,
    contentType: "application/json; charset=utf-8",
    rateLimit: undefined,
    idempotency: "always",
    scopes: [],
    result: [],
    requires: [
      { path: ["tenant_access_token"], type: "string" },
      { path: ["expire"], type: "number" },
    ],
    docUrl:
      "https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token_internal",
  },
};

/** An operation's id in the spec. */
export type OperationId = keyof typeof operations;
