import { describe, expect, it, onTestFinished } from "vitest";
import {
  AbortError,
  BadParameterError,
  ConfigurationError,
  type FeishuHireError,
  InvalidRequestError,
  TimeoutError,
} from "../src/index.js";
import { createRawClient } from "../src/raw-client.js";
import { ManualClock } from "./support/clock.js";
import { catchError, createTestClient, NOWHERE } from "./support/hire.js";
import { created, failure, scriptedFetch, token } from "./support/scripted-fetch.js";

const PATH = "/open-apis/hire/v1/external_interviews";
const BODY = { external_application_id: "6960663240925956437" };

describe("the raw client", () => {
  it("authenticates its calls, and fails with the client's own errors", async () => {
    const headers = { "x-tt-logid": "log-1", "x-ogw-ratelimit-limit": "10", "x-ogw-ratelimit-reset": "1" };
    const success = Response.json(await created().json(), { status: 201, headers });
    const { fetch, creates } = scriptedFetch({ create: [success, failure(1002002, 400)] });
    const raw = createRawClient(createTestClient({ fetch }));
    const { data, response } = await raw.POST(PATH, { body: BODY });
    expect(data?.data?.external_interview?.id).toBe("6960663240925956436");
    expect(response.status).toBe(201);
    expect(Object.fromEntries(response.headers)).toMatchObject(headers);
    expect(creates[0]).toMatchObject({ body: BODY, headers: { authorization: "Bearer t-one" } });
    await catchError(raw.POST(PATH, { body: BODY }), BadParameterError);
  });

  it("sends a body again only with its key", async () => {
    const { fetch, creates } = scriptedFetch({ create: [new Error("reset")] });
    const raw = createRawClient(createTestClient({ fetch }));
    const attemptsOf = (body: typeof BODY & { external_id?: string }) =>
      raw.POST(PATH, { body }).catch(({ attempts }: FeishuHireError) => attempts);
    expect(await attemptsOf(BODY)).toBe(1);
    expect(await attemptsOf({ ...BODY, external_id: "" })).toBe(1);
    expect(await attemptsOf({ ...BODY, external_id: "7" })).toBe(5);
    const prototype = Object.prototype as { external_id?: string };
    onTestFinished(() => void delete prototype.external_id);
    prototype.external_id = "polluted";
    expect(await attemptsOf(BODY)).toBe(1);
    expect(creates).toHaveLength(8);
  });

  it("takes the options of a call", async () => {
    const clock = new ManualClock();
    const { fetch } = scriptedFetch({ create: [() => new Promise<Response>(() => {})] });
    const raw = createRawClient(createTestClient({ fetch, clock }));
    const failed = catchError(raw.POST(PATH, { body: BODY, timeoutMs: 20 }), TimeoutError);
    await clock.advance(20);
    expect(await failed).toMatchObject({ limit: "timeoutMs" });
  });

  it("keeps the options of a call whose request a middleware replaces", async () => {
    const clock = new ManualClock();
    const { fetch } = scriptedFetch({ create: [() => new Promise<Response>(() => {})] });
    const raw = createRawClient(createTestClient({ fetch, clock }));
    raw.use({ onRequest: ({ request }) => new Request(request) });
    let recorded = 0;
    const beforeSend = () => void recorded++;
    const controller = new AbortController();
    const calls = [
      raw.POST(PATH, { body: BODY, timeoutMs: 20, beforeSend }),
      raw.request("post", PATH, { body: BODY, signal: controller.signal, beforeSend }),
    ];
    const failed = catchError(calls[0] ?? Promise.resolve(), TimeoutError);
    const aborted = catchError(calls[1] ?? Promise.resolve(), AbortError);
    await clock.advance(20);
    controller.abort();
    expect(await failed).toMatchObject({ limit: "timeoutMs" });
    expect(await aborted).toMatchObject({ attempts: 1 });
    expect(recorded).toBe(2);
  });

  const circular: typeof BODY & { self?: unknown } = { ...BODY };
  circular.self = circular;
  it.each([
    ["a header that HTTP cannot hold", { headers: { "x-operator": "张三" } }, "headers"],
    ["a body that holds itself", { body: circular }, "body"],
    ["a body as a form", { bodySerializer: () => new FormData() }, "headers"],
    ["a body of another type", { headers: { "content-type": "text/plain" } }, "headers"],
  ])("rejects a call with %s before anything is sent", async (_, options, where) => {
    const { fetch, creates, tokens } = scriptedFetch({});
    const raw = createRawClient(createTestClient({ fetch }));
    const error = await catchError(raw.POST(PATH, { body: BODY, ...options }), InvalidRequestError);
    expect(error).toMatchObject({ operationId: "createExternalInterview", issues: [{ in: where }] });
    expect([...creates, ...tokens]).toEqual([]);
  });

  it("needs a FeishuHire of its own copy of the package", () => {
    expect(() => createRawClient(Object.create(createTestClient({})))).toThrow(ConfigurationError);
  });

  it("parses the response as the call asks", async () => {
    const { fetch } = scriptedFetch({});
    const raw = createRawClient(createTestClient({ fetch }));
    const envelope = await created().json();
    const { data: blob } = await raw.POST(PATH, { body: BODY, parseAs: "blob" });
    expect(JSON.parse(await (blob as Blob).text())).toEqual(envelope);
    const { data: text } = await raw.POST(PATH, { body: BODY, parseAs: "text" });
    expect(JSON.parse(String(text))).toEqual(envelope);
    const { data: stream } = await raw.POST(PATH, { body: BODY, parseAs: "stream" });
    expect(await new Response(stream as ReadableStream).json()).toEqual(envelope);
  });

  it("gives middlewares requests and responses that can be cloned, read and replaced", async () => {
    const seen: unknown[] = [];
    const { fetch, creates } = scriptedFetch({});
    const raw = createRawClient(createTestClient({ fetch }));
    raw.use({
      onRequest: async ({ request, schemaPath }) => {
        seen.push(schemaPath, await request.clone().json());
        const replaced = new Request(request);
        replaced.headers.set("x-request-source", "greenhouse");
        return replaced;
      },
      onResponse: async ({ response }) => {
        seen.push(await response.clone().json());
        return undefined;
      },
    });
    const { data } = await raw.POST(PATH, { body: BODY });
    expect(seen).toEqual([PATH, BODY, await created().json()]);
    expect(data?.data?.external_interview?.id).toBe("6960663240925956436");
    expect(creates[0]?.headers["x-request-source"]).toBe("greenhouse");
  });

  it.each([
    ["another host", { baseUrl: "http://127.0.0.1:3" }],
    ["a fetch of its own", { fetch: async () => token() }],
    ["a header that is the client's", { headers: { Authorization: "Bearer t-another" } }],
  ])("sends nothing for a call with %s", async (_, options) => {
    const { fetch, creates, tokens } = scriptedFetch({});
    const raw = createRawClient(createTestClient({ fetch }));
    await catchError(raw.POST(PATH, { body: BODY, ...options }), ConfigurationError);
    expect([...creates, ...tokens]).toEqual([]);
  });

  it.each([".", ".."])("sends nothing for the id %j, which leads to another path", async (id) => {
    const { fetch, creates } = scriptedFetch({});
    const params = { path: { external_interview_id: id } };
    const call = createRawClient(createTestClient({ fetch })).DELETE(`${PATH}/{external_interview_id}`, {
      params,
    });
    await catchError(call, ConfigurationError);
    expect(creates).toEqual([]);
  });

  it("fills in path parameters and queries", async () => {
    const page = { code: 0, msg: "ok", data: { has_more: false, items: [] } };
    const { fetch, creates } = scriptedFetch({ create: [Response.json(page)] });
    const raw = createRawClient(createTestClient({ fetch }));
    await raw.DELETE(`${PATH}/{external_interview_id}`, {
      params: { path: { external_interview_id: "7/8" } },
    });
    const query = { external_application_id: "张 三" };
    await raw.POST(`${PATH}/batch_query`, { params: { query }, body: {} });
    expect(creates).toMatchObject([
      { url: `${NOWHERE}${PATH}/7%2F8`, method: "DELETE", body: undefined },
      {
        url: `${NOWHERE}${PATH}/batch_query?external_application_id=%E5%BC%A0%20%E4%B8%89`,
        method: "POST",
        body: {},
      },
    ]);
  });
});
