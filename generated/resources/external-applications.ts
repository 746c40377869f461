// Generated from spec/ by `npm run generate`; do not edit.

import {
  listExternalApplications,
  listAllExternalApplications,
} from "../operations/listExternalApplications.js";
import { createExternalApplication } from "../operations/createExternalApplication.js";
import { updateExternalApplication } from "../operations/updateExternalApplication.js";
import { deleteExternalApplication } from "../operations/deleteExternalApplication.js";
import { bindMethods } from "../runtime/bind-methods.js";
import type { CallOptions } from "../runtime/call-options.js";
import type { Client } from "../runtime/client.js";
import type { ResponsePromise } from "../runtime/response-promise.js";
import type {
  ExternalApplication,
  ExternalApplicationCreate,
  ExternalApplicationPage,
  ExternalApplicationUpdate,
  operations as schema,
} from "../schema.js";

/**
 * Applications to the jobs of another recruiting system (外部投递).
 *
 * @group Resources
 */
export class ExternalApplications {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
    bindMethods(this, ExternalApplications.prototype);
  }

  /**
   * List external applications (查询外部投递列表)
   *
   * Lists the external applications of a talent (可根据人才 ID 获取人才外部投递列表).
   *
   * - Rate limit: 20 a second.
   * - Permission: `hire:external_application`.
   * - Repeats: safe, since it only reads.
   * - Error codes besides the platform's: 1002001 (SystemError), 1002002 (BadParameter), 1002102 (TalentNotFound), 1020001 (ModuleSystemError).
   *
   * @throws InvalidRequestError before anything is sent, if the request does not match the spec.
   * @throws FeishuHireError of another kind if the call fails; `mayHaveSucceeded` says whether it may have been applied.
   * @see https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/list
   */
  list(
    params: NonNullable<schema["listExternalApplications"]["parameters"]["query"]>,
    options?: CallOptions | undefined,
  ): ResponsePromise<ExternalApplicationPage> {
    return listExternalApplications(this.#client, params, options);
  }

  /**
   * Every item of all pages of: List external applications (查询外部投递列表)
   *
   * Fetches each page when the previous one is used up, `page_size` 20 by default. A page that fails ends the
   * iteration with its error.
   *
   * @example
   * for await (const item of hire.externalApplications.listAll(params)) console.log(item.id);
   *
   * @remarks
   * Lists the external applications of a talent (可根据人才 ID 获取人才外部投递列表).
   *
   * - Rate limit: 20 a second.
   * - Permission: `hire:external_application`.
   * - Repeats: safe, since it only reads.
   * - Error codes besides the platform's: 1002001 (SystemError), 1002002 (BadParameter), 1002102 (TalentNotFound), 1020001 (ModuleSystemError).
   *
   * @throws InvalidRequestError when iterated, before anything is sent, if the request does not match the spec.
   * @throws FeishuHireError of another kind if the call fails; `mayHaveSucceeded` says whether it may have been applied.
   * @see https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/list
   */
  listAll(
    params: Omit<NonNullable<schema["listExternalApplications"]["parameters"]["query"]>, "page_token">,
    options?: CallOptions | undefined,
  ): AsyncGenerator<ExternalApplication, void, undefined> {
    return listAllExternalApplications(this.#client, params, options);
  }

  /**
   * Create external application (创建外部投递)
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
   * @throws InvalidRequestError before anything is sent, if the request does not match the spec.
   * @throws FeishuHireError of another kind if the call fails; `mayHaveSucceeded` says whether it may have been applied.
   * @see https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/create
   */
  create(
    body: ExternalApplicationCreate,
    options?: CallOptions | undefined,
  ): ResponsePromise<ExternalApplication> {
    return createExternalApplication(this.#client, body, options);
  }

  /**
   * Update external application (更新外部投递)
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
   * @param externalApplicationId The external application's id (外部投递 ID，可通过查询外部投递列表接口获取).
   * @param body The whole record. `toUpdate` makes it from what a call returned.
   * @throws InvalidRequestError before anything is sent, if the request does not match the spec.
   * @throws FeishuHireError of another kind if the call fails; `mayHaveSucceeded` says whether it may have been applied.
   * @see https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/update-2
   */
  update(
    externalApplicationId: string,
    body: ExternalApplicationUpdate & { readonly external_id?: never; readonly id?: never },
    options?: CallOptions | undefined,
  ): ResponsePromise<ExternalApplication> {
    return updateExternalApplication(this.#client, externalApplicationId, body, options);
  }

  /**
   * Delete external application (删除外部投递)
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
   * @param externalApplicationId The external application's id (外部投递 ID，可通过查询外部投递列表接口获取).
   * @throws InvalidRequestError before anything is sent, if the request does not match the spec.
   * @throws FeishuHireError of another kind if the call fails; `mayHaveSucceeded` says whether it may have been applied.
   * @see https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/delete
   */
  delete(
    externalApplicationId: string,
    params?: NonNullable<schema["deleteExternalApplication"]["parameters"]["query"]> | undefined,
    options?: CallOptions | undefined,
  ): ResponsePromise<ExternalApplication | undefined> {
    return deleteExternalApplication(this.#client, externalApplicationId, params, options);
  }
}
