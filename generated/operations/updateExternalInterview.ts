// Generated from spec/ by `npm run generate`; do not edit.

import type { CallOptions } from "../runtime/call-options.js";
import type { Client } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import { type ResponsePromise, toResponsePromise } from "../runtime/response-promise.js";
import type { ExternalInterview, ExternalInterviewUpdate } from "../schema.js";
import { updateExternalInterview as validators } from "../validators/updateExternalInterview.js";

/** What the client needs to know about `updateExternalInterview`, apart from its types. */
export const operation: Operation & {
  readonly path: "/open-apis/hire/v1/external_interviews/{external_interview_id}";
} = {
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
};

/**
 * Update external interview (更新外部面试)
 *
 * The function of `hire.externalInterviews.update`, for a client of `createClient`.
 *
 * Overwrites an interview and all its assessments (更新外部面试信息。该接口会对原面试以及面试评价内容进行全量覆盖更新).
 *
 * Send every field that the interview should have: read it, change it, send it back. Whether assessments keep their ids is
 * not documented; take them from the response. Nor is whether another `external_application_id` moves the interview.
 *
 * - Rate limit: 10 a second.
 * - Permission: `hire:external_application`.
 * - Repeats: safe, since a second request has the same effect as one.
 * - Error codes besides the platform's: 1002001 (SystemError), 1002002 (BadParameter), 1020001 (ModuleSystemError).
 *
 * @group Operations
 * @param externalInterviewId The external interview's id (外部面试 ID，可通过查询外部面试列表接口获取).
 * @param body The whole record. `toUpdate` makes it from what a call returned.
 * @see https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-interview-info/update
 */
export function updateExternalInterview(
  client: Client,
  externalInterviewId: string,
  body: ExternalInterviewUpdate & { readonly external_id?: never; readonly id?: never },
  options?: CallOptions | undefined,
): ResponsePromise<ExternalInterview> {
  return toResponsePromise(
    client.call(
      { operation, validators, path: { external_interview_id: externalInterviewId }, body },
      options,
    ),
  );
}
