// Generated from spec/ by `npm run generate`; do not edit.

import type { CallOptions } from "../runtime/call-options.js";
import type { Client } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import { type ResponsePromise, toResponsePromise } from "../runtime/response-promise.js";
import type { ExternalInterview, ExternalInterviewCreate } from "../schema.js";
import { createExternalInterview as validators } from "../validators/createExternalInterview.js";

/** What the client needs to know about `createExternalInterview`, apart from its types. */
export const operation: Operation & { readonly path: "/open-apis/hire/v1/external_interviews" } = {
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
};

/**
 * Create external interview (创建外部面试)
 *
 * The function of `hire.externalInterviews.create`, for a client of `createClient`.
 *
 * Creates one past interview under an external application (创建外部面试，可用于导入来自其他系统的面试信息).
 *
 * With `external_id`, an interview is created at most once within 24 hours (同一 external_id 24 小时内仅可创建一次).
 * Without it there is no such check.
 *
 * - Rate limit: 10 a second.
 * - Permission: `hire:external_application`.
 * - Repeats: with `external_id`, safe for 24 hours; without it, never after an ambiguous outcome. What a repeated request returns is not documented.
 * - Error codes besides the platform's: 1002001 (SystemError), 1002002 (BadParameter), 1020001 (ModuleSystemError).
 *
 * @group Operations
 * @see https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/create-3
 */
export function createExternalInterview(
  client: Client,
  body: ExternalInterviewCreate,
  options?: CallOptions | undefined,
): ResponsePromise<ExternalInterview> {
  return toResponsePromise(client.call({ operation, validators, body }, options));
}
