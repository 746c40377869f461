import { describe, expect, test } from "vitest";
import { ErrorCode, FeishuHire, RateLimitError } from "../../src/index.js";
import type { Fault, ReceivedRequest, TestFeishu } from "../../src/testing/index.js";
import { catchError } from "../support/hire.js";
import { startTestFeishu } from "../testing/feishu.js";

const body = { external_application_id: "2" };

function limitFault(reset: string | number | null, status = 429): Fault {
  return { kind: "failure", code: ErrorCode.RateLimited, status, reset };
}

function listCreates({ requests }: TestFeishu): ReceivedRequest[] {
  return requests.filter(({ operationId }) => operationId === "createExternalInterview");
}

describe("after a limit response", () => {
  test.each([429, 400, 200])(
    "under HTTP %i the operation's whole window waits, and the rejected call is in the next one",
    async (status) => {
      const feishu = await startTestFeishu({ rateLimit: false });
      const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
      feishu.faults.push(limitFault(5, status));
      const calls = Array.from({ length: 40 }, (_, i) =>
        hire.externalInterviews.create({ ...body, external_id: `${i}` }),
      );
      await Promise.all(calls);

      const received = listCreates(feishu);
      const isRejected = ({ response }: ReceivedRequest) => response !== undefined && response.code !== 0;
      const rejectedAtMs = received.find(isRejected)?.receivedAtMs ?? 0;
      const early = received.filter(({ receivedAtMs }) => receivedAtMs < rejectedAtMs + 5_000);
      expect(early.length).toBeLessThanOrEqual(10);
      const next = received.slice(early.length, early.length + 10);
      expect(next.some(({ attempt }) => attempt === 2)).toBe(true);
      expect([feishu.interviewCount, feishu.limitResponses]).toEqual([40, 1]);
    },
  );

  test.each([
    ["1", 1_000],
    [2.5, 2_500],
    [null, 1_000],
    [-5, 1_000],
    ["soon", 1_000],
    [0, 250],
  ])("with the reset %o the next request is sent %i ms later at the earliest", async (reset, ms) => {
    const feishu = await startTestFeishu({ rateLimit: false });
    const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
    feishu.faults.push(limitFault(reset));
    await hire.externalInterviews.create(body);
    const [first, second] = listCreates(feishu).map(({ receivedAtMs }) => receivedAtMs);
    // Both times are rounded down to whole milliseconds.
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(ms - 1);
  });

  test.each([
    ["without a reset waits for that minute", [null], 60_000],
    ["is not ended by two resets of most of a minute", [52, 52], 104_000],
  ] as const)("an operation whose limit is counted by the minute %s", async (_, resets, ms) => {
    const feishu = await startTestFeishu({ rateLimit: false });
    const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
    const { id } = feishu.addApplication({ talent_id: "7001" });
    feishu.faults.push(...resets.map((reset) => limitFault(reset)));
    await hire.externalApplications.delete(id);
    const deletes = feishu.requests.filter(({ operationId }) => operationId === "deleteExternalApplication");
    expect(deletes).toHaveLength(resets.length + 1);
    const [first = 0, last = 0] = [deletes[0], deletes.at(-1)].map((request) => request?.receivedAtMs);
    expect(last - first).toBeGreaterThanOrEqual(ms - 1);
  });

  test("that asks for more than maxRateLimitWaitMs, the call fails with the time it asked for", async () => {
    const feishu = await startTestFeishu({ rateLimit: false });
    const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock });
    feishu.faults.push(limitFault(3_600));
    const error = await catchError(hire.externalInterviews.create(body), RateLimitError);
    expect(error).toMatchObject({ attempts: 1, mayHaveSucceeded: false, retryAfterMs: 3_600_000 });
  });
});

describe("after a limit response whose call does not wait", () => {
  test("the others wait", async () => {
    const feishu = await startTestFeishu({ rateLimit: false });
    const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock, totalTimeoutMs: 2_000 });
    feishu.faults.push(limitFault(3));
    await catchError(hire.externalInterviews.create(body), RateLimitError);
    await hire.externalInterviews.create(body, { totalTimeoutMs: 60_000 });
    const [first = 0, second = 0] = listCreates(feishu).map(({ receivedAtMs }) => receivedAtMs);
    expect(second - first).toBeGreaterThanOrEqual(2_999);
  });

  test.each([
    ["createExternalInterview", undefined],
    ["createExternalInterview", false],
    ["getTenantAccessToken", undefined],
  ] as const)(
    "the others wait for maxRateLimitWaitMs at most: %s, rateLimiter %s",
    async (operationId, rateLimiter) => {
      for (const reset of [1_000, 1e308]) {
        const feishu = await startTestFeishu({ rateLimit: false });
        const hire = new FeishuHire({
          ...feishu.clientOptions,
          clock: feishu.clock,
          maxRateLimitWaitMs: 5_000,
          rateLimiter,
        });
        feishu.faults.push({ ...limitFault(reset), operationId });
        if (reset === 1_000) await catchError(hire.externalInterviews.create(body), RateLimitError);
        await hire.externalInterviews.create(body);
        const received = feishu.requests.filter((request) => request.operationId === operationId);
        const [first = 0, second = 0] = received.map(({ receivedAtMs }) => receivedAtMs);
        // A reset that no number of milliseconds can hold counts as none.
        expect(second - first).toBeGreaterThanOrEqual(reset === 1_000 ? 4_999 : 999);
        expect(second - first).toBeLessThan(20_000);
      }
    },
  );
});

test("a client without a rate limiter hits the limit, and loses nothing", async () => {
  const feishu = await startTestFeishu();
  const hire = new FeishuHire({ ...feishu.clientOptions, clock: feishu.clock, rateLimiter: false });
  const calls = Array.from({ length: 100 }, () => hire.externalInterviews.create(body));
  await Promise.all(calls);
  expect(feishu.interviewCount).toBe(100);
  expect(feishu.limitResponses).toBeGreaterThan(0);
});
