import { describe, expect, test } from "vitest";
import { ErrorCode } from "../../src/index.js";
import { isObject } from "../../src/is-object.js";
import type { OperationId, TestFeishu, TestFeishuOptions } from "../../src/testing/index.js";
import { callPlain, type PlainRequest, type PlainResponse, startTestFeishu } from "./feishu.js";

interface PageData {
  readonly items: readonly { readonly id: string }[];
  readonly has_more: boolean;
  readonly page_token?: string;
}

function isPage(data: unknown): data is PageData {
  return isObject(data) && Array.isArray(data.items) && typeof data.has_more === "boolean";
}

function readPage({ json }: PlainResponse): PageData {
  if (isPage(json.data)) return json.data;
  throw new Error("not a page", { cause: json });
}

/** Reads every page of an operation. */
async function readPages(
  feishu: TestFeishu,
  operationId: OperationId,
  { query = {}, ...request }: PlainRequest,
): Promise<PageData[]> {
  const pages: PageData[] = [];
  for (;;) {
    const token = pages.at(-1)?.page_token;
    const withToken = { ...query, ...(token !== undefined && { page_token: token }) };
    const page = readPage(await callPlain(feishu, operationId, { ...request, query: withToken }));
    pages.push(page);
    if (!page.has_more) return pages;
  }
}

function readIds(pages: readonly PageData[]): string[] {
  return pages.flatMap(({ items }) => items.map(({ id }) => id));
}

/** Starts a server with interviews under application "1", and one under another. */
async function feishuWith(count: number, options: TestFeishuOptions = {}): Promise<TestFeishu> {
  const feishu = await startTestFeishu({ rateLimit: false, ...options });
  for (let i = 0; i < count; i++) feishu.addInterview({ external_application_id: "1", begin_time: i });
  feishu.addInterview({ external_application_id: "2" });
  return feishu;
}

const ofApplication = { query: { external_application_id: "1" } };

