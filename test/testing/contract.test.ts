import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { operations } from "../../generated/operations.js";
import { ErrorCode } from "../../src/index.js";
import type { Fault, OperationId, TestFeishu } from "../../src/testing/index.js";
import { examplesOf, spec } from "../contract/spec.js";
import { askForToken, create, createWith, feishuFor, type PlainAnswer, post } from "./feishu.js";

const ajv = new Ajv2020({ strict: false, formats: { int32: true, int64: true, uri: true } });
ajv.addSchema({ $id: "spec", components: spec.components });

/** The schema of what an operation answers under a status. */
function schemaFor(operationId: OperationId, status: number): ValidateFunction {
  const responses = spec.paths[operations[operationId].path]?.post.responses ?? {};
  const response = responses[status] ?? responses[`${Math.floor(status / 100)}XX`];
  const name = response?.content["application/json"].schema.$ref;
  return ajv.compile({ $ref: `spec${name}` });
}

function expectToFitTheSpec(feishu: TestFeishu, operationId: OperationId, answer: PlainAnswer): void {
  const validate = schemaFor(operationId, answer.status);
  validate(answer.json);
  expect(validate.errors ?? []).toEqual([]);
  expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
  const logId = answer.headers.get("x-tt-logid");
  expect(logId).toBe(feishu.requests.at(-1)?.logId);
  if (answer.json.code !== 0) expect(answer.json.error).toMatchObject({ log_id: logId });
}

const page = spec.paths[operations.createExternalInterview.path]?.post;
if (!page) throw new Error("the spec has no create");

describe("what the server answers in the ordinary way fits the spec", () => {
  test("a token", async () => {
    const feishu = await feishuFor();
    const answer = await askForToken(feishu);
    expectToFitTheSpec(feishu, "getTenantAccessToken", answer);
    expect(answer.json).toMatchObject({ code: 0, expire: 7200 });
  });

  test.each(examplesOf(page.requestBody))("a created interview: %s", async (_, body) => {
    const feishu = await feishuFor();
    const answer = await create(feishu, body);
    expectToFitTheSpec(feishu, "createExternalInterview", answer);
    expect(answer.json).toMatchObject({
      code: 0,
      data: { external_interview: { id: expect.stringMatching(/^\d{19}$/) } },
    });
  });

  const duplicates = ["firstInterview", "successWithoutInterview", { code: ErrorCode.BadParameter }] as const;
  test.each(duplicates)("a duplicate: %o", async (duplicate) => {
    const feishu = await feishuFor({ duplicate });
    await create(feishu, { external_id: "1", external_application_id: "2" });
    const answer = await create(feishu, { external_id: "1", external_application_id: "2" });
    expectToFitTheSpec(feishu, "createExternalInterview", answer);
  });

  test.each([429, 400, 200] as const)("a limit answer under HTTP %i", async (status) => {
    const feishu = await feishuFor({ rateLimit: { requests: 1, status } });
    await create(feishu, { external_application_id: "2" });
    const answer = await create(feishu, { external_application_id: "2" });
    expectToFitTheSpec(feishu, "createExternalInterview", answer);
    expect(answer).toMatchObject({ status, json: { code: ErrorCode.RateLimited } });
    expect(answer.headers.get("x-ogw-ratelimit-limit")).toBe("1");
    expect(answer.headers.get("x-ogw-ratelimit-reset")).toBe("1");
  });

  test.each([
    ["a body that the spec refuses", { begin_time: "soon" }],
    ["a body that is not JSON", "{"],
  ])("the refusal of %s", async (_, body) => {
    const feishu = await feishuFor();
    const answer = await create(feishu, body);
    expectToFitTheSpec(feishu, "createExternalInterview", answer);
    expect(answer).toMatchObject({ status: 400, json: { code: ErrorCode.BadParameter } });
  });

  test.each([
    ["no token", {}, ErrorCode.MissingAccessToken],
    ["a malformed token", { authorization: "Bearer x" }, ErrorCode.MalformedAccessToken],
    ["an unknown token", { authorization: "Bearer t-x" }, ErrorCode.InvalidAccessToken],
  ])("the refusal of %s", async (_, headers, code) => {
    const feishu = await feishuFor();
    const answer = await post(feishu, "createExternalInterview", { external_application_id: "2" }, headers);
    expectToFitTheSpec(feishu, "createExternalInterview", answer);
    expect(answer.json.code).toBe(code);
  });

  test.each([
    ["wrong credentials", { app_secret: "wrong" }, ErrorCode.AppUnauthorized],
    ["missing credentials", { app_secret: undefined }, ErrorCode.InvalidTokenRequest],
  ])("the refusal of %s", async (_, credentials, code) => {
    const feishu = await feishuFor();
    const answer = await askForToken(feishu, credentials);
    expectToFitTheSpec(feishu, "getTenantAccessToken", answer);
    expect(answer.json.code).toBe(code);
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
  test.each(scripted)("the scripted failure %i of %s", async (code, operationId, fault) => {
    const feishu = await feishuFor();
    feishu.faults.push(fault);
    const send = operationId === "getTenantAccessToken" ? askForToken : withoutToken;
    const answer = await send(feishu);
    expectToFitTheSpec(feishu, operationId, answer);
    expect(answer.json.code).toBe(code);
  });
});

function withoutToken(feishu: TestFeishu): Promise<PlainAnswer> {
  return createWith(feishu, "t-none", { external_application_id: "2" });
}
