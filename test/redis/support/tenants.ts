import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { QueueEvents } from "bullmq";
import { expect } from "vitest";
import { addImport, openQueue, parseConnection, QUEUE_NAME } from "../../../examples/bullmq/queue.js";
import { startFeishu, type TestFeishu } from "../../../src/testing/index.js";
import { createRandom } from "../../crash/support/random.js";
import { buildInterviews } from "../../importer/support/interviews.js";
import { type Program, type Running, start } from "../../support/program.js";
import type { RedisServer } from "./redis-server.js";

/** The size of a run of the example. */
export interface Size {
  readonly workers: number;
  readonly tenants: number;
  readonly interviewsEach: number;
  readonly kills: number;
  readonly seed: number;
}

const FILE = "history.jsonl";
const KILL_EVERY_MS = 700;

/**
 * Imports every tenant's file through the example's workers, kills and replaces some of them, and expects
 * that each interview was created once and is reported.
 */
export async function importWithKills(program: Program, redis: RedisServer, size: Size): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "feishu-hire-tenants-"));
  const servers = new Map<string, TestFeishu>();
  const queue = openQueue(redis.url);
  const events = new QueueEvents(QUEUE_NAME, { connection: parseConnection(redis.url) });
  const startWorker = () =>
    start(process.execPath, [program.path], {
      env: { REDIS_URL: redis.url, TENANTS_DIR: folder, LOCK_MS: "1000" },
    });
  const workers = Array.from({ length: size.workers }, startWorker);
  try {
    const completed = new Set<string>();
    events.on("completed", ({ jobId }) => void completed.add(jobId));
    await events.waitUntilReady();
    for (let n = 0; n < size.tenants; n++) {
      const tenant = `tenant-${n}`;
      servers.set(tenant, await createTenant(join(folder, tenant), tenant, size.interviewsEach));
      await addImport(queue, { tenant, file: FILE });
      await addImport(queue, { tenant, file: FILE }); // ignored while the first one waits or runs
    }
    await killSome(workers, startWorker, size);
    await expect.poll(() => completed.size, { timeout: 240_000, interval: 100 }).toBe(size.tenants);
    for (const [tenant, feishu] of servers)
      await expectEachOnce(join(folder, tenant), feishu, size.interviewsEach);
  } finally {
    for (const { child } of workers) child.kill("SIGKILL");
    await Promise.all(workers.map(({ ended }) => ended));
    await Promise.all([...servers.values()].map((feishu) => feishu.close()));
    await events.close();
    await queue.close();
    await rm(folder, { recursive: true });
  }
}

async function createTenant(folder: string, tenant: string, count: number): Promise<TestFeishu> {
  const feishu = await startFeishu({ appId: `cli_${tenant.replace("-", "_")}` });
  await mkdir(folder);
  await writeFile(join(folder, "credentials.json"), JSON.stringify(feishu.clientOptions), { mode: 0o600 });
  await writeFile(
    join(folder, FILE),
    buildInterviews(count)
      .map((body) => `${JSON.stringify(body)}\n`)
      .join(""),
  );
  return feishu;
}

/** Kills a worker every now and then, and starts another in its place. */
async function killSome(
  workers: Running[],
  startWorker: () => Running,
  { kills, seed }: Size,
): Promise<void> {
  const random = createRandom(seed);
  for (let n = 0; n < kills; n++) {
    await new Promise((resolve) => setTimeout(resolve, KILL_EVERY_MS * (0.5 + random())));
    const at = Math.floor(random() * workers.length);
    workers[at]?.child.kill("SIGKILL");
    await workers[at]?.ended;
    workers[at] = startWorker();
  }
}

async function expectEachOnce(folder: string, feishu: TestFeishu, count: number): Promise<void> {
  expect([...feishu.interviewsByExternalId.values()]).toEqual(Array.from({ length: count }, () => 1));
  expect(feishu.limitResponses).toBe(0);
  const created = await readFile(join(folder, `${FILE}.import`, "created.jsonl"), "utf8");
  expect(created.trimEnd().split("\n")).toHaveLength(count);
  const stored = feishu.interviews.map(({ interview }) => interview.id);
  const reported = created
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).id);
  expect(reported.toSorted()).toEqual(stored.toSorted());
}
