import { expect, test } from "vitest";
import { ErrorCode, FeishuHire } from "../../src/index.js";
import { create, feishuFor, post } from "./feishu.js";

const body = { external_id: "7", external_application_id: "2" };

test("the client works against it, and waits for nothing on its clock", async () => {
  const feishu = await feishuFor();
  const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
  feishu.faults.push({ kind: "reset", applied: true, times: 4 });
  const interview = await hire.externalInterviews.create(body);
  expect(feishu.interviews.map((kept) => kept.interview.id)).toEqual([interview.id]);
});

test("tells what arrived, and what was answered", async () => {
  const feishu = await feishuFor();
  feishu.faults.push({ kind: "failure", code: ErrorCode.SystemError }, { kind: "empty" }, { kind: "reset" });
  for (let i = 0; i < 3; i++) await create(feishu, body).catch(() => {});
  const [, refused, , empty, , reset] = feishu.requests;
  expect(refused).toMatchObject({ operationId: "createExternalInterview", externalId: "7", body });
  expect(refused?.response).toEqual({ status: 500, code: ErrorCode.SystemError });
  expect(empty?.response).toEqual({ status: 200, code: undefined });
  expect(reset?.response).toBeUndefined();
  expect(new Set(feishu.requests.map(({ logId }) => logId)).size).toBe(6);
});

test("counts attempts by external_id, and without one by body", async () => {
  const feishu = await feishuFor();
  const bodies = [
    body,
    { ...body, begin_time: 1 },
    { external_application_id: "2" },
    { external_application_id: "3" },
  ];
  for (const each of [...bodies, ...bodies]) await create(feishu, each);
  const creates = feishu.requests.filter(({ operationId }) => operationId === "createExternalInterview");
  expect(creates.map(({ attempt }) => attempt)).toEqual([1, 2, 1, 1, 3, 4, 2, 2]);
});

test("refuses any Content-Type but the documented one", async () => {
  const feishu = await feishuFor();
  const answer = await post(feishu, "createExternalInterview", body, { "content-type": "application/json" });
  expect(answer.json.code).toBe(ErrorCode.BadRequest);
});

test("names what is wrong with a body, without its words", async () => {
  const feishu = await feishuFor();
  const { json } = await create(feishu, { ...body, begin_time: "a secret word", begin_tme: 1 });
  expect(json.msg).toContain("/begin_time: expected type integer");
  expect(json.msg).toContain("/begin_tme: expected a field of the API");
  expect(json.msg).not.toContain("secret");
});

test("answers 404 to what the spec does not have", async () => {
  const feishu = await feishuFor();
  const { status } = await fetch(`${feishu.baseUrl}/elsewhere`);
  expect(status).toBe(404);
});

test("takes the latency that it is told, for each request", async () => {
  const asked: string[] = [];
  const feishu = await feishuFor({
    latencyMs: ({ operationId, attempt }) => {
      asked.push(`${operationId} ${attempt}`);
      return 1;
    },
  });
  await create(feishu, body);
  expect(asked).toEqual(["getTenantAccessToken 1", "createExternalInterview 1"]);
});

test("listens on the port that it is given, and not after it is closed", async () => {
  const first = await feishuFor();
  const port = Number(new URL(first.baseUrl).port);
  await first.close();
  await expect(fetch(first.baseUrl)).rejects.toThrow();
  expect((await feishuFor({ port })).baseUrl).toBe(first.baseUrl);
  await expect(feishuFor({ port })).rejects.toThrow("EADDRINUSE");
});

test("its clock is only turned forward", async () => {
  const { clock } = await feishuFor();
  const before = clock.now();
  clock.advance(1000);
  expect(clock.now()).toBeGreaterThanOrEqual(before + 1000);
  expect(() => clock.advance(-1)).toThrow(RangeError);
  await expect(clock.wait(1, AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
});
