// Generated from spec/openapi.yaml by `npm run generate`; do not edit.

/** The hosts that serve the API: Feishu's, then Lark's. */
export const hosts = ["https://open.feishu.cn", "https://open.larksuite.com"] as const;

/** Where an app's administrator grants it scopes; `{app_id}` and `{scopes}` are to be filled in. */
export const scopeGrantUrl =
  "https://open.feishu.cn/app/{app_id}/auth?q={scopes}&op_from=openapi&token_type=tenant";

/** What the client must know of an operation besides its types. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With `{name}` for each path parameter. */
  readonly path: string;
  /** Whether it carries a tenant_access_token. */
  readonly authenticated: boolean;
  /** The exact Content-Type header of a request with a body. */
  readonly contentType: string | undefined;
  /** At most so many requests in any such period, per app and tenant. */
  readonly rateLimit: { readonly requests: number; readonly periodMs: number } | undefined;
  /**
   * When a request whose fate is unknown may be sent again: always, or if its body has this field
   * and while the window since the first try is open. Undefined: never.
   */
  readonly idempotency: "always" | { readonly field: string; readonly windowMs: number } | undefined;
  /** The permissions, any one of which is enough. */
  readonly scopes: readonly string[];
  /** The values that a success must hold, and their JSON type. */
  readonly requires: readonly { readonly path: readonly string[]; readonly type: "string" | "number" }[];
  readonly docUrl: string;
}

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
    requires: [
      { path: ["tenant_access_token"], type: "string" },
      { path: ["expire"], type: "number" },
    ],
    docUrl:
      "https://open.feishu.cn/document/server-docs/authentication-management/access-token/tenant_access_token_internal",
  },
};
