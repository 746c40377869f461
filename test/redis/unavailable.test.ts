import { expect, it } from "vitest";
import { redisRateLimiter } from "../../src/redis/index.js";
import { ManualClock } from "../support/clock.js";

const REQUEST = {
  key: "cli_test@open.feishu.cn:createExternalInterview",
  operationId: "createExternalInterview",
  limit: { requests: 10, periodMs: 1_000 },
  priority: false,
  signal: undefined,
};

it("without Redis, a process gets one permit a period at least, and keeps to a pause", async () => {
  const clock = new ManualClock();
  const redis = { call: () => Promise.reject(new Error("away")) };
  const options = { clock, onUnavailable: "local", localShare: 0.01, unavailableAfterMs: 1_000 } as const;
  const limiter = redisRateLimiter(redis, options);
  const grantedAtMs: number[] = [];
  const send = async () => {
    const permit = await limiter.acquire(REQUEST);
    grantedAtMs.push(clock.monotonicNow());
    permit?.responded();
  };
  const first = send();
  await clock.advance(1_000);
  await first;
  const others = [send(), send()];
  await clock.advance(1_000);
  await limiter.pause(REQUEST.key, 5_000);
  await clock.advance(5_000);
  await Promise.all(others);
  expect(grantedAtMs).toEqual([1_000, 2_000, 7_000]);
});