describe("queryExternalInterviews", () => {
  test("returns the application's interviews in pages of ten, the last one without a token", async () => {
    const feishu = await feishuWith(23);
    const pages = await readPages(feishu, "queryExternalInterviews", ofApplication);
    expect(pages.map(({ items }) => items.length)).toEqual([10, 10, 3]);
    expect(pages.map((page) => "page_token" in page)).toEqual([true, true, false]);
    expect(readIds(pages)).toEqual(feishu.interviewsOf("1").map(({ id }) => id));
  });

  test("returns a full last page without announcing another", async () => {
    const feishu = await feishuWith(20);
    const query = { ...ofApplication.query, page_size: "20" };
    const pages = await readPages(feishu, "queryExternalInterviews", { query });
    expect(pages.map(({ items }) => items.length)).toEqual([20]);
    expect(pages[0]).not.toHaveProperty("page_token");
  });

  test.each(["0", "21", "x"])("rejects the page_size %s", async (page_size) => {
    const feishu = await feishuWith(1);
    const query = { ...ofApplication.query, page_size };
    const { json } = await callPlain(feishu, "queryExternalInterviews", { query });
    expect(json.code).toBe(ErrorCode.BadParameter);
  });

  test.each(["x", "null", '{"offset":"1","id":null}', '{"offset":-1,"id":null}', '{"offset":1}'])(
    "rejects a malformed page token: %s",
    async (token) => {
      const feishu = await feishuWith(1);
      const query = { ...ofApplication.query, page_token: btoa(token) };
      const { json } = await callPlain(feishu, "queryExternalInterviews", { query });
      expect(json.code).toBe(ErrorCode.BadParameter);
    },
  );

  test.each([
    ["oldestFirst", "cursor"],
    ["newestFirst", "offset"],
    ["newestFirst", "cursor"],
  ] as const)("orders items %s, each once, by %s tokens", async (itemOrder, pageTokens) => {
    const feishu = await feishuWith(22, { itemOrder, pageTokens });
    const pages = await readPages(feishu, "queryExternalInterviews", ofApplication);
    const ids = feishu.interviewsOf("1").map(({ id }) => id);
    expect(readIds(pages)).toEqual(itemOrder === "oldestFirst" ? ids : ids.reverse());
  });

  test.each([
    ["offset", 9],
    ["cursor", 10],
  ] as const)("after a deletion, the next page by %s tokens has %i items", async (pageTokens, rest) => {
    const feishu = await feishuWith(20, { pageTokens });
    const first = readPage(await callPlain(feishu, "queryExternalInterviews", ofApplication));
    feishu.deleteInterview(first.items[0]?.id ?? "");
    const query = { ...ofApplication.query, page_token: first.page_token ?? "" };
    const second = readPage(await callPlain(feishu, "queryExternalInterviews", { query }));
    expect(second.items).toHaveLength(rest);
  });

  test("after a deletion of all that is left, the next page by cursor has none", async () => {
    const feishu = await feishuWith(12, { pageTokens: "cursor" });
    const first = readPage(await callPlain(feishu, "queryExternalInterviews", ofApplication));
    for (const { id } of feishu.interviewsOf("1").slice(10)) feishu.deleteInterview(id);
    const query = { ...ofApplication.query, page_token: first.page_token ?? "" };
    const second = readPage(await callPlain(feishu, "queryExternalInterviews", { query }));
    expect(second).toEqual({ items: [], has_more: false });
  });

  test("by ids ignores every other filter, and omits unknown ids", async () => {
    const feishu = await feishuWith(2);
    const ids = feishu.interviews.map(({ interview }) => interview.id);
    const body = { external_interview_id_list: [...ids, "1", ids[0]] };
    const [page] = await readPages(feishu, "queryExternalInterviews", { ...ofApplication, body });
    expect(page?.items.map(({ id }) => id)).toEqual(ids);
  });

  test("by ids fails for an unknown id on request", async () => {
    const feishu = await feishuWith(1, { unknownListId: { code: 1_002_801 } });
    const body = { external_interview_id_list: ["1"] };
    const { json } = await callPlain(feishu, "queryExternalInterviews", { body });
    expect(json.code).toBe(1_002_801);
  });

  test.each([
    [true, [10, 5]],
    [false, [15]],
  ])("by ids is cut into pages: %s", async (idQueryPaged, sizes) => {
    const feishu = await feishuWith(15, { idQueryPaged });
    const body = { external_interview_id_list: feishu.interviewsOf("1").map(({ id }) => id) };
    const pages = await readPages(feishu, "queryExternalInterviews", { body });
    expect(pages.map(({ items }) => items.length)).toEqual(sizes);
  });

  test("without a filter fails, or returns everything on request", async () => {
    const strict = await feishuWith(1);
    expect((await callPlain(strict, "queryExternalInterviews")).json.code).toBe(ErrorCode.BadParameter);
    const lenient = await feishuWith(1, { unfilteredQuery: "everything" });
    expect(readPage(await callPlain(lenient, "queryExternalInterviews")).items).toHaveLength(2);
  });

  test.each(["an application", "ids"])("lags behind changes on request, by %s", async (filter) => {
    const feishu = await startTestFeishu({ rateLimit: false, queryLagMs: 60_000 });
    const { id } = feishu.addInterview({ external_application_id: "1", begin_time: 1 });
    const request = filter === "ids" ? { body: { external_interview_id_list: [id] } } : ofApplication;
    const read = async () => readPage(await callPlain(feishu, "queryExternalInterviews", request)).items;
    expect(await read()).toEqual([]);
    feishu.clock.advance(60_000);
    feishu.editInterview(id, { begin_time: 2 });
    expect(await read()).toMatchObject([{ id, begin_time: 1 }]);
    feishu.clock.advance(60_000);
    feishu.deleteInterview(id);
    expect(await read()).toMatchObject([{ id, begin_time: 2 }]);
    feishu.clock.advance(60_000);
    expect(await read()).toEqual([]);
  });
});

describe("listExternalApplications", () => {
  test("returns the talent's applications in pages", async () => {
    const feishu = await startTestFeishu({ rateLimit: false });
    for (let i = 0; i < 12; i++) feishu.addApplication({ talent_id: "1" });
    feishu.addApplication({ talent_id: "2" });
    const pages = await readPages(feishu, "listExternalApplications", { query: { talent_id: "1" } });
    expect(pages.map(({ items }) => items.length)).toEqual([10, 2]);
  });

  test("lags behind creates on request", async () => {
    const feishu = await startTestFeishu({ queryLagMs: 60_000 });
    const { id } = feishu.addApplication({ talent_id: "1" });
    const request = { query: { talent_id: "1" } };
    const read = async () =>
      readIds([readPage(await callPlain(feishu, "listExternalApplications", request))]);
    expect(await read()).toEqual([]);
    feishu.clock.advance(60_000);
    expect(await read()).toEqual([id]);
  });

  test("requires a talent that exists", async () => {
    const feishu = await startTestFeishu({ talents: ["1"] });
    const list = async (query: Record<string, string>) =>
      (await callPlain(feishu, "listExternalApplications", { query })).json.code;
    expect(await list({})).toBe(ErrorCode.BadParameter);
    expect(await list({ talent_id: "2" })).toBe(ErrorCode.TalentNotFound);
    expect(await list({ talent_id: "1" })).toBe(0);
  });
});
