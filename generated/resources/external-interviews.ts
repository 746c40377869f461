// Generated from spec/ by `npm run generate`; do not edit.

import { operations } from "../operations.js";
import type { Caller } from "../runtime/caller.js";

import { type ResponsePromise, toResponsePromise } from "../runtime/response-promise.js";
import type { ExternalInterview, ExternalInterviewCreate } from "../schema.js";
import { createExternalInterview } from "../validators/createExternalInterview.js";

/** The calls of `externalInterviews`. */
export class ExternalInterviews<Options> {
  readonly #caller: Caller<Options>;

  constructor(caller: Caller<Options>) {
    this.#caller = caller;
  }

  /**
   * Create external interview (创建外部面试)
   *
   * Creates one past interview under an external application (创建外部面试，可用于导入来自其他系统的面试信息).
   *
   * - **Permission**: `hire:external_application`, "update external applications" (更新外部投递). Self-built apps only (自建应用).
   * - **Rate limit**: 10 requests a second (10 次/秒), per app and tenant.
   * - **Idempotency**: with `external_id`, an interview is created at most once within 24 hours
   *   (同一 external_id 24 小时内仅可创建一次). Without it there is no such check. Feishu does not document what
   *   a second create with the same `external_id` answers.
   *
   * - Rate limit: 10 a second, which the client keeps.
   * - Repeats: with `external_id`, safe for 24 hours.
   * - Permission: `hire:external_application`.
   * - Error codes of its own: 1002002, 1002001.
   *
   * @throws InvalidRequestError before anything is sent, if the request does not match the spec.
   * @throws FeishuHireError of another kind if the call fails; `mayHaveSucceeded` says whether it may have been applied.
   * @see https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/create-3
   */
  create(body: ExternalInterviewCreate, options?: Options | undefined): ResponsePromise<ExternalInterview> {
    return toResponsePromise(
      this.#caller.call(
        { operation: operations.createExternalInterview, validators: createExternalInterview, body },
        options,
      ),
    );
  }
}
