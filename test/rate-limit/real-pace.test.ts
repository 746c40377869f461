import { describe, expect, it } from "vitest";
import { FeishuHire } from "../../src/index.js";
import { startFeishuProcess } from "../support/feishu-process.js";

function createMany(hire: FeishuHire, count: number): Promise<unknown> {
  const ids = Array.from({ length: count }, (_, i) => `lever:${i}`);
  return Promise.all(
    ids.map((external_id) => hire.externalInterviews.create({ external_application_id: "1", external_id })),
  );
}

/** Finds the shortest time in which eleven requests arrived. */
function findShortestForElevenMs(arrivalsMs: number[]): number {
  const sorted = [...arrivalsMs].sort((a, b) => a - b);
  return Math.min(...sorted.slice(10).map((atMs, i) => atMs - (sorted[i] ?? atMs)));
}

describe.concurrent("over real HTTP", () => {
  it.for(["fixed", "sliding"] as const)(
    "50 creates at once on a server that allows 10 a second (%s window) all arrive within the limit",
    async (window, { onTestFinished }) => {
      const feishu = await startFeishuProcess({ rateLimit: { window } }, onTestFinished);
      await createMany(new FeishuHire(feishu.clientOptions), 50);
      const { requests, interviewCount, limitResponses } = await feishu.read();
      const creates = requests.filter(({ operationId }) => operationId === "createExternalInterview");
      expect(interviewCount).toBe(50);
      expect(limitResponses).toBe(0);
      expect(creates).toHaveLength(50);
      const arrivalsMs = creates.map(({ receivedAtMonotonicMs }) => receivedAtMonotonicMs);
      expect(findShortestForElevenMs(arrivalsMs)).toBeGreaterThanOrEqual(1_000);
    },
  );

  it("100 first calls fetch one token, and after its revocation 100 more fetch one more", async ({
    onTestFinished,
  }) => {
    const feishu = await startFeishuProcess({ rateLimit: false }, onTestFinished);
    const hire = new FeishuHire({ ...feishu.clientOptions, rateLimiter: false });
    const tokenRequests = async () => (await feishu.read()).requestCounts.getTenantAccessToken;
    await createMany(hire, 100);
    expect(await tokenRequests()).toBe(1);
    await feishu.revokeTokens();
    await createMany(hire, 100);
    expect(await tokenRequests()).toBe(2);
  });
});
