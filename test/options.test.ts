import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type ClientOptions, ConfigurationError, FeishuHire, InvalidResponseError } from "../src/index.js";
import { catchError, createTestClient, NOWHERE } from "./support/hire.js";
import { created, scriptedFetch } from "./support/scripted-fetch.js";

const BODY = { external_application_id: "1" };

afterEach(() => vi.unstubAllEnvs());

describe("the credentials", () => {
  it("come from the environment by default", async () => {
    vi.stubEnv("FEISHU_APP_ID", "cli_env");
    vi.stubEnv("FEISHU_APP_SECRET", "env-secret");
    vi.stubEnv("FEISHU_BASE_URL", "http://127.0.0.1:2/");
    const { fetch, creates, tokens } = scriptedFetch({});
    await new FeishuHire({ fetch }).externalInterviews.create(BODY);
    expect(tokens[0]?.body).toEqual({ app_id: "cli_env", app_secret: "env-secret" });
    expect(creates[0]?.url).toMatch(/^http:\/\/127\.0\.0\.1:2\/open-apis/);
  });

  it.each([
    [{ appSecret: "s" }, "FEISHU_APP_ID"],
    [{ appId: "a" }, "FEISHU_APP_SECRET"],
    [{ appId: "a", appSecret: " " }, "FEISHU_APP_SECRET"],
  ])(
    "that are missing in %j are named at the first call, or at once with `validate`",
    async (options, variable) => {
      vi.stubEnv("FEISHU_APP_ID", "");
      vi.stubEnv("FEISHU_APP_SECRET", "");
      const { fetch, tokens } = scriptedFetch({});
      const hire = new FeishuHire({ ...options, fetch });
      const error = await catchError(hire.externalInterviews.create(BODY), ConfigurationError);
      expect(error.message).toContain(variable);
      expect(tokens).toEqual([]);
      expect(() => new FeishuHire({ ...options, validate: true })).toThrow(ConfigurationError);
    },
  );

  it.each(["\uFEFFan-invented-secret", " an-invented-secret\r\n"])("are trimmed: %j", async (appSecret) => {
    const { fetch, tokens } = scriptedFetch({});
    await new FeishuHire({ appId: " cli_test\n", appSecret, fetch }).externalInterviews.create(BODY);
    expect(tokens[0]?.body).toEqual({ app_id: "cli_test", app_secret: "an-invented-secret" });
  });

  it.each([
    '"an-invented-secret"',
    "‘an-invented-secret’",
    "an invented secret",
    "密钥-an-invented-secret",
    "1234567",
  ])("that were copied wrongly are rejected before anything is sent: %j", async (appSecret) => {
    const { fetch, tokens } = scriptedFetch({});
    const hire = new FeishuHire({ appId: "cli_test", appSecret, fetch });
    const error = await catchError(hire.externalInterviews.create(BODY), ConfigurationError);
    expect(error.message).toContain("appSecret");
    expect(error.message).not.toContain("invented");
    expect(tokens).toEqual([]);
  });

  it("are not shown when the client is printed", async () => {
    const { fetch } = scriptedFetch({});
    const hire = createTestClient({ fetch });
    await hire.externalInterviews.create(BODY);
    const printed = [
      inspect(hire, { depth: null, showHidden: true }),
      JSON.stringify(hire),
      String(hire),
    ].join();
    expect(printed).not.toContain("planted-app-secret");
    expect(printed).not.toContain("t-one");
  });
});

describe("baseUrl", () => {
  it("is Feishu's if the environment's is empty", () => {
    vi.stubEnv("FEISHU_BASE_URL", "");
    expect(new FeishuHire().baseUrl).toBe("https://open.feishu.cn");
  });

  it.each([
    ["feishu", "https://open.feishu.cn"],
    ["lark", "https://open.larksuite.com"],
    ["https://gateway.example.com/feishu//", "https://gateway.example.com/feishu"],
    ["http://localhost:4010", "http://localhost:4010"],
    ["http://127.1.2.3:4010", "http://127.1.2.3:4010"],
    ["http://[::1]:4010", "http://[::1]:4010"],
  ])("%s sends to %s", async (baseUrl, host) => {
    const { fetch, creates } = scriptedFetch({});
    await createTestClient({ fetch, baseUrl }).externalInterviews.create(BODY);
    expect(creates[0]?.url).toBe(`${host}/open-apis/hire/v1/external_interviews`);
  });

  it.each([
    "http://open.feishu.cn",
    "http://127.0.0.1.example.com",
    "ftp://127.0.0.1",
    "open.feishu.cn",
    "https://user@open.feishu.cn",
    "https://:password@open.feishu.cn",
    "https://open.feishu.cn/?a=b",
    "https://open.feishu.cn/#a",
    "",
  ])("%j is rejected, and not repeated in the message", (baseUrl) => {
    expect(() => createTestClient({ baseUrl })).toThrow(ConfigurationError);
    expect(() => createTestClient({ baseUrl })).not.toThrow("password");
  });
});

