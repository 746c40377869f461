// Generated from spec/ by `npm run generate`; do not edit.

import type { CallOptions } from "../runtime/call-options.js";
import type { Client } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import { type ResponsePromise, toResponsePromise } from "../runtime/response-promise.js";
import type { ExternalApplication, operations as schema } from "../schema.js";
import { deleteExternalApplication as validators } from "../validators/deleteExternalApplication.js";

/** What the client needs to know about `deleteExternalApplication`, apart from its types. */
export const operation: Operation & {
  readonly path: "/open-apis/hire/v1/external_applications/{external_application_id}";
} = {
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
};

/**
 * Delete external application (删除外部投递)
 *
 * The function of `hire.externalApplications.delete`, for a client of `createClient`.
 *
 * Deletes an application (根据外部投递 ID 删除外部投递), and responds with what was deleted.
 *
 * Whether its interviews are deleted with it, and what Feishu responds for an application that does not exist, is not
 * documented.
 *
 * - Rate limit: 20 a minute.
 * - Permission: `hire:external_application`.
 * - Repeats: safe, since a second request has the same effect as one. What a repeated request returns is not documented.
 * - Error codes besides the platform's: 1002001 (SystemError), 1002002 (BadParameter), 1020001 (ModuleSystemError).
 *
 * @group Operations
 * @param externalApplicationId The external application's id (外部投递 ID，可通过查询外部投递列表接口获取).
 * @see https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/delete
 */
export function deleteExternalApplication(
  client: Client,
  externalApplicationId: string,
  params: NonNullable<schema["deleteExternalApplication"]["parameters"]["query"]> = {},
  options?: CallOptions | undefined,
): ResponsePromise<ExternalApplication | undefined> {
  return toResponsePromise(
    client.call(
      { operation, validators, path: { external_application_id: externalApplicationId }, query: params },
      options,
    ),
  );
}
