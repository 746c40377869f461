import { describe, expect, it } from "vitest";
import {
  AuthenticationError,
  BadParameterError,
  Conclusion,
  dimension,
  FeishuApiError,
  InvalidRequestError,
  InvalidResponseError,
  PermissionError,
  QuotaError,
  RateLimitError,
  ServerError,
} from "../src/index.js";
import { failureOf, NOWHERE, testClient } from "./support/hire.js";
import { created, failure, scriptedFetch } from "./support/scripted-fetch.js";

const BODY = { external_application_id: "6960663240925956437" };

describe("creating an interview", () => {
  it("gives the interview itself, and sends the body as it is with the token and Feishu's content type", async () => {
    const { fetch, creates, tokens } = scriptedFetch({});
    const body = {
      ...BODY,
      external_id: "greenhouse:interview:8812",
      interview_assessments: [
        {
          username: "张三",
          conclusion: Conclusion.Passed,
          assessment_dimension_list: [dimension.score({ title: "Coding", score: 92 })],
        },
      ],
    };
    const interview = await testClient({ fetch }).externalInterviews.create(body);
    expect(interview).toEqual({ id: "6960663240925956436" });
    expect(tokens.map(({ body }) => body)).toEqual([
      { app_id: "cli_test", app_secret: "planted-app-secret" },
    ]);
    expect(tokens[0]?.headers.authorization).toBeUndefined();
    expect(creates).toHaveLength(1);
    expect(creates[0]).toMatchObject({
      url: `${NOWHERE}/open-apis/hire/v1/external_interviews`,
      method: "POST",
      body: {
        ...body,
        interview_assessments: [
          { assessment_dimension_list: [{ assessment_type: 1, title: "Coding", score: 92 }] },
        ],
      },
      headers: { authorization: "Bearer t-one", "content-type": "application/json; charset=utf-8" },
    });
  });

  it("passes unknown fields and enum values of a success through", async () => {
    const external_interview = { id: "1", participate_status: 9, colour: "green" };
    const { fetch } = scriptedFetch({
      create: [Response.json({ code: 0, msg: "ok", data: { external_interview }, more: true })],
    });
    expect(await testClient({ fetch }).externalInterviews.create(BODY)).toEqual(external_interview);
  });

  it("sends the headers of the call", async () => {
    const { fetch, creates } = scriptedFetch({});
    await testClient({ fetch }).externalInterviews.create(BODY, {
      headers: { "X-Request-Source": "greenhouse" },
    });
    expect(creates[0]?.headers["x-request-source"]).toBe("greenhouse");
  });

  it("keeps the token for the next call", async () => {
    const { fetch, tokens } = scriptedFetch({});
    const hire = testClient({ fetch });
    await hire.externalInterviews.create(BODY);
    await hire.externalInterviews.create(BODY);
    expect(tokens).toHaveLength(1);
  });

  it("can be called through the raw client, with auth and typed errors", async () => {
    const { fetch, creates } = scriptedFetch({ create: [created(), failure(1002002, 400)] });
    const { raw } = testClient({ fetch });
    const call = () => raw.POST("/open-apis/hire/v1/external_interviews", { body: BODY });
    expect((await call()).data?.data?.external_interview?.id).toBe("6960663240925956436");
    expect(creates[0]?.headers.authorization).toBe("Bearer t-one");
    await failureOf(call(), BadParameterError);
  });

  it("does not send the token to another host that a raw call names", async () => {
    const { fetch, creates } = scriptedFetch({});
    const { raw } = testClient({ fetch });
    const call = raw.POST("/open-apis/hire/v1/external_interviews", {
      body: BODY,
      baseUrl: "http://127.0.0.1:2",
    });
    await expect(call).rejects.toThrow("to another host");
    expect(creates).toHaveLength(0);
  });
});

describe("a body that the spec refuses", () => {
  it("is not sent, and every violation is told with its pointer, what was expected and what came", async () => {
    const { fetch, creates, tokens } = scriptedFetch({});
    const body = {
      external_aplication_id: "1",
      participate_status: 9,
      begin_time: "2021",
      interview_assessments: [{ assessment_dimension_list: [{ score: 1.5, options: "选项1" }], "a/b~c": 1 }],
    };
    const call = testClient({ fetch }).externalInterviews.create(body as never);
    const error = await failureOf(call, InvalidRequestError);
    expect(error.violations).toEqual(
      expect.arrayContaining([
        { pointer: "/external_application_id", expected: "a value", received: "nothing" },
        {
          pointer: "/external_aplication_id",
          expected: "a field of the API",
          received: "an unknown one",
        },
        { pointer: "/participate_status", expected: "one of 1, 2, 3", received: "9" },
        { pointer: "/begin_time", expected: "type integer", received: "a text of 4 characters" },
        {
          pointer: "/interview_assessments/0/assessment_dimension_list/0/score",
          expected: "type integer",
          received: "1.5",
        },
        {
          pointer: "/interview_assessments/0/assessment_dimension_list/0/options",
          expected: "type array",
          received: "a text of 3 characters",
        },
        {
          pointer: "/interview_assessments/0/a~1b~0c",
          expected: "a field of the API",
          received: "an unknown one",
        },
      ]),
    );
    expect(error.violations).toHaveLength(7);
    for (const { pointer } of error.violations) expect(error.message).toContain(pointer);
    expect([...creates, ...tokens]).toEqual([]);
  });

  it.each([undefined, null, "text", []])("says so of a body that is %j", async (body) => {
    const { fetch } = scriptedFetch({});
    const error = await failureOf(
      testClient({ fetch }).externalInterviews.create(body as never),
      InvalidRequestError,
    );
    expect(error.violations).toMatchObject([{ pointer: "", expected: "type object" }]);
  });
});

