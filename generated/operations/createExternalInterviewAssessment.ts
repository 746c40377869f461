// Generated from spec/ by `npm run generate`; do not edit.

import type { CallOptions } from "../runtime/call-options.js";
import type { Client } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import { type ResponsePromise, toResponsePromise } from "../runtime/response-promise.js";
import type { ExternalInterviewAssessment, ExternalInterviewAssessmentCreate } from "../schema.js";
import { createExternalInterviewAssessment as validators } from "../validators/createExternalInterviewAssessment.js";

/** What the client needs to know about `createExternalInterviewAssessment`, apart from its types. */
export const operation: Operation & { readonly path: "/open-apis/hire/v1/external_interview_assessments" } = {
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
};

/**
 * Create external assessment (创建外部面评)
 *
 * The function of `hire.externalInterviewAssessments.create`, for a client of `createClient`.
 *
 * Adds one assessment to an external interview (导入来自其他系统的面评信息，创建为外部面评).
 *
 * `external_id` is "for idempotency only" (仅用于幂等); unlike the other creates, the page does not say for how long.
 *
 * - Rate limit: 20 a second.
 * - Permission: `hire:external_application`.
 * - Repeats: never after an ambiguous outcome: how long Feishu recognizes `external_id` is not documented. What a repeated request returns is not documented.
 * - Error codes besides the platform's: 1002001 (SystemError), 1002002 (BadParameter), 1020001 (ModuleSystemError).
 *
 * @group Operations
 * @see https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/create-4
 */
export function createExternalInterviewAssessment(
  client: Client,
  body: ExternalInterviewAssessmentCreate,
  options?: CallOptions | undefined,
): ResponsePromise<ExternalInterviewAssessment> {
  return toResponsePromise(client.call({ operation, validators, body }, options));
}
