import { describe, expect, it } from "vitest";
import {
  AuthenticationError,
  BadParameterError,
  FeishuApiError,
  InvalidResponseError,
  PermissionError,
  QuotaError,
  RateLimitError,
  ServerError,
} from "../../src/index.js";
import { catchError, createTestClient } from "../support/hire.js";
import { failure, scriptedFetch, token } from "../support/scripted-fetch.js";

const BODY = { external_application_id: "6960663240925956437" };

describe("a failure", () => {
  it.each([
    [1002002, 400, BadParameterError],
    [1002002, 200, BadParameterError],
    [10015, 200, AuthenticationError],
    [99991403, 400, QuotaError],
    [99991401, 403, PermissionError],
    [1002001, 500, ServerError],
    [424242, 400, FeishuApiError],
    [424242, 500, ServerError],
  ])("of code %i under HTTP %i has its class, code, status and log id", async (code, status, type) => {
    const { fetch } = scriptedFetch({
      create: [failure(code, status, { "X-Tt-Logid": "log-1" }, "the reason")],
    });
    const call = createTestClient({ fetch, maxRetries: false }).externalInterviews.create(BODY);
    const error = await catchError(call, type);
    expect(error.constructor).toBe(type);
    expect(error).toMatchObject({
      code,
      status,
      msg: "the reason",
      logId: "log-1",
      operationId: "createExternalInterview",
    });
    expect(error.message).toContain("log-1");
    expect(error.name).toBe(type.name);
  });

  it("takes the log id from the body if no header has one", async () => {
    const response = Response.json(
      { code: 1002002, msg: "", error: { log_id: "log-2", field: "x" } },
      { status: 400 },
    );
    const { fetch } = scriptedFetch({ create: [response] });
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(BODY),
      BadParameterError,
    );
    expect(error.logId).toBe("log-2");
    expect(error.detail).toEqual({ log_id: "log-2", field: "x" });
  });

  it("prefers the header's log id to the body's", async () => {
    const headers = { "x-tt-logid": "log-1" };
    const response = Response.json({ code: 1002002, error: { log_id: "log-2" } }, { status: 400, headers });
    const { fetch } = scriptedFetch({ create: [response] });
    const call = createTestClient({ fetch }).externalInterviews.create(BODY);
    expect((await catchError(call, BadParameterError)).logId).toBe("log-1");
  });

  it.each([5, "two words", "log-planted-app-secret"])("does not take %j for a log id", async (log_id) => {
    const response = Response.json({ code: 1002002, msg: 5, error: { log_id } }, { status: 400 });
    const { fetch } = scriptedFetch({ create: [response] });
    const call = createTestClient({ fetch }).externalInterviews.create(BODY);
    expect(await catchError(call, BadParameterError)).toMatchObject({ logId: undefined, msg: "" });
  });

  it("does not repeat a secret that Feishu's message repeats", async () => {
    const { fetch } = scriptedFetch({
      token: [failure(10003, 400, {}, "bad app_secret planted-app-secret")],
    });
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(BODY),
      BadParameterError,
    );
    expect(error.msg).toBe("bad app_secret [hidden]");
    expect(error.stack).not.toContain("planted-app-secret");
  });

  it.each(["e", "t-23456"])("does not take the token %j for a secret", async (short) => {
    const msg = "the external interview e is t-23456";
    const { fetch } = scriptedFetch({
      token: [token(short)],
      create: [failure(1002002, 400, { "x-tt-logid": "e-t-23456" }, msg)],
    });
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(BODY),
      BadParameterError,
    );
    expect(error).toMatchObject({ msg, logId: "e-t-23456" });
  });

  it("hides the token", async () => {
    const { fetch } = scriptedFetch({
      token: [token("t-234567")],
      create: [failure(1002002, 400, { "x-tt-logid": "e-t-234567" }, "no t-234567")],
    });
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(BODY),
      BadParameterError,
    );
    expect(error).toMatchObject({ msg: "no [hidden]", logId: undefined });
  });

  it.each(["", "1", "123", "12345678"])(
    "repeats no part of a secret where a long message is cut: %j",
    async (pad) => {
      const msg = `${pad}${"planted-app-secret ".repeat(40)}`;
      const { fetch } = scriptedFetch({ token: [failure(10003, 400, {}, msg)] });
      const error = await catchError(
        createTestClient({ fetch }).externalInterviews.create(BODY),
        BadParameterError,
      );
      expect(error.msg).toContain(`${pad}[hidden] [hidden] `);
      expect(error.msg).not.toContain("plan");
    },
  );

  it("does not cut a character in two", async () => {
    const msg = `${"a".repeat(299)}😀${"b".repeat(100)}`;
    const { fetch } = scriptedFetch({ create: [failure(1002002, 400, {}, msg)] });
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(BODY),
      BadParameterError,
    );
    expect(error.msg).toBe(`${"a".repeat(299)}…`);
  });

  it("for a missing scope names the scopes and Feishu's link that grants them", async () => {
    const grantUrl =
      "https://open.feishu.cn/app/cli_test/auth?q=hire:external_application,hire:other&op_from=openapi&token_type=tenant";
    const msg = `Access denied. One of the following scopes is required: [hire:external_application, hire:other]. ${grantUrl}`;
    const { fetch } = scriptedFetch({ create: [failure(99991672, 400, {}, msg)] });
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(BODY),
      PermissionError,
    );
    expect(error.missingScopes).toEqual(["hire:external_application", "hire:other"]);
    expect(error.grantUrl).toBe(grantUrl);
    expect(error.message).toContain(grantUrl);
  });

  it("for a missing scope builds the link itself if Feishu's response has none", async () => {
    const { fetch } = scriptedFetch({ create: [failure(99991672, 400)] });
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(BODY),
      PermissionError,
    );
    expect(error.missingScopes).toEqual(["hire:external_application"]);
    expect(error.grantUrl).toBe(
      "https://open.feishu.cn/app/cli_test/auth?q=hire:external_application&op_from=openapi&token_type=tenant",
    );
  });

  it("of HTTP 429 without Feishu's envelope, as a gateway sends it, is a rate limit too", async () => {
    const { fetch } = scriptedFetch({ create: [new Response("<html>slow down</html>", { status: 429 })] });
    const call = createTestClient({ fetch, maxRateLimitWaitMs: 1500 }).externalInterviews.create(BODY);
    expect((await catchError(call, RateLimitError)).status).toBe(429);
  });
});