describe("a failure", () => {
  it.each([
    [1002002, 400, BadParameterError],
    [1002002, 200, BadParameterError],
    [10015, 200, AuthenticationError],
    [99991403, 400, QuotaError],
    [99991401, 403, PermissionError],
    [1002001, 500, ServerError],
    [424242, 400, FeishuApiError],
    [424242, 503, ServerError],
  ])("of code %i under HTTP %i has its class, code, status and log id", async (code, status, type) => {
    const { fetch } = scriptedFetch({
      create: [failure(code, status, { "X-Tt-Logid": "log-1" }, "the reason")],
    });
    const call = testClient({ fetch, maxRetries: false }).externalInterviews.create(BODY);
    const error = await failureOf(call, type);
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

  it("takes the log id from the body where the header has none", async () => {
    const answer = Response.json(
      { code: 1002002, msg: "", error: { log_id: "log-2", field: "x" } },
      { status: 400 },
    );
    const { fetch } = scriptedFetch({ create: [answer] });
    const error = await failureOf(testClient({ fetch }).externalInterviews.create(BODY), BadParameterError);
    expect(error.logId).toBe("log-2");
    expect(error.detail).toEqual({ log_id: "log-2", field: "x" });
  });

  it("does not repeat a secret that Feishu's words repeat", async () => {
    const { fetch } = scriptedFetch({
      token: [failure(10003, 400, {}, "bad app_secret planted-app-secret")],
    });
    const error = await failureOf(testClient({ fetch }).externalInterviews.create(BODY), BadParameterError);
    expect(error.msg).toBe("bad app_secret [hidden]");
    expect(error.stack).not.toContain("planted-app-secret");
  });

  it("for a missing scope names the scopes and Feishu's link that grants them", async () => {
    const grantUrl =
      "https://open.feishu.cn/app/cli_test/auth?q=hire:external_application,hire:other&op_from=openapi&token_type=tenant";
    const msg = `Access denied. One of the following scopes is required: [hire:external_application, hire:other]. ${grantUrl}`;
    const { fetch } = scriptedFetch({ create: [failure(99991672, 400, {}, msg)] });
    const error = await failureOf(testClient({ fetch }).externalInterviews.create(BODY), PermissionError);
    expect(error.missingScopes).toEqual(["hire:external_application", "hire:other"]);
    expect(error.grantUrl).toBe(grantUrl);
    expect(error.message).toContain(grantUrl);
  });

  it("for a missing scope makes the link itself where Feishu's answer has none", async () => {
    const { fetch } = scriptedFetch({ create: [failure(99991672, 400)] });
    const error = await failureOf(testClient({ fetch }).externalInterviews.create(BODY), PermissionError);
    expect(error.missingScopes).toEqual(["hire:external_application"]);
    expect(error.grantUrl).toBe(
      "https://open.feishu.cn/app/cli_test/auth?q=hire:external_application&op_from=openapi&token_type=tenant",
    );
  });

  it("of the limit without Feishu's envelope, as a gateway gives it, is a rate limit too", async () => {
    const { fetch } = scriptedFetch({ create: [new Response("<html>slow down</html>", { status: 429 })] });
    const call = testClient({ fetch, maxRateLimitWaitMs: 1500 }).externalInterviews.create(BODY);
    expect((await failureOf(call, RateLimitError)).status).toBe(429);
  });
});

describe("an answer that cannot be read", () => {
  it.each([
    ["HTML", new Response("<html>bad gateway</html>", { status: 502 }), "HTML"],
    ["HTML under 200", new Response("<html>login</html>"), "HTML"],
    ["an empty body", new Response(""), "an empty body"],
    ["truncated JSON", new Response('{"code":0,"msg":"ok","data":{"external_in'), "cut short"],
    ["JSON of another shape", Response.json(["code", 0]), "without a numeric code"],
    ["a code that is a text", Response.json({ code: "0" }), "without a numeric code"],
    [
      "a success without the interview",
      Response.json({ code: 0, msg: "ok", data: {} }),
      "/data/external_interview/id",
    ],
    ["code 0 under HTTP 500", Response.json({ code: 0, msg: "ok" }, { status: 500 }), "not a success"],
    [
      "a redirect",
      new Response(null, { status: 302, headers: { location: "https://example.com" } }),
      "redirect",
    ],
  ])("(%s) is one clear error with the status and the log id", async (_, answer, reason) => {
    answer.headers.set("x-tt-logid", "log-3");
    const { fetch } = scriptedFetch({ create: [answer] });
    const error = await failureOf(
      testClient({ fetch }).externalInterviews.create(BODY),
      InvalidResponseError,
    );
    expect(error).toMatchObject({ status: answer.status, logId: "log-3", mayHaveBeenCreated: true });
    expect(error.reason).toContain(reason);
  });
});
