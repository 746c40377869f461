import { expect, test } from "vitest";
import type { TestFeishu } from "../../src/testing/index.js";
import { create, feishuFor } from "./feishu.js";

/** How many of so many requests pass. Periods are long, so that how fast the machine is does not matter. */
async function passing(feishu: TestFeishu, requests: number): Promise<number> {
  const before = feishu.interviewCount;
  for (let i = 0; i < requests; i++) await create(feishu, { external_application_id: "2" });
  return feishu.interviewCount - before;
}

const HOUR_MS = 3_600_000;

test("the limit is the documented one", async () => {
  const feishu = await feishuFor({ rateLimit: { periodMs: HOUR_MS } });
  expect(await passing(feishu, 12)).toBe(10);
  expect(feishu.limitResponses).toBe(2);
});

test("a sliding window lets one pass as one grows old", async () => {
  const feishu = await feishuFor({ rateLimit: { requests: 2, periodMs: HOUR_MS } });
  expect(await passing(feishu, 1)).toBe(1);
  feishu.clock.advance(HOUR_MS / 2);
  expect(await passing(feishu, 2)).toBe(1);
  feishu.clock.advance(HOUR_MS / 2);
  expect(await passing(feishu, 2)).toBe(1);
});

test("a fixed window lets all pass as it begins, those just before its end notwithstanding", async () => {
  const feishu = await feishuFor({ rateLimit: { window: "fixed", requests: 2, periodMs: HOUR_MS } });
  feishu.clock.advance(HOUR_MS - (feishu.clock.monotonicNow() % HOUR_MS) - 60_000);
  expect(await passing(feishu, 3)).toBe(2);
  feishu.clock.advance(60_000);
  expect(await passing(feishu, 3)).toBe(2);
});

test("a limit answer tells the seconds until the next request may come", async () => {
  const feishu = await feishuFor({ rateLimit: { requests: 1, periodMs: 10_000 } });
  await create(feishu, { external_application_id: "2" });
  feishu.clock.advance(4_000);
  const { headers } = await create(feishu, { external_application_id: "2" });
  expect(headers.get("x-ogw-ratelimit-reset")).toBe("6");
});

test("no limit, if it is off", async () => {
  const feishu = await feishuFor({ rateLimit: false });
  expect(await passing(feishu, 30)).toBe(30);
});
