// Generated from spec/ by `npm run generate`; do not edit.

import { createExternalInterview } from "../operations/createExternalInterview.js";
import {
  queryExternalInterviews,
  queryAllExternalInterviews,
} from "../operations/queryExternalInterviews.js";
import { updateExternalInterview } from "../operations/updateExternalInterview.js";
import { deleteExternalInterview } from "../operations/deleteExternalInterview.js";
import { bindMethods } from "../runtime/bind-methods.js";
import type { CallOptions } from "../runtime/call-options.js";
import type { Client } from "../runtime/client.js";
import type { ResponsePromise } from "../runtime/response-promise.js";
import type {
  ExternalInterview,
  ExternalInterviewCreate,
  ExternalInterviewPage,
  ExternalInterviewQuery,
  ExternalInterviewUpdate,
  operations as schema,
} from "../schema.js";

/**
 * Interviews that were held in another recruiting system (外部面试).
 *
 * @group Resources
 */
export class ExternalInterviews {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
    bindMethods(this, ExternalInterviews.prototype);
  }

  /**
   * Create external interview (创建外部面试)
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
   * @throws InvalidRequestError before anything is sent, if the request does not match the spec.
   * @throws FeishuHireError of another kind if the call fails; `mayHaveSucceeded` says whether it may have been applied.
   * @see https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/create-3
   */
  create(
    body: ExternalInterviewCreate,
    options?: CallOptions | undefined,
  ): ResponsePromise<ExternalInterview> {
    return createExternalInterview(this.#client, body, options);
  }

  /**
   * Query external interviews (查询外部面试列表)
   *
   * Queries external interviews by their external application or by their ids (可根据外部投递 ID 或外部面试 ID 列表查询外部面试信息).
   *
   * With ids, no other condition has an effect. Whether ids that Feishu does not know are left out or fail the call, whether
   * `page_size` cuts what ids find (follow `has_more`), and what no condition at all finds, is not documented. An interview that
   * was just created may not be found at once.
   *
   * - Rate limit: 10 a second.
   * - Permission: `hire:external_application` or `hire:external_application:readonly`.
   * - Repeats: safe, since it only reads.
   * - Error codes besides the platform's: 1002001 (SystemError), 1002002 (BadParameter), 1020001 (ModuleSystemError).
   *
   * @throws InvalidRequestError before anything is sent, if the request does not match the spec.
   * @throws FeishuHireError of another kind if the call fails; `mayHaveSucceeded` says whether it may have been applied.
   * @see https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-interview-info/batch_query
   */
  query(
    params?:
      | (ExternalInterviewQuery & NonNullable<schema["queryExternalInterviews"]["parameters"]["query"]>)
      | undefined,
    options?: CallOptions | undefined,
  ): ResponsePromise<ExternalInterviewPage> {
    return queryExternalInterviews(this.#client, params, options);
  }

  /**
   * Every item of all pages of: Query external interviews (查询外部面试列表)
   *
   * Fetches each page when the previous one is used up, `page_size` 20 by default. A page that fails ends the
   * iteration with its error.
   * More than 20 in `external_interview_id_list` are sent in parts; an empty list finds nothing.
   *
   * @example
   * for await (const item of hire.externalInterviews.queryAll(params)) console.log(item.id);
   *
   * @remarks
   * Queries external interviews by their external application or by their ids (可根据外部投递 ID 或外部面试 ID 列表查询外部面试信息).
   *
   * With ids, no other condition has an effect. Whether ids that Feishu does not know are left out or fail the call, whether
   * `page_size` cuts what ids find (follow `has_more`), and what no condition at all finds, is not documented. An interview that
   * was just created may not be found at once.
   *
   * - Rate limit: 10 a second.
   * - Permission: `hire:external_application` or `hire:external_application:readonly`.
   * - Repeats: safe, since it only reads.
   * - Error codes besides the platform's: 1002001 (SystemError), 1002002 (BadParameter), 1020001 (ModuleSystemError).
   *
   * @throws InvalidRequestError when iterated, before anything is sent, if the request does not match the spec.
   * @throws FeishuHireError of another kind if the call fails; `mayHaveSucceeded` says whether it may have been applied.
   * @see https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-interview-info/batch_query
   */
  queryAll(
    params?:
      | Omit<
          ExternalInterviewQuery & NonNullable<schema["queryExternalInterviews"]["parameters"]["query"]>,
          "page_token"
        >
      | undefined,
    options?: CallOptions | undefined,
  ): AsyncGenerator<ExternalInterview, void, undefined> {
    return queryAllExternalInterviews(this.#client, params, options);
  }

  /**
   * Update external interview (更新外部面试)
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
   * @param externalInterviewId The external interview's id (外部面试 ID，可通过查询外部面试列表接口获取).
   * @param body The whole record. `toUpdate` makes it from what a call returned.
   * @throws InvalidRequestError before anything is sent, if the request does not match the spec.
   * @throws FeishuHireError of another kind if the call fails; `mayHaveSucceeded` says whether it may have been applied.
   * @see https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-interview-info/update
   */
  update(
    externalInterviewId: string,
    body: ExternalInterviewUpdate & { readonly external_id?: never; readonly id?: never },
    options?: CallOptions | undefined,
  ): ResponsePromise<ExternalInterview> {
    return updateExternalInterview(this.#client, externalInterviewId, body, options);
  }

  /**
   * Delete external interview (删除外部面试)
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
   * @param externalInterviewId The external interview's id (外部面试 ID，可通过查询外部面试列表接口获取).
   * @throws InvalidRequestError before anything is sent, if the request does not match the spec.
   * @throws FeishuHireError of another kind if the call fails; `mayHaveSucceeded` says whether it may have been applied.
   * @see https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-interview-info/delete
   */
  delete(externalInterviewId: string, options?: CallOptions | undefined): ResponsePromise<void> {
    return deleteExternalInterview(this.#client, externalInterviewId, options);
  }
}
