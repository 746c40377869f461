// Generated from spec/ by `npm run generate`; do not edit.

import type { CallOptions } from "../runtime/call-options.js";
import type { Client } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import { type ResponsePromise, toResponsePromise } from "../runtime/response-promise.js";
import { deleteExternalInterview as validators } from "../validators/deleteExternalInterview.js";

/** What the client needs to know about `deleteExternalInterview`, apart from its types. */
export const operation: Operation & {
  readonly path: "/open-apis/hire/v1/external_interviews/{external_interview_id}";
} = {
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
};

/**
 * Delete external interview (删除外部面试)
 *
 * The function of `hire.externalInterviews.delete`, for a client of `createClient`.
 *
 * Deletes an interview (根据外部面试 ID 删除外部面试).
 *
 * Feishu's response for an interview that does not exist is not documented.
 *
 * - Rate limit: 10 a second.
 * - Permission: `hire:external_application`.
 * - Repeats: safe, since a second request has the same effect as one. What a repeated request returns is not documented.
 * - Error codes besides the platform's: 1002001 (SystemError), 1002002 (BadParameter), 1020001 (ModuleSystemError).
 *
 * @group Operations
 * @param externalInterviewId The external interview's id (外部面试 ID，可通过查询外部面试列表接口获取).
 * @see https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-interview-info/delete
 */
export function deleteExternalInterview(
  client: Client,
  externalInterviewId: string,
  options?: CallOptions | undefined,
): ResponsePromise<void> {
  return toResponsePromise(
    client.call({ operation, validators, path: { external_interview_id: externalInterviewId } }, options),
  );
}
