// Generated from spec/ by `npm run generate`; do not edit.

import { createExternalInterviewAssessment } from "../operations/createExternalInterviewAssessment.js";
import { updateExternalInterviewAssessment } from "../operations/updateExternalInterviewAssessment.js";
import { bindMethods } from "../runtime/bind-methods.js";
import type { CallOptions } from "../runtime/call-options.js";
import type { Client } from "../runtime/client.js";
import type { ResponsePromise } from "../runtime/response-promise.js";
import type {
  ExternalInterviewAssessment,
  ExternalInterviewAssessmentCreate,
  ExternalInterviewAssessmentUpdate,
} from "../schema.js";

/**
 * Interviewers' assessments of external interviews (外部面评). They are read with their interview.
 *
 * @group Resources
 */
export class ExternalInterviewAssessments {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
    bindMethods(this, ExternalInterviewAssessments.prototype);
  }

  /**
   * Create external assessment (创建外部面评)
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
   * @throws InvalidRequestError before anything is sent, if the request does not match the spec.
   * @throws FeishuHireError of another kind if the call fails; `mayHaveSucceeded` says whether it may have been applied.
   * @see https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/create-4
   */
  create(
    body: ExternalInterviewAssessmentCreate,
    options?: CallOptions | undefined,
  ): ResponsePromise<ExternalInterviewAssessment> {
    return createExternalInterviewAssessment(this.#client, body, options);
  }

  /**
   * Update external assessment (更新外部面评)
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
   * @param externalInterviewAssessmentId The external assessment's id (外部面评 ID).
   * @throws InvalidRequestError before anything is sent, if the request does not match the spec.
   * @throws FeishuHireError of another kind if the call fails; `mayHaveSucceeded` says whether it may have been applied.
   * @see https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-interview-info/patch
   */
  update(
    externalInterviewAssessmentId: string,
    body: ExternalInterviewAssessmentUpdate & {
      readonly external_id?: never;
      readonly id?: never;
      readonly external_interview_id?: never;
    },
    options?: CallOptions | undefined,
  ): ResponsePromise<ExternalInterviewAssessment> {
    return updateExternalInterviewAssessment(this.#client, externalInterviewAssessmentId, body, options);
  }
}
