// Generated from spec/ by `npm run generate`; do not edit.

import type { Operation } from "./runtime/operation.js";

export type { Idempotency, JsonType, Operation, RateLimit, Requirement } from "./runtime/operation.js";

/** The hosts that serve the API: Feishu's, then Lark's. */
export const hosts = ["https://open.feishu.cn", "https://open.larksuite.com"] as const;

/** Where an app's administrator grants it scopes; `{app_id}` and `{scopes}` are placeholders. */
export const scopeGrantUrl =
  "https://open.feishu.cn/app/{app_id}/auth?q={scopes}&op_from=openapi&token_type=tenant";

/** Every operation of the spec, by its id. */
export const operations: {
  readonly createExternalInterview: Operation & { readonly path: "/open-apis/hire/v1/external_interviews" };
  readonly queryExternalInterviews: Operation & {
    readonly path: "/open-apis/hire/v1/external_interviews/batch_query";
  };
  readonly updateExternalInterview: Operation & {
    readonly path: "/open-apis/hire/v1/external_interviews/{external_interview_id}";
  };
  readonly deleteExternalInterview: Operation & {
    readonly path: "/open-apis/hire/v1/external_interviews/{external_interview_id}";
  };
  readonly listExternalApplications: Operation & {
    readonly path: "/open-apis/hire/v1/external_applications";
  };
  readonly createExternalApplication: Operation & {
    readonly path: "/open-apis/hire/v1/external_applications";
  };
  readonly updateExternalApplication: Operation & {
    readonly path: "/open-apis/hire/v1/external_applications/{external_application_id}";
  };
  readonly deleteExternalApplication: Operation & {
    readonly path: "/open-apis/hire/v1/external_applications/{external_application_id}";
  };
  readonly createExternalInterviewAssessment: Operation & {
    readonly path: "/open-apis/hire/v1/external_interview_assessments";
  };
  readonly updateExternalInterviewAssessment: Operation & {
    readonly path: "/open-apis/hire/v1/external_interview_assessments/{external_interview_assessment_id}";
  };
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
    idFields: ["external_application_id"],
    result: ["data", "external_interview"],
    requires: [{ path: ["data", "external_interview", "id"], type: "string" }],
    docUrl:
      "https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/create-3",
  },
  queryExternalInterviews: {
    id: "queryExternalInterviews",
    method: "POST",
    path: "/open-apis/hire/v1/external_interviews/batch_query",
    authenticated: true,
    contentType: "application/json; charset=utf-8",
    rateLimit: { requests: 10, periodMs: 1000 },
    idempotency: "readOnly",
    scopes: ["hire:external_application", "hire:external_application:readonly"],
    idFields: ["external_application_id", "external_interview_id_list"],
    result: ["data"],
    requires: [
      { path: ["data", "has_more"], type: "boolean" },
      { path: ["data", "items"], type: "array", optional: true },
      { path: ["data", "page_token"], type: "string", optional: true },
    ],
    docUrl:
      "https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-interview-info/batch_query",
  },
  updateExternalInterview: {
    id: "updateExternalInterview",
    method: "PUT",
    path: "/open-apis/hire/v1/external_interviews/{external_interview_id}",
    authenticated: true,
    contentType: "application/json; charset=utf-8",
    rateLimit: { requests: 10, periodMs: 1000 },
    idempotency: "always",
    scopes: ["hire:external_application"],
    idFields: ["external_interview_id", "external_application_id"],
    result: ["data", "external_interview"],
    requires: [{ path: ["data", "external_interview"], type: "object" }],
    docUrl:
      "https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-interview-info/update",
  },
  deleteExternalInterview: {
    id: "deleteExternalInterview",
    method: "DELETE",
    path: "/open-apis/hire/v1/external_interviews/{external_interview_id}",
    authenticated: true,
    contentType: undefined,
    rateLimit: { requests: 10, periodMs: 1000 },
    idempotency: "always",
    scopes: ["hire:external_application"],
    idFields: ["external_interview_id"],
    result: undefined,
    requires: [],
    docUrl:
      "https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-interview-info/delete",
  },
  listExternalApplications: {
    id: "listExternalApplications",
    method: "GET",
    path: "/open-apis/hire/v1/external_applications",
    authenticated: true,
    contentType: undefined,
    rateLimit: { requests: 20, periodMs: 1000 },
    idempotency: "readOnly",
    scopes: ["hire:external_application"],
    idFields: ["talent_id"],
    result: ["data"],
    requires: [
      { path: ["data", "has_more"], type: "boolean" },
      { path: ["data", "items"], type: "array", optional: true },
      { path: ["data", "page_token"], type: "string", optional: true },
    ],
    docUrl:
      "https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/list",
  },
  createExternalApplication: {
    id: "createExternalApplication",
    method: "POST",
    path: "/open-apis/hire/v1/external_applications",
    authenticated: true,
    contentType: "application/json; charset=utf-8",
    rateLimit: { requests: 20, periodMs: 1000 },
    idempotency: { field: "external_id", windowMs: 86400000 },
    scopes: ["hire:external_application"],
    idFields: ["talent_id"],
    result: ["data", "external_application"],
    requires: [{ path: ["data", "external_application", "id"], type: "string" }],
    docUrl:
      "https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/create",
  },
  updateExternalApplication: {
    id: "updateExternalApplication",
    method: "PUT",
    path: "/open-apis/hire/v1/external_applications/{external_application_id}",
    authenticated: true,
    contentType: "application/json; charset=utf-8",
    rateLimit: { requests: 20, periodMs: 1000 },
    idempotency: "always",
    scopes: ["hire:external_application"],
    idFields: ["external_application_id", "talent_id"],
    result: ["data", "external_application"],
    requires: [{ path: ["data", "external_application"], type: "object" }],
    docUrl:
      "https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/update-2",
  },
  deleteExternalApplication: {
    id: "deleteExternalApplication",
    method: "DELETE",
    path: "/open-apis/hire/v1/external_applications/{external_application_id}",
    authenticated: true,
    contentType: undefined,
    rateLimit: { requests: 20, periodMs: 60000 },
    idempotency: "always",
    scopes: ["hire:external_application"],
    idFields: ["external_application_id", "talent_id"],
    result: ["data", "external_application"],
    requires: [{ path: ["data", "external_application"], type: "object", optional: true }],
    docUrl:
      "https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/delete",
  },
  createExternalInterviewAssessment: {
    id: "createExternalInterviewAssessment",
    method: "POST",
    path: "/open-apis/hire/v1/external_interview_assessments",
    authenticated: true,
    contentType: "application/json; charset=utf-8",
    rateLimit: { requests: 20, periodMs: 1000 },
    idempotency: { field: "external_id", windowMs: undefined },
    scopes: ["hire:external_application"],
    idFields: ["external_interview_id"],
    result: ["data", "external_interview_assessment"],
    requires: [{ path: ["data", "external_interview_assessment", "id"], type: "string" }],
    docUrl:
      "https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/create-4",
  },
  updateExternalInterviewAssessment: {
    id: "updateExternalInterviewAssessment",
    method: "PATCH",
    path: "/open-apis/hire/v1/external_interview_assessments/{external_interview_assessment_id}",
    authenticated: true,
    contentType: "application/json; charset=utf-8",
    rateLimit: { requests: 20, periodMs: 1000 },
    idempotency: undefined,
    scopes: ["hire:external_application"],
    idFields: ["external_interview_assessment_id"],
    result: ["data", "external_interview_assessment"],
    requires: [{ path: ["data", "external_interview_assessment"], type: "object" }],
    docUrl:
      "https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-interview-info/patch",
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
    idFields: ["app_id"],
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
