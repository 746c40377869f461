// Generated from spec/ by `npm run generate`; do not edit.

import type { CallOptions } from "../runtime/call-options.js";
import type { Client } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import { type ResponsePromise, toResponsePromise } from "../runtime/response-promise.js";
import type { ExternalApplication, ExternalApplicationCreate } from "../schema.js";
import { createExternalApplication as validators } from "../validators/createExternalApplication.js";

/** What the client needs to know about `createExternalApplication`, apart from its types. */
export const operation: Operation & { readonly path: "/open-apis/hire/v1/external_applications" } = {
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
};

/**
 * Create external application (创建外部投递)
 *
 * The function of `hire.externalApplications.create`, for a client of `createClient`.
 *
 * Creates one past application of a talent (创建外部投递，可用于导入来自其他系统的投递信息).
 *
 * With `external_id`, an application is created at most once within 24 hours (同一 external_id 24小时内仅可创建一次).
 * Without it there is no such check.
 *
 * - Rate limit: 20 a second.
 * - Permission: `hire:external_application`.
 * - Repeats: with `external_id`, safe for 24 hours; without it, never after an ambiguous outcome. What a repeated request returns is not documented.
 * - Error codes besides the platform's: 1002001 (SystemError), 1002002 (BadParameter), 1002102 (TalentNotFound), 1020001 (ModuleSystemError).
 *
 * @group Operations
 * @see https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/create
 */
export function createExternalApplication(
  client: Client,
  body: ExternalApplicationCreate,
  options?: CallOptions | undefined,
): ResponsePromise<ExternalApplication> {
  return toResponsePromise(client.call({ operation, validators, body }, options));
}
