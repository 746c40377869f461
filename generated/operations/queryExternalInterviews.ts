// Generated from spec/ by `npm run generate`; do not edit.

import type { CallOptions } from "../runtime/call-options.js";
import type { Client } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import { iterateItems, toCalls } from "../runtime/paginate.js";
import { type ResponsePromise, toResponsePromise } from "../runtime/response-promise.js";
import { splitParams } from "../runtime/split-params.js";
import type {
  ExternalInterview,
  ExternalInterviewPage,
  ExternalInterviewQuery,
  operations as schema,
} from "../schema.js";
import { queryExternalInterviews as validators } from "../validators/queryExternalInterviews.js";

/** What the client needs to know about `queryExternalInterviews`, apart from its types. */
export const operation: Operation & { readonly path: "/open-apis/hire/v1/external_interviews/batch_query" } =
  {
    id: "queryExternalInterviews",
    method: "POST",
    path: "/open-apis/hire/v1/external_interviews/batch_query",
    authenticated: true,
    contentType: "application/json; charset=utf-8",
    rateLimit: { requests: 10, periodMs: 1000 },
    idempotency: "readOnly",
    scopes: ["hire:external_application", "hire:external_application:readonly"],
    idFields: ["external_application_id", "external_interview_id_list"],
    result: ["data"],
    requires: [
      { path: ["data", "has_more"], type: "boolean" },
      { path: ["data", "items"], type: "array", optional: true },
      { path: ["data", "page_token"], type: "string", optional: true },
    ],
    docUrl:
      "https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-interview-info/batch_query",
  };

/**
 * Query external interviews (查询外部面试列表)
 *
 * The function of `hire.externalInterviews.query`, for a client of `createClient`.
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
 * @group Operations
 * @see https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-interview-info/batch_query
 */
export function queryExternalInterviews(
  client: Client,
  params: ExternalInterviewQuery & NonNullable<schema["queryExternalInterviews"]["parameters"]["query"]> = {},
  options?: CallOptions | undefined,
): ResponsePromise<ExternalInterviewPage> {
  const { query, body } = splitParams(params, ["external_application_id", "page_size", "page_token"]);
  return toResponsePromise(client.call({ operation, validators, query, body }, options));
}

/**
 * Every item of all pages of: Query external interviews (查询外部面试列表)
 *
 * The function of `hire.externalInterviews.queryAll`, for a client of `createClient`.
 *
 * Fetches each page when the previous one is used up, `page_size` 20 by default. A page that fails ends the
 * iteration with its error.
 * More than 20 in `external_interview_id_list` are sent in parts; an empty list finds nothing.
 *
 * - Rate limit: 10 a second.
 * - Permission: `hire:external_application` or `hire:external_application:readonly`.
 * - Repeats: safe, since it only reads.
 * - Error codes besides the platform's: 1002001 (SystemError), 1002002 (BadParameter), 1020001 (ModuleSystemError).
 *
 * @group Operations
 * @see https://open.feishu.cn/document/hire-v1/get-candidates/import-external-system-information/import-external-interview-info/batch_query
 */
export function queryAllExternalInterviews(
  client: Client,
  params: Omit<
    ExternalInterviewQuery & NonNullable<schema["queryExternalInterviews"]["parameters"]["query"]>,
    "page_token"
  > = {},
  options?: CallOptions | undefined,
): AsyncGenerator<ExternalInterview, void, undefined> {
  return iterateItems(
    toCalls(params, { name: "page_size", size: 20 }, { name: "external_interview_id_list", maximum: 20 }),
    {
      fetch: (call, page_token) =>
        queryExternalInterviews(
          client,
          page_token === undefined ? call : { ...call, page_token },
          options,
        ).withResponse(),
      read: (page) => ({ items: page.items, hasMore: page.has_more, nextCursor: page.page_token }),
      fail: (received, reason) => client.invalidResponse(operation, received, reason),
    },
  );
}
