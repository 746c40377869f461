import { describe, expect, it, vi } from "vitest";
import { type Fetch, InvalidRequestError, InvalidResponseError, ServerError } from "../../src/index.js";
import { createTestClient } from "../support/hire.js";
import { failure, token } from "../support/scripted-fetch.js";

interface PageRequest {
  readonly path: string;
  readonly query: Record<string, string>;
  readonly body: { external_interview_id_list?: string[] };
}

/** Creates a client whose calls get these responses in turn. */
function createClient(...responses: Response[]) {
  const requests: PageRequest[] = [];
  const fetch: Fetch = async (address, { body }) => {
    const { pathname, searchParams } = new URL(address);
    if (pathname.includes("tenant_access_token")) return token();
    requests.push({
      path: pathname,
      query: Object.fromEntries(searchParams),
      body: JSON.parse(body ?? "{}"),
    });
    return responses[requests.length - 1] ?? page([], {});
  };
  return { hire: createTestClient({ fetch, maxRetries: false }), requests };
}

function page(ids: string[], more: { page_token?: string; has_more?: boolean }): Response {
  const items = ids.map((id) => ({ id, external_application_id: "1" }));
  return Response.json({ code: 0, msg: "ok", data: { items, has_more: false, ...more } });
}

async function collectIds(items: AsyncIterable<{ id: string }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id } of items) ids.push(id);
  return ids;
}

describe("queryAll and listAll", () => {
  it("follow the page tokens, 20 items a page", async () => {
    const { hire, requests } = createClient(
      page(["1", "2"], { has_more: true, page_token: "next" }),
      page(["3"], {}),
    );
    const ids = await collectIds(hire.externalInterviews.queryAll({ external_application_id: "7" }));
    expect(ids).toEqual(["1", "2", "3"]);
    expect(requests.map(({ query }) => query)).toEqual([
      { external_application_id: "7", page_size: "20" },
      { external_application_id: "7", page_size: "20", page_token: "next" },
    ]);
  });

  it("end with the error of a page that fails, after the items before it", async () => {
    const { hire } = createClient(page(["1"], { has_more: true, page_token: "next" }), failure(1002001, 500));
    const items = hire.externalApplications.listAll({ talent_id: "7" });
    expect((await items.next()).value).toMatchObject({ id: "1" });
    await expect(items.next()).rejects.toBeInstanceOf(ServerError);
  });

  it.each([
    ["repeats", { has_more: true, page_token: "same" }],
    ["is missing", { has_more: true }],
  ])("end with an error if a token %s", async (_, more) => {
    const { hire, requests } = createClient(page([], more), page([], more), page([], more));
    await expect(collectIds(hire.externalInterviews.queryAll())).rejects.toBeInstanceOf(InvalidResponseError);
    expect(requests.length).toBeLessThanOrEqual(2);
  });

  it("send more than 20 ids in parts, and nothing for no ids", async () => {
    const { hire, requests } = createClient();
    const ids = Array.from({ length: 45 }, (_, i) => `${i}`);
    await collectIds(hire.externalInterviews.queryAll({ external_interview_id_list: ids }));
    expect(requests.map(({ body }) => body.external_interview_id_list?.length)).toEqual([20, 20, 5]);
    await collectIds(hire.externalInterviews.queryAll({ external_interview_id_list: [] }));
    expect(requests).toHaveLength(3);
    await expect(hire.externalInterviews.query({ external_interview_id_list: ids })).rejects.toMatchObject({
      issues: [{ expected: "at most 20 items", received: "a list of 45" }],
    });
  });

  it("send each id once, even if the caller changes the list meanwhile", async () => {
    const { hire, requests } = createClient(page(["1"], {}));
    const ids = Array.from({ length: 30 }, (_, i) => `${i % 25}`);
    const items = hire.externalInterviews.queryAll({ external_interview_id_list: ids });
    ids.length = 3;
    await items.next();
    ids.length = 0;
    await collectIds(items);
    expect(requests.flatMap(({ body }) => body.external_interview_id_list)).toEqual(
      Array.from({ length: 25 }, (_, i) => `${i}`),
    );
  });

  it("fetch 20 items a page if page_size is undefined, and reject null", async () => {
    const { hire, requests } = createClient();
    await collectIds(hire.externalInterviews.queryAll({ page_size: undefined }));
    await collectIds(hire.externalApplications.listAll({ talent_id: "7", page_size: undefined }));
    expect(requests.map(({ query }) => query.page_size)).toEqual(["20", "20"]);
    const params = JSON.parse('{ "page_size": null }');
    await expect(collectIds(hire.externalInterviews.queryAll(params))).rejects.toBeInstanceOf(
      InvalidRequestError,
    );
  });

  it.each([
    ["a token that is no text", { has_more: true, page_token: 5 }, "string at /data/page_token"],
    ["items that are no list", { has_more: false, items: {} }, "array at /data/items"],
  ])("end with an error for %s, and so does a single page", async (_, data, missing) => {
    const received = () => Response.json({ code: 0, msg: "ok", data });
    const { hire, requests } = createClient(received(), received());
    for (const call of [collectIds(hire.externalInterviews.queryAll()), hire.externalInterviews.query()])
      await expect(call).rejects.toMatchObject({
        name: "InvalidResponseError",
        message: expect.stringContaining(missing),
      });
    expect(requests).toHaveLength(2);
  });

  it.each([null, "7", [], 5])("reject %j in place of parameters, before anything is sent", async (params) => {
    const { hire, requests } = createClient();
    const { externalInterviews, externalApplications } = hire;
    const calls: Promise<unknown>[] = [
      Reflect.apply(externalInterviews.query, undefined, [params]),
      Reflect.apply(externalApplications.list, undefined, [params]),
      collectIds(Reflect.apply(externalInterviews.queryAll, undefined, [params])),
      collectIds(Reflect.apply(externalApplications.listAll, undefined, [params])),
    ];
    for (const call of calls)
      await expect(call).rejects.toMatchObject({
        name: "InvalidRequestError",
        issues: [{ in: "query", pointer: "", expected: "type object" }],
      });
    expect(requests).toEqual([]);
  });

  it("fetch no further page after a break", async () => {
    const { hire, requests } = createClient(page(["1", "2"], { has_more: true, page_token: "next" }));
    for await (const { id } of hire.externalInterviews.queryAll()) if (id === "1") break;
    expect(requests).toHaveLength(1);
  });
});

