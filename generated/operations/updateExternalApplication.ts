// Generated from spec/ by `npm run generate`; do not edit.

import type { CallOptions } from "../runtime/call-options.js";
import type { Client } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import { type ResponsePromise, toResponsePromise } from "../runtime/response-promise.js";
import type { ExternalApplication, ExternalApplicationUpdate } from "../schema.js";
import { updateExternalApplication as validators } from "../validators/updateExternalApplication.js";

/** What the client needs to know about `updateExternalApplication`, apart from its types. */
export const operation: Operation & {
  readonly path: "/open-apis/hire/v1/external_applications/{external_application_id}";
} = {
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
};

/**
 * Update external application (更新外部投递)
 *
 * The function of `hire.externalApplications.update`, for a client of `createClient`.
 *
 * Overwrites an application (更新外部投递信息。该接口会对原投递内容进行全量覆盖更新).
 *
 * Send every field that the application should have: read it, change it, send it back. Whether it can be given another
 * `talent_id` is not documented.
 *
 * - Rate limit: 20 a second.
 * - Permission: `hire:external_application`.
 * - Repeats: safe, since a second request has the same effect as one.
 * - Error codes besides the platform's: 1002001 (SystemError), 1002002 (BadParameter), 1020001 (ModuleSystemError).
 *
 * @group Operations
 * @param externalApplicationId The external application's id (外部投递 ID，可通过查询外部投递列表接口获取).
 * @param body The whole record. `toUpdate` makes it from what a call returned.
 * @see https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/update-2
 */
export function updateExternalApplication(
  client: Client,
  externalApplicationId: string,
  body: ExternalApplicationUpdate & { readonly external_id?: never; readonly id?: never },
  options?: CallOptions | undefined,
): ResponsePromise<ExternalApplication> {
  return toResponsePromise(
    client.call(
      { operation, validators, path: { external_application_id: externalApplicationId }, body },
      options,
    ),
  );
}
