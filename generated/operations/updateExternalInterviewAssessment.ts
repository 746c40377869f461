// Generated from spec/ by `npm run generate`; do not edit.

import type { CallOptions } from "../runtime/call-options.js";
import type { Client } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import { type ResponsePromise, toResponsePromise } from "../runtime/response-promise.js";
import type { ExternalInterviewAssessment, ExternalInterviewAssessmentUpdate } from "../schema.js";
import { updateExternalInterviewAssessment as validators } from "../validators/updateExternalInterviewAssessment.js";

/** What the client needs to know about `updateExternalInterviewAssessment`, apart from its types. */
export const operation: Operation & {
  readonly path: "/open-apis/hire/v1/external_interview_assessments/{external_interview_assessment_id}";
} = {
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
};

/**
 * Update external assessment (更新外部面评)
 *
 * The function of `hire.externalInterviewAssessments.update`, for a client of `createClient`.
 *
 * Changes the fields of an assessment that are sent, and no others (更新外部面评部分字段，没有填写的字段不会被更新).
 *
 * Whether an `assessment_dimension_list` replaces the old one or is merged with it, and how to clear a field, is
 * not documented.
 *
 * - Rate limit: 20 a second.
 * - Permission: `hire:external_application`.
 * - Repeats: never after an ambiguous outcome.
 * - Error codes besides the platform's: 1002001 (SystemError), 1002002 (BadParameter), 1020001 (ModuleSystemError).
 *
 * @group Operations
 * @param externalInterviewAssessmentId The external assessment's id (外部面评 ID).
 * @see https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-interview-info/patch
 */
export function updateExternalInterviewAssessment(
  client: Client,
  externalInterviewAssessmentId: string,
  body: ExternalInterviewAssessmentUpdate & {
    readonly external_id?: never;
    readonly id?: never;
    readonly external_interview_id?: never;
  },
  options?: CallOptions | undefined,
): ResponsePromise<ExternalInterviewAssessment> {
  return toResponsePromise(
    client.call(
      {
        operation,
        validators,
        path: { external_interview_assessment_id: externalInterviewAssessmentId },
        body,
      },
      options,
    ),
  );
}