describe("an unknown field of a call with a query and a body", () => {
  it.each([
    ["page_siz", "page_size"],
    ["external_interview_ids_list", "external_interview_id_list"],
    ["something", undefined],
  ])("%s is of neither, and the nearest field of both is suggested", async (name, nearest) => {
    const { hire } = createClient();
    await expect(hire.externalInterviews.query({ [name]: 5 })).rejects.toMatchObject({
      issues: [
        {
          in: "params",
          pointer: `/${name}`,
          received: nearest === undefined ? "an unknown one" : expect.stringContaining(`${nearest}?`),
        },
      ],
    });
  });
});

describe("a result that may be missing", () => {
  it.each([{}, { external_application: null }])("may be, as in %j", async (data) => {
    const { hire } = createClient(Response.json({ code: 0, msg: "ok", data }));
    await expect(hire.externalApplications.delete("1")).resolves.toBeUndefined();
  });

  it.each(["x", [], 1])("must not be %j", async (external_application) => {
    const { hire } = createClient(Response.json({ code: 0, msg: "ok", data: { external_application } }));
    await expect(hire.externalApplications.delete("1")).rejects.toBeInstanceOf(InvalidResponseError);
  });
});

describe("a method", () => {
  it("can be replaced and restored, as a spy does", async () => {
    const { hire, requests } = createClient();
    const spy = vi.spyOn(hire.externalApplications, "list").mockResolvedValue({ has_more: false });
    await expect(hire.externalApplications.list({ talent_id: "7" })).resolves.toEqual({ has_more: false });
    expect(spy.mock.calls).toEqual([[{ talent_id: "7" }]]);
    expect(requests).toEqual([]);
    spy.mockRestore();
    await hire.externalApplications.list({ talent_id: "7" });
    expect(requests).toHaveLength(1);
  });
});

describe("a path parameter", () => {
  it.each(["", ".", "..", "a/b", "..\\x"])("%j is rejected in words before anything is sent", async (id) => {
    const { hire, requests } = createClient();
    const expected = expect.not.stringContaining("^");
    await expect(hire.externalInterviews.delete(id)).rejects.toMatchObject({
      name: "InvalidRequestError",
      issues: [{ in: "path", pointer: "/external_interview_id", expected }],
    });
    expect(requests).toEqual([]);
  });
});

describe("withResponse", () => {
  it("resolves to the log id, the headers and the status beside the result", async () => {
    const headers = { "x-tt-logid": "log-1" };
    const { hire } = createClient(
      Response.json({ code: 0, msg: "ok", data: { has_more: false } }, { headers }),
    );
    const {
      data,
      logId,
      status,
      headers: received,
    } = await hire.externalApplications.list({ talent_id: "7" }).withResponse();
    expect({ data, logId, status }).toEqual({ data: { has_more: false }, logId: "log-1", status: 200 });
    expect(received.get("x-tt-logid")).toBe("log-1");
  });
});
