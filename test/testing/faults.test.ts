import { once } from "node:events";
import { expect, test } from "vitest";
import { ErrorCode } from "../../src/index.js";
import type { Fault, TestFeishu } from "../../src/testing/index.js";
import { create, createWithToken, type PlainResponse, requestToken, startTestFeishu } from "./feishu.js";

const body = { external_id: "7", external_application_id: "2" };

/** Resolves to the response of a create, or to the system's code of the broken connection. */
async function getOutcome(feishu: TestFeishu): Promise<PlainResponse | string> {
  return create(feishu, body).catch(
    (error: Error & { cause?: { code?: string } }) => error.cause?.code ?? "none",
  );
}

const responses: [Fault, object | string][] = [
  [
    { kind: "failure", code: 1002999, status: 418, msg: "odd" },
    { status: 418, json: { code: 1002999, msg: "odd" } },
  ],
  [{ kind: "html" }, { status: 502, text: expect.stringMatching(/^<html>/) }],
  [
    { kind: "html", status: 200 },
    { status: 200, text: expect.stringMatching(/^<html>/) },
  ],
  [{ kind: "empty" }, { status: 200, text: "" }],
  [{ kind: "truncated" }, { status: 200, text: expect.stringMatching(/^\{"code":.*[^}]$/) }],
  [{ kind: "wrongShape" }, { status: 200, json: { code: 0, data: {} } }],
  [
    { kind: "wrongShape", body: [] },
    { status: 200, text: "[]" },
  ],
  [
    { kind: "redirect", status: 307 },
    { status: 307, text: "" },
  ],
  [
    { kind: "raw", status: 429, body: "slow down" },
    { status: 429, text: "slow down" },
  ],
  [{ kind: "reset" }, "ECONNRESET"],
  [{ kind: "cut" }, "UND_ERR_SOCKET"],
];

test.each(responses)("%o, to a request that is not applied", async (fault, expected) => {
  const feishu = await startTestFeishu();
  feishu.faults.push(fault);
  const response = await getOutcome(feishu);
  if (typeof expected === "string") expect(response).toBe(expected);
  else expect(response).toMatchObject(expected);
  expect(feishu.interviewCount).toBe(0);
});

test.each(responses)("%o, to a request that is applied", async (fault, expected) => {
  const feishu = await startTestFeishu();
  feishu.faults.push({ ...fault, applied: true });
  const response = await getOutcome(feishu);
  if (typeof expected === "string") expect(response).toBe(expected);
  else expect(response).toMatchObject(expected);
  expect(feishu.interviewCount).toBe(1);
});

test("a huge response still holds the result", async () => {
  const feishu = await startTestFeishu();
  feishu.faults.push({ kind: "huge", bytes: 1_000_000, applied: true });
  const { text, json } = await create(feishu, body);
  expect(text.length).toBeGreaterThan(1_000_000);
  expect(json).toMatchObject({ code: 0, data: { external_interview: {} } });
});

test("a request that hangs ends only when the server closes", async () => {
  const feishu = await startTestFeishu();
  feishu.faults.push({ kind: "hang" });
  const pending = getOutcome(feishu);
  while (feishu.requestCounts.createExternalInterview === 0) await requestToken(feishu);
  await feishu.close();
  expect(await pending).toBe("UND_ERR_SOCKET");
});

test("a slow request is not applied if the client disconnects first, unless it was applied before", async () => {
  const feishu = await startTestFeishu();
  const { json } = await requestToken(feishu);
  const createHastily = async () => {
    const before = feishu.requestCounts.createExternalInterview;
    const controller = new AbortController();
    const token = String(json.tenant_access_token);
    const aborted = createWithToken(feishu, token, body, controller.signal).catch(() => {});
    while (feishu.requestCounts.createExternalInterview === before) await requestToken(feishu);
    controller.abort();
    await aborted;
  };
  feishu.faults.push({ kind: "slow", ms: 60_000 });
  await createHastily();
  await requestToken(feishu);
  expect(feishu.interviewCount).toBe(0);
  feishu.faults.push({ kind: "slow", ms: 60_000, applied: true });
  await createHastily();
  expect(feishu.interviewCount).toBe(1);
});

