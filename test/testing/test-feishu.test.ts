import { expect, test } from "vitest";
import { ErrorCode, FeishuHire } from "../../src/index.js";
import { startFeishu, type TestFeishuOptions } from "../../src/testing/index.js";
import { callPlain, create, startTestFeishu } from "./feishu.js";

const body = { external_id: "7", external_application_id: "2" };

test("the client works against it, and its waits take no time on the server's clock", async () => {
  const feishu = await startTestFeishu();
  const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
  feishu.faults.push({ kind: "reset", applied: true, times: 4 });
  const interview = await hire.externalInterviews.create(body);
  expect(feishu.interviews.map((kept) => kept.interview.id)).toEqual([interview.id]);
});

test("records requests and their responses", async () => {
  const feishu = await startTestFeishu();
  feishu.faults.push({ kind: "failure", code: ErrorCode.SystemError }, { kind: "empty" }, { kind: "reset" });
  for (let i = 0; i < 3; i++) await create(feishu, body).catch(() => {});
  const [, failed, , empty, , reset] = feishu.requests;
  expect(failed).toMatchObject({ operationId: "createExternalInterview", externalId: "7", body });
  expect(failed?.response).toEqual({ status: 500, code: ErrorCode.SystemError });
  expect(empty?.response).toEqual({ status: 200, code: undefined });
  expect(reset?.response).toBeUndefined();
  expect(new Set(feishu.requests.map(({ logId }) => logId)).size).toBe(6);
});

test("counts attempts by external_id, and without one by content", async () => {
  const feishu = await startTestFeishu();
  const bodies = [
    body,
    { ...body, begin_time: 1 },
    { external_application_id: "2" },
    { external_application_id: "3" },
  ];
  for (const each of [...bodies, ...bodies]) await create(feishu, each);
  const creates = feishu.requests.filter(({ operationId }) => operationId === "createExternalInterview");
  expect(creates.map(({ attempt }) => attempt)).toEqual([1, 2, 1, 1, 3, 4, 2, 2]);
  const application = { external_id: "7", talent_id: "1" };
  await callPlain(feishu, "createExternalApplication", { body: application });
  expect(feishu.requests.at(-1)?.attempt).toBe(1);
});

test.each([
  ["application/json; charset=utf-8", 0],
  ["application/json", 0],
  ["application/json; charset=gbk", ErrorCode.BadRequest],
  ["text/plain", ErrorCode.BadRequest],
])("the Content-Type %s gets %i", async (contentType, code) => {
  const feishu = await startTestFeishu();
  const headers = { "content-type": contentType };
  const { json } = await callPlain(feishu, "createExternalInterview", { body, headers });
  expect(json.code).toBe(code);
});

test("names every problem of a body, without repeating its texts", async () => {
  const feishu = await startTestFeishu();
  const { json } = await create(feishu, { ...body, begin_time: "a secret word", begin_tme: 1 });
  for (const pointer of ["/begin_time", "/begin_tme"]) expect(json.msg).toContain(pointer);
  expect(json.msg).not.toContain("secret");
});

test("responds 404 to a path that the spec does not have", async () => {
  const feishu = await startTestFeishu();
  const { status } = await fetch(`${feishu.baseUrl}/elsewhere`);
  expect(status).toBe(404);
});

test("asks for the latency of each request", async () => {
  const requested: string[] = [];
  const feishu = await startTestFeishu({
    latencyMs: ({ operationId, attempt }) => {
      requested.push(`${operationId} ${attempt}`);
      return 1;
    },
  });
  await create(feishu, body);
  expect(requested).toEqual(["getTenantAccessToken 1", "createExternalInterview 1"]);
});

test("listens on the given port until it is closed", async () => {
  const first = await startTestFeishu();
  const port = Number(new URL(first.baseUrl).port);
  await first.close();
  await expect(fetch(first.baseUrl)).rejects.toThrow();
  expect((await startTestFeishu({ port })).baseUrl).toBe(first.baseUrl);
  await expect(startTestFeishu({ port })).rejects.toThrow("EADDRINUSE");
});

test("its clock only advances", async () => {
  const { clock } = await startTestFeishu();
  const before = clock.now();
  clock.advance(1000);
  expect(clock.now()).toBeGreaterThanOrEqual(before + 1000);
  expect(() => clock.advance(-1)).toThrow(RangeError);
  const HOUR_MS = 3_600_000;
  await expect(clock.wait(HOUR_MS, AbortSignal.abort(new Error("gone")))).rejects.toThrow("gone");
  expect(clock.now()).toBeLessThan(before + HOUR_MS);
  const controller = new AbortController();
  const waiting = clock.wait(1, controller.signal);
  controller.abort(new Error("gone"));
  await expect(waiting).rejects.toThrow("gone");
});

test("an option that is undefined is the default, and one that does not exist is an error", async () => {
  const options: TestFeishuOptions = { appId: undefined, rateLimit: { window: undefined } };
  const feishu = await startTestFeishu(options);
  feishu.faults.push({ kind: "html", status: undefined, operationId: undefined, times: undefined });
  expect((await create(feishu, body)).status).toBe(502);
  expect(feishu.faults).toEqual([]);
  expect(feishu.appId).toBe("cli_test");
  for (let n = 1; n <= 21; n++)
    await callPlain(feishu, "deleteExternalApplication", { path: { external_application_id: String(n) } });
  expect(feishu.limitResponses).toBe(1);
  await expect(startFeishu({ ratelimit: false } as TestFeishuOptions)).rejects.toThrow(TypeError);
});
