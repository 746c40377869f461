/** Creates interviews for many tenants at their full quota, and replies with the cost to this process. */
import { Redis } from "ioredis";
import { FeishuHire } from "../../src/index.js";
import { redisRateLimiter, redisTokenStore } from "../../src/redis/index.js";

/** The task of the process. */
export interface TenantsTask {
  readonly redisUrl: string;
  readonly baseUrl: string;
  readonly tenants: number;
}

export interface TenantsResult {
  /** CPU time of this process, in milliseconds. */
  readonly cpuMs: number;
  readonly tookMs: number;
}

const APP_SECRET = "an-invented-app-secret";

const task: TenantsTask = JSON.parse(process.argv[2] ?? "{}");
const redis = new Redis(task.redisUrl);
const rateLimiter = redisRateLimiter(redis);
const tokenStore = redisTokenStore(redis, { appSecret: APP_SECRET });
const clients = Array.from({ length: task.tenants }, (_, n) => {
  return new FeishuHire({
    appId: `cli_tenant_${n}`,
    appSecret: APP_SECRET,
    baseUrl: task.baseUrl,
    rateLimiter,
    tokenStore,
  });
});

process.on("message", async ({ createsEach }: { createsEach: number }) => {
  const startedAtMs = performance.now();
  const before = process.cpuUsage();
  await Promise.all(
    clients.flatMap((hire) => Array.from({ length: createsEach }, (_, n) => create(hire, n))),
  );
  const { user, system } = process.cpuUsage(before);
  process.send?.({
    cpuMs: (user + system) / 1_000,
    tookMs: performance.now() - startedAtMs,
  } satisfies TenantsResult);
});
process.on("disconnect", () => process.exit());
process.send?.({});

function create(hire: FeishuHire, n: number): Promise<unknown> {
  return hire.externalInterviews.create({
    external_id: `interview-${n}`,
    external_application_id: "6960663240925956437",
  });
}
