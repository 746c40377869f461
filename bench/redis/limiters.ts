import Bottleneck from "bottleneck";
import { Queue, QueueEvents, Worker } from "bullmq";
import { Redis } from "ioredis";
import { RateLimiterQueue, RateLimiterRedis } from "rate-limiter-flexible";
import { redisRateLimiter } from "../../src/redis/index.js";

export const LIMITERS = [
  "feishu-hire/redis",
  "rate-limiter-flexible",
  "bullmq",
  "bottleneck reservoir",
  "bottleneck minTime",
] as const;
export type LimiterName = (typeof LIMITERS)[number];

/** Runs a call once the limit allows it. */
export type Run = (call: () => Promise<void>) => Promise<unknown>;

const REQUESTS = 10;
const PERIOD_MS = 1_000;

/** Creates a limiter of ten requests a second over all processes, set up as its documentation says. */
export async function createLimiter(name: LimiterName, redisUrl: string): Promise<Run> {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  switch (name) {
    case "feishu-hire/redis":
      return createOurs(redis);
    case "rate-limiter-flexible": {
      const limiter = new RateLimiterRedis({
        storeClient: redis,
        points: REQUESTS,
        duration: PERIOD_MS / 1_000,
      });
      const queue = new RateLimiterQueue(limiter, { maxQueueSize: 10_000 });
      return async (call) => {
        await queue.removeTokens(1, "calls");
        await call();
      };
    }
    case "bullmq":
      return createBullMq(redis, redisUrl);
    default: {
      const rules =
        name === "bottleneck minTime"
          ? { minTime: PERIOD_MS / REQUESTS }
          : {
              reservoir: REQUESTS,
              reservoirRefreshAmount: REQUESTS,
              reservoirRefreshInterval: PERIOD_MS,
              // The default of five seconds would leave the reservoir empty for most of the time.
              heartbeatInterval: 250,
            };
      const connection = new Bottleneck.IORedisConnection({ client: redis });
      const limiter = new Bottleneck({ id: name, connection, ...rules });
      await limiter.ready();
      return (call) => limiter.schedule(call);
    }
  }
}

function createOurs(redis: Redis): Run {
  const limiter = redisRateLimiter(redis);
  return async (call) => {
    const permit = await limiter.acquire({
      key: "cli_bench@127.0.0.1:createExternalInterview",
      operationId: "createExternalInterview",
      limit: { requests: REQUESTS, periodMs: PERIOD_MS },
      priority: false,
      signal: undefined,
    });
    permit?.sent();
    await call();
    permit?.responded();
  };
}

/**
 * BullMQ limits how many jobs its workers start, so each call is a job that a worker of any process may take.
 */
async function createBullMq(redis: Redis, redisUrl: string): Promise<Run> {
  const { hostname: host, port } = new URL(redisUrl);
  const connection = { host, port: Number(port), maxRetriesPerRequest: null };
  const queue = new Queue("calls", { connection });
  const events = new QueueEvents("calls", { connection });
  await events.waitUntilReady();
  let simulate: (() => Promise<void>) | undefined;
  new Worker("calls", async () => simulate?.(), {
    connection,
    concurrency: 100,
    limiter: { max: REQUESTS, duration: PERIOD_MS },
  });
  redis.disconnect();
  return async (call) => {
    simulate = call;
    const job = await queue.add("call", {});
    await job.waitUntilFinished(events);
  };
}
