/** Creates interviews through a shared limiter and a shared token, and prints their outcomes. */
import { FeishuHire } from "../../../src/index.js";
import { type RedisClient, redisRateLimiter, redisTokenStore } from "../../../src/redis/index.js";
import { sendCommand } from "../../../src/redis/redis-client.js";
import { untimedClock } from "../../support/clock.js";

/** The task of the process. */
export interface CreatorTask {
  readonly name: string;
  readonly baseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly redisUrl: string;
  readonly package: "redis" | "ioredis";
  readonly creates: number;
  /** The window's length; the limit of requests is the documented one. */
  readonly periodMs: number;
  readonly onUnavailable?: "throw" | "local";
  readonly unavailableAfterMs?: number;
  /** How far the process's clock is ahead, in milliseconds. */
  readonly clockSkewMs?: number;
  /** How many processes wait for each other, so that all make their first call at the same time. */
  readonly startWith?: number;
}

/** The outcome of the task. */
export interface CreatorResult {
  readonly created: number;
  /** The names of the errors. */
  readonly failures: readonly string[];
}

const task: CreatorTask = JSON.parse(process.argv[2] ?? "{}");
const { appId, appSecret, baseUrl, periodMs, clockSkewMs = 0 } = task;

const redis = await connect(task);
const limiter = redisRateLimiter(redis, {
  onUnavailable: task.onUnavailable,
  unavailableAfterMs: task.unavailableAfterMs,
});
const clock = { ...untimedClock, now: () => Date.now() + clockSkewMs };
const hire = new FeishuHire({
  appId,
  appSecret,
  baseUrl,
  clock,
  rateLimiter: {
    acquire: (request) =>
      limiter.acquire({ ...request, limit: request.limit && { ...request.limit, periodMs } }),
    pause: (key, waitMs) => limiter.pause(key, waitMs),
  },
  tokenStore: redisTokenStore(redis, { appSecret, clock, commandTimeoutMs: 60_000 }),
});

if (task.startWith !== undefined) await waitForOthers(task.startWith);

const results = await Promise.allSettled(
  Array.from({ length: task.creates }, (_, n) =>
    hire.externalInterviews.create({
      external_id: `${task.name}:${n}`,
      external_application_id: "6960663240925956437",
    }),
  ),
);
const failures = results.flatMap((result) =>
  result.status === "rejected" ? [String(result.reason?.name)] : [],
);
process.stdout.write(
  JSON.stringify({ created: results.length - failures.length, failures } satisfies CreatorResult),
);
process.exit(0);

/** Waits until all processes have connected; the last one releases the others. */
async function waitForOthers(processes: number): Promise<void> {
  const connected = await sendCommand(redis, "INCR", "connected");
  if (connected === processes)
    await sendCommand(redis, "RPUSH", "start", ...Array.from({ length: processes }, () => "now"));
  await sendCommand(redis, "BLPOP", "start", "0");
}

async function connect(options: CreatorTask): Promise<RedisClient> {
  // Loaded as needed: either takes a while, and a test starts many processes.
  if (options.package === "ioredis") {
    const { Redis } = await import("ioredis");
    return new Redis(options.redisUrl).on("error", () => {});
  }
  const { createClient } = await import("redis");
  const client = createClient({ url: options.redisUrl });
  await client.on("error", () => {}).connect();
  return client;
}
