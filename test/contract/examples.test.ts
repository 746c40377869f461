import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { operations } from "../../generated/operations.js";
import { type Mock, startMock } from "../../scripts/mock/start-mock.js";
import {
  AuthenticationError,
  BadParameterError,
  ErrorCode,
  FeishuApiError,
  type FeishuHire,
  PermissionError,
  QuotaError,
  RateLimitError,
  ServerError,
} from "../../src/index.js";
import { isObject } from "../../src/is-object.js";
import { createRawClient } from "../../src/raw-client.js";
import { catchError, createTestClient } from "../support/hire.js";
import { CREDENTIALS, callOperation, formatPath } from "./call-operation.js";
import { documentedRequest, pages } from "./page.js";
import { failureExamples, listExamples, spec, specOperations } from "./spec.js";

let mock: Mock;
let hire: FeishuHire;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
/** Each test has its own client: the mock has only one token, and a client remembers that it was rejected. */
beforeEach(() => {
  hire = createTestClient({ baseUrl: mock.url, maxRateLimitWaitMs: 3_000 });
});
afterAll(() => mock.close());

it("the mock listens on this machine alone", () => {
  expect(new URL(mock.url).hostname).toBe("127.0.0.1");
});

describe("the page's examples", () => {
  it.each(pages)("of $operationId are in the spec word for word", (documented) => {
    const operation = specOperations.find(({ operationId }) => operationId === documented.operationId);
    const { requestBody, responses = {} } = operation ?? {};
    expect(requestBody && new Map(listExamples(requestBody)).get("page")).toEqual(documented.request);
    expect(new Map(listExamples(responses["200"] ?? {})).get("page")).toEqual(documented.response);
  });

  it("are those of every method", () => {
    const methods = specOperations.filter(({ sdk }) => sdk.method !== undefined);
    expect(pages.map(({ operationId }) => operationId).sort()).toEqual(
      methods.map(({ operationId }) => operationId).sort(),
    );
  });

  it("round-trip for the token too", async () => {
    const { data } = await createRawClient(hire).POST(operations.getTenantAccessToken.path, {
      body: CREDENTIALS,
    });
    const token = "t-caecc734c2e3328a62489fe0648c4b98779515d3";
    expect(data).toEqual({ code: 0, msg: "ok", tenant_access_token: token, expire: 7200 });
  });
});

describe("every request example", () => {
  const requests = specOperations.flatMap((operation) => {
    const bodies = operation.requestBody ? listExamples(operation.requestBody) : [];
    const named = bodies.map(([name, body]) => ({ name, body: JSON.stringify(body) }));
    const { operationId, method } = operation;
    return (named.length > 0 ? named : [{ name: "no body", body: null }]).map(({ name, body }) => ({
      operationId,
      method,
      name,
      body,
      path: formatPath(operation),
    }));
  });

  it("covers every operation", () => {
    expect(new Set(requests.map(({ operationId }) => operationId))).toEqual(new Set(Object.keys(operations)));
  });

  it.each(requests)("of $operationId is accepted: $name", async ({ method, path, body }) => {
    const headers = {
      authorization: "Bearer t-mock",
      ...(body !== null && { "content-type": "application/json; charset=utf-8" }),
    };
    const response = await fetch(mock.url + path, { method, headers, body });
    expect([response.status, await response.json()]).toEqual([200, expect.objectContaining({ code: 0 })]);
  });
});

describe("every success example", () => {
  const successes = specOperations
    .filter(({ sdk }) => sdk.resource !== undefined)
    .flatMap((operation) =>
      listExamples(operation.responses["200"] ?? {})
        .filter(([, { code }]) => code === 0)
        .map(([name, example]) => ({ operation, operationId: operation.operationId, name, example })),
    );

  it.each(successes)("of $operationId is what the client returns: $name", async (success) => {
    const { operation, name, example } = success;
    const headers = { prefer: `code=200, example=${name}` };
    const result = await callOperation(hire, operation, { headers });
    expect(result).toEqual(readPointer(example, operation.sdk.result));
  });
});

/** Reads the value at a JSON pointer; undefined without one. */
function readPointer(value: unknown, pointer: string | undefined): unknown {
  if (pointer === undefined) return undefined;
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

const CLASS_OF_KIND: Readonly<Record<string, new (...args: never[]) => FeishuApiError>> = {
  badParameter: BadParameterError,
  authentication: AuthenticationError,
  permission: PermissionError,
  rateLimit: RateLimitError,
  quota: QuotaError,
  server: ServerError,
};

describe("every failure example becomes an error of its class, with its code and status", () => {
  const named = failureExamples.map((example) => ({
    ...example,
    operationId: example.operation.operationId,
  }));
  it.each(named)("$operationId, HTTP $status: $name", async (example) => {
    const { operation, operationId, status, name, code, msg, logId } = example;
    const known = spec["x-error-codes"].find((entry) => entry.code === code);
    if (!known) throw new Error(`${code} is not in the catalogue`);

    const headers = { prefer: `code=${status}, example=${name}` };
    const error = await catchError(
      callOperation(hire, operation, { headers, maxRetries: false }),
      FeishuApiError,
    );

    expect(error.constructor).toBe(CLASS_OF_KIND[known.kind]);
    expect(error).toMatchObject({ operationId, code, status, msg, logId });
  });

  it("and every code of the catalogue has one", () => {
    const shown = new Set(failureExamples.map(({ code }) => code));
    expect([...shown].sort()).toEqual(spec["x-error-codes"].map(({ code }) => code).sort());
  });

  it("and a missing scope's error names the scope and where it is granted", async () => {
    const call = hire.externalInterviews.create(documentedRequest, {
      headers: { prefer: "code=403, example=missingScope" },
    });
    const error = await catchError(call, PermissionError);
    expect(error.code).toBe(ErrorCode.MissingScope);
    expect(error.missingScopes).toEqual(["hire:external_application"]);
    expect(error.grantUrl).toContain("/app/cli_slkdjalasdkjasd/auth?q=hire:external_application");
  });

  it("and a rate limit ends the call once it has waited maxRateLimitWaitMs", async () => {
    const call = hire.externalInterviews.create(documentedRequest, {
      headers: { prefer: "code=429, example=rateLimited" },
    });
    const error = await catchError(call, RateLimitError);
    expect(error).toMatchObject({ retryAfterMs: 1_000, attempts: 4, mayHaveSucceeded: false });
  });
});
