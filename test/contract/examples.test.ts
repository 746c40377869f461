import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { operations } from "../../generated/operations.js";
import { type Mock, startMock } from "../../scripts/mock/start-mock.js";
import {
  AuthenticationError,
  BadParameterError,
  type CallOptions,
  ErrorCode,
  FeishuApiError,
  type FeishuHire,
  PermissionError,
  QuotaError,
  RateLimitError,
  ServerError,
} from "../../src/index.js";
import { failureOf, testClient } from "../support/hire.js";
import { pageRequest, pageResponse } from "./page.js";
import { examplesOf, failureExamples, posts, spec } from "./spec.js";

let mock: Mock;
let hire: FeishuHire;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
/** A client of its own for each test: the mock has but one token, and a client keeps in mind that it was rejected. */
beforeEach(() => {
  hire = testClient({ baseUrl: mock.url, maxRateLimitWaitMs: 3_000 });
});
afterAll(() => mock.close());

const CREDENTIALS = { app_id: "cli_slkdjalasdkjasd", app_secret: "dskLLdkasdjlasdKK" };

/** Each operation through the client, with a body that the spec accepts. */
const CALLS: Readonly<Record<string, (options: CallOptions) => Promise<unknown>>> = {
  createExternalInterview: (options) => hire.externalInterviews.create(pageRequest, options),
  getTenantAccessToken: (options) =>
    hire.raw.POST(operations.getTenantAccessToken.path, { body: CREDENTIALS, ...options }),
};

it("the mock listens on this machine alone", () => {
  expect(new URL(mock.url).hostname).toBe("127.0.0.1");
});

describe("the page's examples", () => {
  it("stand in the spec word for word", () => {
    const [, create] = posts.find(([path]) => path === operations.createExternalInterview.path) ?? [];
    if (!create?.responses["200"]) throw new Error("the spec has no create");
    expect(new Map(examplesOf(create.requestBody)).get("page")).toEqual(pageRequest);
    expect(new Map(examplesOf(create.responses["200"])).get("page")).toEqual(pageResponse);
  });

  it("round-trip: the request is accepted, and the answer's interview comes back", async () => {
    const interview = await hire.externalInterviews.create(pageRequest);
    expect(interview).toEqual(pageResponse.data.external_interview);
  });

  it("round-trip for the token too", async () => {
    const { data } = await hire.raw.POST(operations.getTenantAccessToken.path, { body: CREDENTIALS });
    const token = "t-caecc734c2e3328a62489fe0648c4b98779515d3";
    expect(data).toEqual({ code: 0, msg: "ok", tenant_access_token: token, expire: 7200 });
  });
});

describe("every request example", () => {
  const requests = posts.flatMap(([path, { requestBody }]) =>
    examplesOf(requestBody).map(([name, body]) => ({ path, name, body })),
  );
  it.each(requests)("$name is accepted ($path)", async ({ path, body }) => {
    const answer = await fetch(mock.url + path, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", authorization: "Bearer t-mock" },
      body: JSON.stringify(body),
    });
    expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ code: 0 })]);
  });
});

const CLASS_OF_KIND: Readonly<Record<string, new (...args: never[]) => FeishuApiError>> = {
  badParameter: BadParameterError,
  authentication: AuthenticationError,
  permission: PermissionError,
  rateLimit: RateLimitError,
  quota: QuotaError,
  server: ServerError,
};

describe("every failure example arrives as its class, code and advice, under its status", () => {
  it.each(failureExamples)("$operationId, HTTP $status: $name", async (example) => {
    const { operationId, status, name, code, msg, logId } = example;
    const call = CALLS[operationId];
    const facts = spec["x-error-codes"].find((known) => known.code === code);
    if (!call || !facts) throw new Error(`${operationId} or ${code} is new to this test`);

    const headers = { prefer: `code=${status}, example=${name}` };
    const error = await failureOf(call({ headers, maxRetries: false }), FeishuApiError);

    expect(error.constructor).toBe(CLASS_OF_KIND[facts.kind]);
    expect(error).toMatchObject({ operationId, code, status, msg, logId, docUrl: facts.docUrl });
    expect(error.advice).toBe(`${facts.advice.en} (${facts.advice.zh})`);
  });

  it("and there is one for every code of the catalogue", () => {
    const shown = new Set(failureExamples.map(({ code }) => code));
    expect([...shown].sort()).toEqual(spec["x-error-codes"].map(({ code }) => code).sort());
  });

  it("and the missing scope's says which scope, and where it is granted", async () => {
    const call = hire.externalInterviews.create(pageRequest, {
      headers: { prefer: "code=403, example=missingScope" },
    });
    const error = await failureOf(call, PermissionError);
    expect(error.code).toBe(ErrorCode.MissingScope);
    expect(error.missingScopes).toEqual(["hire:external_application"]);
    expect(error.grantUrl).toContain("/app/cli_slkdjalasdkjasd/auth?q=hire:external_application");
  });

  it("and the rate limit's ends the call once it has waited maxRateLimitWaitMs", async () => {
    const call = hire.externalInterviews.create(pageRequest, {
      headers: { prefer: "code=429, example=rateLimited" },
    });
    const error = await failureOf(call, RateLimitError);
    expect(error).toMatchObject({ retryAfterMs: 1_000, attempts: 4, mayHaveSucceeded: false });
    expect(error.message).toContain("maxRateLimitWaitMs 3000");
  });
});
