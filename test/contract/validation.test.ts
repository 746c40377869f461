import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ErrorCode } from "../../generated/error-codes.js";
import { operations } from "../../generated/operations.js";
import type { RequestValidators, Validator } from "../../generated/runtime/validator.js";
import { type Mock, startMock } from "../../scripts/mock/start-mock.js";
import { changedBody, validBody } from "./body-arbitrary.js";
import { formatPath, getExample } from "./call-operation.js";
import { listEdgeValues } from "./edge-bodies.js";
import { resolve, type SpecOperation, type SpecSchema, specOperations } from "./spec.js";

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

const HEADERS = { "content-type": "application/json; charset=utf-8", authorization: "Bearer t-mock" };

interface MockResponse {
  readonly status: number;
  readonly code: unknown;
  /** Why the mock rejects the request. */
  readonly reason: unknown;
}

async function request(path: string, init: RequestInit): Promise<MockResponse> {
  const response = await fetch(mock.url + path, { method: "POST", headers: HEADERS, ...init });
  const { code, error } = await response.json();
  return { status: response.status, code, reason: error?.message };
}

async function loadValidators({ operationId }: SpecOperation): Promise<RequestValidators> {
  const module = await import(`../../generated/validators/${operationId}.ts`);
  return module[operationId];
}

const withBody = specOperations.filter(({ requestBody }) => requestBody);

describe.each(withBody)(
  "the body validator of $operationId and Prism, which read the same spec,",
  (operation) => {
    const { method } = operation;
    const path = formatPath(operation);
    const schema = operation.requestBody?.content?.["application/json"].schema ?? {};
    // Prism takes null in place of an optional body for no body.
    const isNoBody = (body: unknown) => body === null && !operation.requestBody?.required;
    let validator: Validator | undefined;
    beforeAll(async () => {
      ({ body: validator } = await loadValidators(operation));
    });
    const judge = async (body: unknown) => {
      const text = JSON.stringify(body);
      const { status, reason } = await request(path, { method, body: text });
      return { prism: status === 200, validator: validator?.accepts(JSON.parse(text)), reason };
    };

    it("accept the same bodies", async () => {
      await fc.assert(
        fc.asyncProperty(validBody(schema), async (body) => {
          expect(await judge(body)).toEqual({ prism: true, validator: true, reason: undefined });
        }),
        { numRuns: 30 },
      );
    });

    it("agree on bodies that were changed at random", async () => {
      await fc.assert(
        fc.asyncProperty(changedBody(schema), async (body) => {
          fc.pre(!isNoBody(body));
          const { prism, validator } = await judge(body);
          expect(validator).toBe(prism);
        }),
        { numRuns: 60 },
      );
    });

    it("agree on every field's edges: wrong types, bounds, enum values, unknown and missing fields", async () => {
      const bodies = listEdgeValues(schema).filter((body) => !isNoBody(body));
      const verdicts = await Promise.all(bodies.map(judge));
      const disputed = bodies.filter((_, i) => verdicts[i]?.prism !== verdicts[i]?.validator);
      expect(disputed).toEqual([]);
      expect(new Set(verdicts.map(({ prism }) => prism))).toEqual(new Set([true, false]));
    });
  },
);

const withQuery = specOperations.filter(({ parameters }) =>
  parameters.some((parameter) => parameter.in === "query"),
);

describe.each(withQuery)("the query validator of $operationId and Prism", (operation) => {
  const { method, parameters, requestBody } = operation;
  const required = parameters.filter((parameter) => parameter.in === "query" && parameter.required);
  const validQuery = Object.fromEntries(required.map((parameter) => [parameter.name, getExample(parameter)]));
  const queries = parameters
    .filter((parameter) => parameter.in === "query")
    .flatMap(({ name, schema }) =>
      listEdges(resolve(schema)).map((value) => ({ ...validQuery, [name]: value })),
    );

  it("agree on the edges of every parameter", async () => {
    const { query: validator } = await loadValidators(operation);
    const [path = ""] = formatPath(operation).split("?");
    for (const query of queries) {
      const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
      const { authorization } = HEADERS;
      const init = requestBody ? { method, body: "{}" } : { method, headers: { authorization } };
      const { status } = await request(`${path}?${search}`, init);
      expect({ query, valid: validator?.accepts(query) }).toEqual({ query, valid: status === 200 });
    }
  });
});

/** Lists values on both sides of each bound. */
function listEdges({ type, minimum = 0, maximum = 0 }: SpecSchema): (string | number)[] {
  if (type === "integer") return [minimum - 1, minimum, maximum, maximum + 1];
  return ["1", "x"];
}

describe("the mock rejects", () => {
  const { path } = operations.createExternalInterview;
  const body = JSON.stringify({ external_application_id: "6960663240925956437" });
  const { authorization, ...withoutToken } = HEADERS;
  const noToken = { status: 400, code: ErrorCode.MissingAccessToken };
  const badParameter = { status: 400, code: ErrorCode.BadParameter };

  it("a call without a token", async () => {
    expect(await request(path, { body, headers: withoutToken })).toMatchObject(noToken);
  });

  it("a token that is not sent as Bearer", async () => {
    const headers = { ...withoutToken, authorization: `Basic ${authorization}` };
    expect(await request(path, { body, headers })).toMatchObject(noToken);
  });

  it("an invalid body, with each of its problems", async () => {
    const invalid = JSON.stringify({ begin_time: "soon", begin_tme: 1 });
    const verdict = await request(path, { body: invalid });
    expect(verdict).toMatchObject(badParameter);
    for (const field of ["external_application_id", "begin_time", "begin_tme"])
      expect(verdict.reason).toContain(field);
  });

  it("a body that is not JSON", async () => {
    expect(await request(path, { body: "{" })).toMatchObject(badParameter);
  });

  it("a call without a body", async () => {
    expect(await request(path, {})).toMatchObject(badParameter);
  });

  it("a path that the spec does not have", async () => {
    expect(await request(`${path}/1/2`, { body })).toMatchObject({ status: 404 });
  });

  it("a method that the spec does not have", async () => {
    expect(await request(path, { method: "OPTIONS" })).toMatchObject({ status: 405 });
  });
});
