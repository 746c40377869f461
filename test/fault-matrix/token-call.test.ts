import { describe, expect, test } from "vitest";
import {
  AuthenticationError,
  ConnectionError,
  ErrorCode,
  FeishuHire,
  FeishuHireError,
} from "../../src/index.js";
import { catchError } from "../support/hire.js";
import { startTestFeishu } from "../testing/feishu.js";
import { type Meaning, rows } from "./rows.js";

const body = { external_application_id: "2" };

/** A token call is safe to repeat, so it is sent again whenever that can help. */
const ATTEMPTS: Record<Exclude<Meaning, "token">, { once: number; always: number }> = {
  ambiguous: { once: 2, always: 5 },
  limit: { once: 2, always: 121 },
  rejected: { once: 1, always: 1 },
};

/** The rows that apply to the token call, without timeouts, which are slow and covered by the matrix. */
const cells = rows.flatMap((row) => {
  const { meaning, error, only } = row;
  const attempts = row.isPermanent
    ? { once: 1, always: 1 }
    : ATTEMPTS[meaning === "token" ? "limit" : meaning];
  return meaning === "token" || error.name === "TimeoutError" || only ? [] : [{ ...row, attempts }];
});

describe("a token call that fails", () => {
  test.each(cells)("once, with $name", async ({ fault, error, attempts }) => {
    const feishu = await startTestFeishu();
    feishu.faults.push({ ...fault, operationId: "getTenantAccessToken" });
    const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
    const call = hire.externalInterviews.create(body);
    if (attempts.once === 1) await catchError(call, error);
    else await call;
    expect(feishu.tokenRequests).toBe(attempts.once);
    expect(feishu.interviewCount).toBe(attempts.once === 1 ? 0 : 1);
  });

  test.each(cells)("always, with $name", async (row) => {
    const feishu = await startTestFeishu();
    feishu.faults.push({
      ...row.fault,
      operationId: "getTenantAccessToken",
      times: Infinity,
    });
    const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
    const error = await catchError(hire.externalInterviews.create(body), row.error);
    expect(error).toMatchObject({
      name: row.error.name,
      operationId: "getTenantAccessToken",
      mayHaveSucceeded: false,
      attempts: row.attempts.always,
    });
    expect(readCode(error)).toBe(row.code);
    expect(feishu.requestCounts).toMatchObject({
      createExternalInterview: 0,
      getTenantAccessToken: row.attempts.always,
    });
  });
});

test.each([
  [ErrorCode.AppUnauthorized, 200],
  [ErrorCode.AppUnauthorized, 400],
  [ErrorCode.WrongAppSecret, 400],
  [ErrorCode.AppNotFound, 400],
])("wrong credentials, %i under HTTP %i, fail at once", async (code, status) => {
  const feishu = await startTestFeishu({ wrongCredentials: { code, status } });
  const hire = new FeishuHire({ ...feishu.clientOptions, appSecret: "wrong" });
  const error = await catchError(hire.externalInterviews.create(body), AuthenticationError);
  expect(error).toMatchObject({ code, status, mayHaveSucceeded: false, attempts: 1 });
});

test("the same token, returned again after its rejection, fails the call", async () => {
  const feishu = await startTestFeishu({ afterRevocation: "sameToken" });
  const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
  await hire.externalInterviews.create(body);
  feishu.revokeTokens();
  const error = await catchError(hire.externalInterviews.create(body), AuthenticationError);
  expect(error.code).toBe(99991663);
  expect(feishu.requestCounts).toMatchObject({ createExternalInterview: 2, getTenantAccessToken: 2 });
  expect(error).toMatchObject({ mayHaveSucceeded: false, attempts: 1 });
});

test("a failed token call does not hide that an earlier attempt may have succeeded", async () => {
  const feishu = await startTestFeishu();
  const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
  feishu.faults.push(
    { kind: "reset", applied: true },
    { kind: "revokeTokens" },
    { kind: "html", operationId: "getTenantAccessToken", when: ({ attempt }) => attempt > 1, times: 9 },
  );
  const error = await catchError(
    hire.externalInterviews.create({ ...body, external_id: "7" }),
    FeishuHireError,
  );
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({
    operationId: "createExternalInterview",
    mayHaveSucceeded: true,
    attempts: 2,
  });
  expect(feishu.interviewCount).toBe(1);
});

function readCode(error: FeishuHireError): unknown {
  return "code" in error ? error.code : undefined;
}

test("a token that was rejected once, and then accepted, is used by later calls", async () => {
  const feishu = await startTestFeishu();
  const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
  const code = ErrorCode.InvalidTenantAccessToken;
  feishu.faults.push({ kind: "failure", code, status: 401 });
  await catchError(hire.externalInterviews.create({ external_application_id: "1" }), AuthenticationError);
  for (const id of ["2", "3"]) await hire.externalInterviews.create({ external_application_id: id });
  expect(feishu.interviewCount).toBe(2);
});