describe("an option", () => {
  it.each([
    ["app_id", "appId"],
    ["timeout", "timeoutMs"],
    ["maxRetriesPerCall", "maxRetries"],
  ])("that is misspelt is rejected with the name that was meant: %s", (name, meant) => {
    expect(() => createTestClient({ [name]: 1 })).toThrow(`${meant}?`);
  });

  it("that does not exist is rejected by its name", () => {
    const create = () => createTestClient({ misspelt: 1_000 } as ClientOptions);
    expect(create).toThrow(ConfigurationError);
    expect(create).toThrow("misspelt");
  });

  it.each<[string, unknown]>([
    ["fetch", {}],
    ["logger", "x"],
    ["logger", { info: () => {} }],
    ["tokenStore", {}],
    ["rateLimiter", {}],
    ["rateLimiter", true],
    ["clock", { now: () => 0 }],
    ["onRequest", "x"],
    ["onWait", {}],
  ])("of another kind is rejected: %s as %j", (name, value) => {
    expect(() => createTestClient({ [name]: value })).toThrow(ConfigurationError);
    expect(() => createTestClient({ [name]: value })).toThrow(name);
  });

  it("that is not in an object is rejected", () => {
    expect(() => new FeishuHire(null as unknown as ClientOptions)).toThrow(ConfigurationError);
  });

  it("for a host without a scheme is rejected with the scheme to add", () => {
    expect(() => createTestClient({ baseUrl: "open.feishu.cn" })).toThrow("https://");
  });
});

describe("a number", () => {
  it.each<ClientOptions>([
    { timeoutMs: 0 },
    { timeoutMs: NaN },
    { totalTimeoutMs: -1 },
    { timeoutMs: 2 ** 31 },
    { maxResponseBytes: 0 },
    { maxRateLimitWaitMs: -1 },
    { maxRetries: -1 },
    { maxRetries: 1.5 },
  ])("out of range is rejected: %j", (options) => {
    expect(() => createTestClient(options)).toThrow(ConfigurationError);
  });
});

describe("maxResponseBytes", () => {
  let cancelled = 0;
  const chunked = () =>
    new ReadableStream<Uint8Array>({
      pull: (stream) => stream.enqueue(new TextEncoder().encode("x".repeat(1_000))),
      cancel: () => void cancelled++,
    });

  it.each([
    ["is declared", () => new Response(chunked(), { headers: { "content-length": "4001" } })],
    ["is not declared and has no end", () => new Response(chunked())],
    [
      "is declared small but compressed",
      () => new Response(chunked(), { headers: { "content-length": "20", "content-encoding": "gzip" } }),
    ],
  ])("bounds how much is read of a response whose size %s", async (_, createResponse) => {
    const { fetch } = scriptedFetch({ create: [createResponse] });
    cancelled = 0;
    const call = createTestClient({ fetch, maxResponseBytes: 4_000 }).externalInterviews.create(BODY);
    const error = await catchError(call, InvalidResponseError);
    expect(error.reason).toContain("4000");
    expect(error.mayHaveSucceeded).toBe(true);
    expect(cancelled).toBe(1);
  });

  it("counts bytes, not characters, of a body without a stream", async () => {
    const response = (msg: string) => () => ({
      status: 200,
      headers: new Headers(),
      text: async () => JSON.stringify({ code: 0, msg, data: { external_interview: { id: "1" } } }),
    });
    const { fetch } = scriptedFetch({ create: [response("面".repeat(1_300)), response("面".repeat(1_400))] });
    const hire = createTestClient({ fetch, maxResponseBytes: 4_000 });
    expect(await hire.externalInterviews.create(BODY)).toMatchObject({ id: "1" });
    await catchError(hire.externalInterviews.create(BODY), InvalidResponseError);
  });

  it("does not split a character whose bytes arrive in several chunks", async () => {
    const bytes = new TextEncoder().encode(
      '{"code":0,"msg":"成功","data":{"external_interview":{"id":"1","x":"面试"}}}',
    );
    const createResponse = () =>
      new Response(
        new ReadableStream({
          start: (stream) => {
            for (const byte of bytes) stream.enqueue(Uint8Array.of(byte));
            stream.close();
          },
        }),
      );
    const { fetch } = scriptedFetch({ create: [createResponse] });
    const hire = createTestClient({ fetch, maxResponseBytes: bytes.length });
    expect(await hire.externalInterviews.create(BODY)).toEqual({ id: "1", x: "面试" });
  });
});

describe("fetch", () => {
  it("gets the option not to follow redirects", async () => {
    const { fetch, creates } = scriptedFetch({ create: [created()] });
    await new FeishuHire({ appId: "a", appSecret: "s", baseUrl: NOWHERE, fetch }).externalInterviews.create(
      BODY,
    );
    expect(creates[0]?.init.redirect).toBe("manual");
  });
});
