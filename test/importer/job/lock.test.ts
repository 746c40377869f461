import { spawnSync } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockJob } from "../../../src/importer/job/lock.js";
import { emptyDirectory } from "../support/job-directory.js";
import { jobError } from "../support/phrases.js";

/** By this process. */
const LOCKED = jobError("locked", { pid: process.pid, host: hostname() });
const ID = "00000000-0000-4000-8000-000000000000";

async function locksIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith("lock"));
}

function pidOfTheDead(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

test("a job is held once, and can be held again when it is let go", async () => {
  const folder = await emptyDirectory();
  const release = await lockJob(folder);
  await expect(lockJob(folder)).rejects.toThrow(LOCKED);
  await release();
  expect(await locksIn(folder)).toEqual([]);
  await (await lockJob(folder))();
});

test("the one that is rejected leaves the holder's lock, and nothing of its own", async () => {
  const folder = await emptyDirectory();
  const release = await lockJob(folder);
  const before = await locksIn(folder);
  await expect(lockJob(folder)).rejects.toThrow(LOCKED);
  expect(await locksIn(folder)).toEqual(before);
  await release();
});

test("of many that come at once, never two hold it", async () => {
  const folder = await emptyDirectory();
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockJob(folder)));
  expect(tries.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(1);
  for (const one of tries) if (one.status === "rejected") expect(one.reason).toEqual(LOCKED);
});

test("what dead processes have left is cleared away, also by many that come at once", async () => {
  const folder = await emptyDirectory();
  await writeFile(join(folder, `lock.${hostname()}.${pidOfTheDead()}.${ID}`), "");
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockJob(folder)));
  expect(tries.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(1);
  for (const one of tries) if (one.status === "fulfilled") await one.value();
  await lockJob(folder);
  expect((await locksIn(folder)).length).toBe(1);
});

test("a lock of this process's own number from before is cleared away", async () => {
  const folder = await emptyDirectory();
  await writeFile(join(folder, `lock.${hostname()}.${process.pid}.${ID}`), "");
  await lockJob(folder);
  expect((await locksIn(folder)).length).toBe(1);
});

test("a lock of another living process is kept, also by force", async () => {
  const folder = await emptyDirectory();
  const name = `lock.${hostname()}.${process.ppid}.${ID}`;
  await writeFile(join(folder, name), "");
  const error = jobError("locked", { pid: process.ppid, host: hostname(), path: join(folder, name) });
  await expect(lockJob(folder)).rejects.toThrow(error);
  await expect(lockJob(folder, true)).rejects.toThrow(error);
  expect(await locksIn(folder)).toEqual([name]);
});

test.each([
  ["a container of the same name", `lock.${hostname()}.${pidOfTheDead()}.ns1.${ID}`],
  ["another machine", `lock.elsewhere.example.${pidOfTheDead()}.${ID}`],
])("a lock of %s is kept until it is removed by force", async (_, name) => {
  const folder = await emptyDirectory();
  await writeFile(join(folder, name), "");
  await expect(lockJob(folder)).rejects.toThrow(jobError("lockedElsewhere", { path: join(folder, name) }));
  expect(await locksIn(folder)).toEqual([name]);
  const unlock = await lockJob(folder, true);
  expect(await locksIn(folder)).not.toContain(name);
  await unlock();
});
