import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { ErrorCode } from "../../src/index.js";
import type { Fault, OperationId, TestFeishu, UnknownIdResponse } from "../../src/testing/index.js";
import { isOperationId } from "../../src/testing/operation-id.js";
import { listExamples, spec, specOperations } from "../contract/spec.js";
import { seed } from "../fault-matrix/calls.js";
import {
  callPlain,
  create,
  createWithToken,
  type PlainRequest,
  type PlainResponse,
  requestToken,
  sendPlain,
  startTestFeishu,
} from "./feishu.js";

const ajv = new Ajv2020({ strict: false, formats: { int32: true, int64: true, uri: true } });
ajv.addSchema({ $id: "spec", components: spec.components });

/** Compiles the schema of an operation's response under a status. */
function compileSchema(operationId: OperationId, status: number): ValidateFunction {
  const { responses } = findOperation(operationId);
  const response = responses[status] ?? responses[`${Math.floor(status / 100)}XX`];
  const name = response?.content?.["application/json"].schema.$ref;
  return ajv.compile({ $ref: `spec${name}` });
}

function findOperation(operationId: OperationId) {
  const operation = specOperations.find((other) => other.operationId === operationId);
  if (!operation) throw new Error(`${operationId} is not in the spec`);
  return operation;
}

function expectToMatchTheSpec(feishu: TestFeishu, operationId: OperationId, response: PlainResponse): void {
  const validate = compileSchema(operationId, response.status);
  validate(response.json);
  expect(validate.errors ?? []).toEqual([]);
  expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
  const logId = response.headers.get("x-tt-logid");
  expect(logId).toBe(feishu.requests.at(-1)?.logId);
  if (response.json.code !== 0) expect(response.json.error).toMatchObject({ log_id: logId });
}

/** Adds records, and creates a valid request of an operation for them. */
function createRequest(feishu: TestFeishu, operationId: OperationId, body: object | undefined): PlainRequest {
  const { applicationId, interviewId, assessmentId } = seed(feishu);
  const path = {
    external_application_id: applicationId,
    external_interview_id: interviewId,
    external_interview_assessment_id: assessmentId,
  };
  const query = operationId === "listExternalApplications" ? { talent_id: "7001" } : {};
  const forSeed = operationId === "createExternalInterviewAssessment" && {
    external_interview_id: interviewId,
  };
  return { path, query, ...(body && { body: { ...body, ...forSeed } }) };
}

const authenticated = Object.values(specOperations).filter(({ sdk }) => sdk.resource !== undefined);

describe("a normal response matches the spec", () => {
  test("a token", async () => {
    const feishu = await startTestFeishu();
    const response = await requestToken(feishu);
    expectToMatchTheSpec(feishu, "getTenantAccessToken", response);
    expect(response.json).toMatchObject({ code: 0, expire: 7200 });
  });

  const requests = authenticated.flatMap(({ operationId, requestBody }) => {
    const examples = requestBody ? listExamples(requestBody) : [];
    const bodies: [string, object | undefined][] = examples.length > 0 ? examples : [["no body", undefined]];
    return bodies.map(([name, body]): [string, string, object | undefined] => [operationId, name, body]);
  });
  test.each(requests)("%s: %s", async (operationId, _, body) => {
    if (!isOperationId(operationId)) throw new Error(`${operationId} is not generated`);
    const feishu = await startTestFeishu();
    const response = await callPlain(feishu, operationId, createRequest(feishu, operationId, body));
    expectToMatchTheSpec(feishu, operationId, response);
    expect(response.json.code).toBe(0);
    expect(response.text).not.toContain('"external_id"');
  });

  const duplicates = ["firstResult", "emptySuccess", { code: ErrorCode.BadParameter }] as const;
  test.each(duplicates)("a duplicate: %o", async (duplicate) => {
    const feishu = await startTestFeishu({ duplicate });
    await create(feishu, { external_id: "1", external_application_id: "2" });
    const response = await create(feishu, { external_id: "1", external_application_id: "2" });
    expectToMatchTheSpec(feishu, "createExternalInterview", response);
  });
});

describe("a failure matches the spec", () => {
  test.each([429, 400, 200] as const)("a limit response under HTTP %i", async (status) => {
    const feishu = await startTestFeishu({ rateLimit: { requests: 1, status } });
    await create(feishu, { external_application_id: "2" });
    const response = await create(feishu, { external_application_id: "2" });
    expectToMatchTheSpec(feishu, "createExternalInterview", response);
    expect(response).toMatchObject({ status, json: { code: ErrorCode.RateLimited } });
    expect(response.headers.get("x-ogw-ratelimit-limit")).toBe("1");
    expect(response.headers.get("x-ogw-ratelimit-reset")).toBe("1");
  });

  test.each([
    ["an invalid body", { begin_time: "soon" }],
    ["a body that is not JSON", "{"],
  ])("of %s", async (_, body) => {
    const feishu = await startTestFeishu();
    const response = await create(feishu, body);
    expectToMatchTheSpec(feishu, "createExternalInterview", response);
    expect(response).toMatchObject({ status: 400, json: { code: ErrorCode.BadParameter } });
  });

  test.each([
    ["no token", {}, ErrorCode.MissingAccessToken],
    ["a malformed token", { authorization: "Bearer x" }, ErrorCode.MalformedAccessToken],
    ["an unknown token", { authorization: "Bearer t-x" }, ErrorCode.InvalidAccessToken],
  ])("of %s", async (_, headers, code) => {
    const feishu = await startTestFeishu();
    const body = { external_application_id: "2" };
    const response = await sendPlain(feishu, "createExternalInterview", { body, headers });
    expectToMatchTheSpec(feishu, "createExternalInterview", response);
    expect(response.json.code).toBe(code);
  });

  test.each([
    ["wrong credentials", { app_secret: "wrong" }, ErrorCode.AppUnauthorized],
    ["missing credentials", { app_secret: undefined }, ErrorCode.InvalidTokenRequest],
  ])("of %s", async (_, credentials, code) => {
    const feishu = await startTestFeishu();
    const response = await requestToken(feishu, credentials);
    expectToMatchTheSpec(feishu, "getTenantAccessToken", response);
    expect(response.json.code).toBe(code);
  });

  test.each<UnknownIdResponse>([
    { code: ErrorCode.BadParameter },
    { code: 1_002_801, status: 404 },
    "emptySuccess",
  ])("of a delete of an unknown id: %o", async (unknownId) => {
    const feishu = await startTestFeishu({ unknownId });
    const path = { external_interview_id: "1" };
    const response = await callPlain(feishu, "deleteExternalInterview", { path });
    expectToMatchTheSpec(feishu, "deleteExternalInterview", response);
  });

  const scripted = Object.values(ErrorCode).flatMap((code) =>
    (["createExternalInterview", "getTenantAccessToken"] as const).map(
      (operationId): [number, OperationId, Fault] => [
        code,
        operationId,
        { kind: "failure", code, operationId },
      ],
    ),
  );
  test.each(scripted)("scripted %i of %s", async (code, operationId, fault) => {
    const feishu = await startTestFeishu();
    feishu.faults.push(fault);
    const send = operationId === "getTenantAccessToken" ? requestToken : createWithUnknownToken;
    const response = await send(feishu);
    expectToMatchTheSpec(feishu, operationId, response);
    expect(response.json.code).toBe(code);
  });
});

function createWithUnknownToken(feishu: TestFeishu): Promise<PlainResponse> {
  return createWithToken(feishu, "t-none", { external_application_id: "2" });
}