describe("a response that cannot be read", () => {
  const SUCCESS = { code: 0, msg: "ok", data: { external_interview: { id: "1" } } };
  it.each([
    ["HTML", new Response("<html>bad gateway</html>", { status: 502 })],
    ["HTML under 200", new Response("<html>login</html>")],
    ["an empty body", new Response("")],
    ["truncated JSON", new Response('{"code":0,"msg":"ok","data":{"external_in')],
    ["JSON of another shape", Response.json(["code", 0])],
    ["a code that is a text", Response.json({ code: "0" })],
    ["a code that is a fraction", Response.json({ code: 0.5 })],
    ["a success without the interview", Response.json({ code: 0, msg: "ok", data: {} })],
    [
      "a success with an empty id",
      Response.json({ code: 0, msg: "ok", data: { external_interview: { id: "" } } }),
    ],
    ["a success under HTTP 400", Response.json(SUCCESS, { status: 400 })],
    ["a success under HTTP 500", Response.json(SUCCESS, { status: 500 })],
    ["a redirect", new Response(null, { status: 302, headers: { location: "https://example.com" } })],
  ])("(%s) is one error with the status and the log id", async (_, response) => {
    response.headers.set("x-tt-logid", "log-3");
    const { fetch } = scriptedFetch({ create: [response] });
    const error = await catchError(
      createTestClient({ fetch }).externalInterviews.create(BODY),
      InvalidResponseError,
    );
    expect(error).toMatchObject({ status: response.status, logId: "log-3", mayHaveSucceeded: true });
    expect(error.message).toContain(error.reason);
  });

  it("has a reason that names the field that a success lacks", async () => {
    const { fetch } = scriptedFetch({ create: [Response.json({ code: 0, msg: "ok", data: {} })] });
    const call = createTestClient({ fetch }).externalInterviews.create(BODY);
    expect((await catchError(call, InvalidResponseError)).reason).toContain("/data/external_interview/id");
  });

  it.each([
    ["<html>", "HTML"],
    ["\n <html>", "HTML"],
    [" \n", "empty"],
    ['{"code":0,', "truncated"],
  ])("has a reason that depends on the body: %j", async (body, word) => {
    const { fetch } = scriptedFetch({ create: [new Response(body)] });
    const call = createTestClient({ fetch }).externalInterviews.create(BODY);
    expect((await catchError(call, InvalidResponseError)).reason).toContain(word);
  });

  it("of HTTP 404 may be due to the id, if the address has one", async () => {
    const { fetch } = scriptedFetch({ create: [new Response("<html>", { status: 404 })] });
    const { externalInterviews } = createTestClient({ fetch });
    const [create, remove] = await Promise.all([
      catchError(externalInterviews.create(BODY), InvalidResponseError),
      catchError(externalInterviews.delete("1"), InvalidResponseError),
    ]);
    expect([create, remove].map(({ reason }) => /\bid\b/.test(reason))).toEqual([false, true]);
  });

  it.each([{ items: {} }, { items: "none" }, { items: [], page_token: 5 }])(
    "is one whose list is none: %j",
    async (data) => {
      const { fetch } = scriptedFetch({
        create: [Response.json({ code: 0, data: { has_more: false, ...data } })],
      });
      const call = createTestClient({ fetch }).externalInterviews.query({ external_application_id: "1" });
      await catchError(call, InvalidResponseError);
    },
  );

  it("is every one with a status that is no success", async () => {
    const succeeds = async (status: number): Promise<boolean> => {
      const response = { status, headers: new Headers(), text: async () => JSON.stringify(SUCCESS) };
      const { fetch } = scriptedFetch({ create: [() => response] });
      const call = createTestClient({ fetch }).externalInterviews.create(BODY);
      return call.then(
        () => true,
        () => false,
      );
    };
    const successes: number[] = [];
    for (const status of [199, 200, 299, 300, 399, 400]) if (await succeeds(status)) successes.push(status);
    expect(successes).toEqual([200, 299]);
  });
});
