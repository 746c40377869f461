// Generated from spec/ by `npm run generate`; do not edit.

import type { CallOptions } from "../runtime/call-options.js";
import type { Client } from "../runtime/client.js";
import type { Operation } from "../runtime/operation.js";
import { iterateItems, toCalls } from "../runtime/paginate.js";
import { type ResponsePromise, toResponsePromise } from "../runtime/response-promise.js";
import type { ExternalApplication, ExternalApplicationPage, operations as schema } from "../schema.js";
import { listExternalApplications as validators } from "../validators/listExternalApplications.js";

/** What the client needs to know about `listExternalApplications`, apart from its types. */
export const operation: Operation & { readonly path: "/open-apis/hire/v1/external_applications" } = {
  id: "listExternalApplications",
  method: "GET",
  path: "/open-apis/hire/v1/external_applications",
  authenticated: true,
  contentType: undefined,
  rateLimit: { requests: 20, periodMs: 1000 },
  idempotency: "readOnly",
  scopes: ["hire:external_application"],
  idFields: ["talent_id"],
  result: ["data"],
  requires: [
    { path: ["data", "has_more"], type: "boolean" },
    { path: ["data", "items"], type: "array", optional: true },
    { path: ["data", "page_token"], type: "string", optional: true },
  ],
  docUrl:
    "https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/list",
};

/**
 * List external applications (查询外部投递列表)
 *
 * The function of `hire.externalApplications.list`, for a client of `createClient`.
 *
 * Lists the external applications of a talent (可根据人才 ID 获取人才外部投递列表).
 *
 * - Rate limit: 20 a second.
 * - Permission: `hire:external_application`.
 * - Repeats: safe, since it only reads.
 * - Error codes besides the platform's: 1002001 (SystemError), 1002002 (BadParameter), 1002102 (TalentNotFound), 1020001 (ModuleSystemError).
 *
 * @group Operations
 * @see https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/list
 */
export function listExternalApplications(
  client: Client,
  params: NonNullable<schema["listExternalApplications"]["parameters"]["query"]>,
  options?: CallOptions | undefined,
): ResponsePromise<ExternalApplicationPage> {
  return toResponsePromise(client.call({ operation, validators, query: params }, options));
}

/**
 * Every item of all pages of: List external applications (查询外部投递列表)
 *
 * The function of `hire.externalApplications.listAll`, for a client of `createClient`.
 *
 * Fetches each page when the previous one is used up, `page_size` 20 by default. A page that fails ends the
 * iteration with its error.
 *
 * - Rate limit: 20 a second.
 * - Permission: `hire:external_application`.
 * - Repeats: safe, since it only reads.
 * - Error codes besides the platform's: 1002001 (SystemError), 1002002 (BadParameter), 1002102 (TalentNotFound), 1020001 (ModuleSystemError).
 *
 * @group Operations
 * @see https://open.feishu.cn/document/server-docs/hire-v1/get-candidates/import-external-system-information/list
 */
export function listAllExternalApplications(
  client: Client,
  params: Omit<NonNullable<schema["listExternalApplications"]["parameters"]["query"]>, "page_token">,
  options?: CallOptions | undefined,
): AsyncGenerator<ExternalApplication, void, undefined> {
  return iterateItems(toCalls(params, { name: "page_size", size: 20 }), {
    fetch: (call, page_token) =>
      listExternalApplications(
        client,
        page_token === undefined ? call : { ...call, page_token },
        options,
      ).withResponse(),
    read: (page) => ({ items: page.items, hasMore: page.has_more, nextCursor: page.page_token }),
    fail: (received, reason) => client.invalidResponse(operation, received, reason),
  });
}
