import { describe, expect, it } from "vitest";
import { type Fetch, InvalidResponseError, ServerError, toUpdate } from "../../src/index.js";
import { testClient } from "../support/hire.js";
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
  return { hire: testClient({ fetch, maxRetries: false }), requests };
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
  });

  it("fetch no further page after a break", async () => {
    const { hire, requests } = createClient(page(["1", "2"], { has_more: true, page_token: "next" }));
    for await (const { id } of hire.externalInterviews.queryAll()) if (id === "1") break;
    expect(requests).toHaveLength(1);
  });
});

describe("a path parameter", () => {
  it.each(["", ".", "..", "a/b", "..\\x"])("%j is rejected before anything is sent", async (id) => {
    const { hire, requests } = createClient();
    await expect(hire.externalInterviews.delete(id)).rejects.toMatchObject({
      name: "InvalidRequestError",
      issues: [{ in: "path", pointer: "/external_interview_id" }],
    });
    expect(requests).toEqual([]);
  });
});

describe("toUpdate", () => {
  it("turns what a query returned into a body for update", async () => {
    const read = { id: "1", external_application_id: "7", external_id: "x", begin_time: 5 };
    const assessments = [{ id: "2", external_id: "y", username: "张三" }];
    const interview = { ...read, interview_assessments: assessments };
    const updated = Response.json({ code: 0, msg: "ok", data: { external_interview: interview } });
    const { hire, requests } = createClient(updated);
    await hire.externalInterviews.update("1", { ...toUpdate(interview), end_time: 6 });
    expect(requests[0]?.body).toEqual({
      external_application_id: "7",
      begin_time: 5,
      end_time: 6,
      interview_assessments: [{ username: "张三" }],
    });
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
