// Generated from spec/openapi.yaml by `npm run generate`; do not edit.

import createClient, { type Client, type ClientOptions } from "openapi-fetch";
import type { CallOptions } from "../src/options.js";
import { assertResult } from "../src/validation/assert-result.js";
import { validateBody } from "../src/validation/validate-request.js";
import type { ExternalInterview, ExternalInterviewCreate, paths } from "./schema.js";
import * as validators from "./validators.js";

/** The openapi-fetch client, typed by the spec. */
export type Api = Client<paths, "application/json">;

export function createApi(options: ClientOptions): Api {
  return createClient<paths, "application/json">(options);
}

/** The calls of `externalInterviews`. */
export class ExternalInterviews {
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /**
   * Create external interview (创建外部面试)
   *
   * - Rate limit: 10 requests in 1000 ms, kept by the client.
   * - Idempotency: with `external_id`, safe to repeat for 24 hours.
   * - Permission: `hire:external_application`.
   * @throws InvalidRequestError before anything is sent, if the request does not match the spec.
   * @throws FeishuHireError of another kind if the call fails; `mayHaveSucceeded` says whether it may have been carried out.
   * @see https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/create-3
   */
  async create(body: ExternalInterviewCreate, options?: CallOptions): Promise<ExternalInterview> {
    validateBody("createExternalInterview", validators.createExternalInterview, body);
    const { data } = await this.#api.POST("/open-apis/hire/v1/external_interviews", { ...options, body });
    return assertResult(data?.data?.external_interview);
  }
}

/** Every resource, wired to one client. */
export class Resources {
  readonly externalInterviews: ExternalInterviews;

  constructor(api: Api) {
    this.externalInterviews = new ExternalInterviews(api);
  }
}
