import { describe, expect, it } from "vitest";
import { FeishuHire } from "../../src/index.js";
import { startFeishu } from "../../src/testing/index.js";

function createMany(hire: FeishuHire, count: number): Promise<unknown> {
  const ids = Array.from({ length: count }, (_, i) => `lever:${i}`);
  return Promise.all(
    ids.map((external_id) => hire.externalInterviews.create({ external_application_id: "1", external_id })),
  );
}

describe.concurrent("over real HTTP", () => {
  it.each(["fixed", "sliding"] as const)(
    "50 creates at once on a server that allows 10 a second (%s window) are all created, none refused first",
    async (window) => {
      const feishu = await startFeishu({ rateLimit: { window } });
      expect(feishu.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:/);
      await createMany(new FeishuHire(feishu.clientOptions), 50);
      expect(feishu.interviews).toHaveLength(50);
      expect(feishu.limitResponses).toBe(0);
      await feishu.close();
    },
  );

  it("100 first calls ask for one token, and after its revocation 100 more for one more", async () => {
    const feishu = await startFeishu({ rateLimit: false });
    const hire = new FeishuHire({ ...feishu.clientOptions, rateLimiter: false });
    await createMany(hire, 100);
    expect(feishu.tokenRequests).toBe(1);
    feishu.revokeTokens();
    await createMany(hire, 100);
    expect(feishu.tokenRequests).toBe(2);
    await feishu.close();
  });
});
