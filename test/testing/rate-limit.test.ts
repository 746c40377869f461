import { expect, test } from "vitest";
import type { TestFeishu } from "../../src/testing/index.js";
import { create, startTestFeishu } from "./feishu.js";

/** Counts the requests that pass. Periods are long, so that the machine's speed does not matter. */
async function countPassing(feishu: TestFeishu, requests: number): Promise<number> {
  const before = feishu.interviewCount;
  for (let i = 0; i < requests; i++) await create(feishu, { external_application_id: "2" });
  return feishu.interviewCount - before;
}

const HOUR_MS = 3_600_000;

test("the limit is the documented one", async () => {
  const feishu = await startTestFeishu({ rateLimit: { periodMs: HOUR_MS } });
  expect(await countPassing(feishu, 12)).toBe(10);
  expect(feishu.limitResponses).toBe(2);
});

test("a sliding window admits a request when an earlier one leaves it", async () => {
  const feishu = await startTestFeishu({ rateLimit: { requests: 2, periodMs: HOUR_MS } });
  expect(await countPassing(feishu, 1)).toBe(1);
  feishu.clock.advance(HOUR_MS / 2);
  expect(await countPassing(feishu, 2)).toBe(1);
  feishu.clock.advance(HOUR_MS / 2);
  expect(await countPassing(feishu, 2)).toBe(1);
});

test("a fixed window admits its whole limit when it begins, whatever came just before", async () => {
  const feishu = await startTestFeishu({ rateLimit: { window: "fixed", requests: 2, periodMs: HOUR_MS } });
  feishu.clock.advance(HOUR_MS - (feishu.clock.monotonicNow() % HOUR_MS) - 60_000);
  expect(await countPassing(feishu, 3)).toBe(2);
  feishu.clock.advance(60_000);
  expect(await countPassing(feishu, 3)).toBe(2);
});

test("a limit response names the seconds until the next request may pass", async () => {
  const feishu = await startTestFeishu({ rateLimit: { requests: 1, periodMs: 10_000 } });
  await create(feishu, { external_application_id: "2" });
  feishu.clock.advance(4_000);
  const { headers } = await create(feishu, { external_application_id: "2" });
  expect(headers.get("x-ogw-ratelimit-reset")).toBe("6");
});

test("a limit response has the given status", async () => {
  const feishu = await startTestFeishu({ rateLimit: { requests: 0, status: 400 } });
  expect((await create(feishu, { external_application_id: "2" })).status).toBe(400);
});

test("rateLimit: false sets no limit", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  expect(await countPassing(feishu, 30)).toBe(30);
});