test("a redirect has the given location", async () => {
  const feishu = await startTestFeishu();
  feishu.faults.push({ kind: "redirect" }, { kind: "redirect", location: "http://127.0.0.1:1/" });
  expect((await create(feishu, body)).headers.get("location")).toBe("/elsewhere");
  expect((await create(feishu, body)).headers.get("location")).toBe("http://127.0.0.1:1/");
});

test("the script can revoke the token that a request is about to use", async () => {
  const feishu = await startTestFeishu();
  feishu.faults.push({ kind: "revokeTokens" });
  expect((await create(feishu, body)).json.code).toBe(ErrorCode.InvalidAccessToken);
  expect((await create(feishu, body)).json.code).toBe(0);
});

test("a fault hits the next matching request, as many times as given", async () => {
  const feishu = await startTestFeishu();
  const fault = { kind: "failure", code: ErrorCode.BadRequest } as const;
  const never = { ...fault, times: 0 };
  feishu.faults.push(never);
  feishu.faults.push({ ...fault, times: 2, when: ({ externalId }) => externalId === "7" });
  feishu.faults.push({ ...fault, operationId: "getTenantAccessToken", code: ErrorCode.IpNotAllowed });
  expect((await requestToken(feishu)).json.code).toBe(ErrorCode.IpNotAllowed);
  const codes = [];
  for (const external_id of ["6", "7", "8", "7", "7"]) {
    codes.push((await create(feishu, { ...body, external_id })).json.code);
  }
  expect(codes).toEqual([0, ErrorCode.BadRequest, 0, ErrorCode.BadRequest, 0]);
  expect(feishu.faults).toEqual([never]);
});

test("a missing scope comes with the scope and the link to grant it", async () => {
  const feishu = await startTestFeishu({ appId: "cli_mine" });
  feishu.faults.push({ kind: "failure", code: ErrorCode.MissingScope });
  const { json } = await create(feishu, body);
  expect(json.msg).toContain("https://open.feishu.cn/app/cli_mine/auth?q=hire:external_application");
  expect(json.error).toMatchObject({ permission_violations: [{ subject: "hire:external_application" }] });
});

test.each([
  [undefined, "1"],
  [-5, "-5"],
  ["soon", "soon"],
  [null, null],
])("a limit response sends the reset %o as %o", async (reset, header) => {
  const feishu = await startTestFeishu();
  feishu.faults.push({ kind: "failure", code: ErrorCode.RateLimited, ...(reset !== undefined && { reset }) });
  const { headers } = await create(feishu, body);
  expect(headers.get("x-ogw-ratelimit-reset")).toBe(header);
});

test("a request that is not applied can use up its external_id", async () => {
  const feishu = await startTestFeishu();
  feishu.faults.push({ kind: "empty", applied: "idOnly" });
  await create(feishu, body);
  expect((await create(feishu, body)).json.code).toBe(ErrorCode.BadParameter);
  expect(feishu.interviewCount).toBe(0);
});

test("an external_id that is in use stays with the interview that it created", async () => {
  const feishu = await startTestFeishu();
  const { json } = await create(feishu, body);
  feishu.faults.push({ kind: "empty", applied: "idOnly" });
  await create(feishu, body);
  expect((await create(feishu, body)).json).toEqual(json);
});

test.each([{ kind: "timeout" }, { kind: "reset", operationId: "createInterview" }])(
  "a fault that does not exist, %o, breaks the connection, with a warning",
  async (fault) => {
    const feishu = await startTestFeishu();
    feishu.faults.push(fault as unknown as Fault);
    const warned = once(process, "warning");
    expect(await getOutcome(feishu)).toBe("UND_ERR_SOCKET");
    expect(await warned).toEqual([expect.any(TypeError)]);
  },
);
