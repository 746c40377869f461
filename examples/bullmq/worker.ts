/**
 * Imports interviews for many tenants, with a BullMQ job for each import. Start as many of these
 * processes as you like: they share each tenant's rate limit and token through Redis, and when one
 * dies, another resumes its imports.
 *
 *   REDIS_URL=redis://127.0.0.1:6379 TENANTS_DIR=/mnt/tenants node worker.js
 *
 * TENANTS_DIR must be on a disk that all workers share: an import resumes from its job directory.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Job, WaitingError, Worker } from "bullmq";
import { Redis } from "ioredis";
import { importInterviews, readInterviews } from "../../src/importer/index.js";
import { FeishuHire } from "../../src/index.js";
import { redisRateLimiter, redisTokenStore } from "../../src/redis/index.js";
import { type ImportProgress, parseConnection, QUEUE_NAME, type TenantImport } from "./queue.js";

const { REDIS_URL = "redis://127.0.0.1:6379", TENANTS_DIR = "tenants", LOCK_MS = "30000" } = process.env;
const PROGRESS_EVERY = 25;

const redis = new Redis(REDIS_URL);
const rateLimiter = redisRateLimiter(redis);
const shutdown = new AbortController();

const worker = new Worker<TenantImport, ImportProgress>(QUEUE_NAME, runImport, {
  connection: parseConnection(REDIS_URL),
  concurrency: 20,
  // Another worker takes over a job whose worker has not renewed its lock for this long.
  lockDuration: Number(LOCK_MS),
  stalledInterval: Number(LOCK_MS),
  maxStalledCount: 1_000,
});
worker.on("error", (error) => console.error(error.message));
worker.on("failed", (job, error) => console.error(`${job?.id}: ${error.message}`));

async function runImport(job: Job<TenantImport>, token?: string): Promise<ImportProgress> {
  const { tenant, file } = job.data;
  const path = join(TENANTS_DIR, tenant, file);
  const client = await createClient(tenant);
  const run = importInterviews(readInterviews(path, { format: "jsonl" }), {
    client,
    jobDir: `${path}.import`,
    signal: shutdown.signal,
  });
  for (let read = 0, created = 0; ; ) {
    const { done, value } = await run.next();
    if (done && value.status === "finished") return { read: value.read, created: value.createdTotal };
    if (done && value.status === "interrupted") {
      await job.moveToWait(token); // another worker resumes it
      throw new WaitingError();
    }
    if (done) throw new Error(String(value.reason ?? value.status));
    read++;
    if (value.kind === "created") created++;
    if (read % PROGRESS_EVERY === 0) await job.updateProgress({ read, created } satisfies ImportProgress);
  }
}

/** Creates a client with the tenant's credentials: here from a file, in production from a secret manager. */
async function createClient(tenant: string): Promise<FeishuHire> {
  const credentials = await readFile(join(TENANTS_DIR, tenant, "credentials.json"), "utf8");
  const { appId, appSecret, baseUrl }: Record<string, string> = JSON.parse(credentials);
  const tokenStore = redisTokenStore(redis, { appSecret: appSecret ?? "" });
  return new FeishuHire({ appId, appSecret, baseUrl, rateLimiter, tokenStore });
}

process.once("SIGTERM", async () => {
  shutdown.abort(); // stops sending; each import writes its report and its job goes back to the queue
  await worker.close();
  redis.disconnect();
});
