import { spawnSync } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isJobLocked, lockJob } from "../../../src/importer/job/lock.js";
import { createEmptyDirectory } from "../support/job-directory.js";
import { jobError } from "../support/phrases.js";

/** The error if this process has locked the directory. */
const LOCKED = jobError("locked", { pid: process.pid, host: hostname() });
const ID = "00000000-0000-4000-8000-000000000000";

async function listLocks(jobDir: string): Promise<string[]> {
  return (await readdir(jobDir)).filter((name) => name.startsWith("lock"));
}

function findDeadPid(): number {
  return spawnSync(process.execPath, ["--version"]).pid;
}

test("a directory can be locked once, and again after it is unlocked", async () => {
  const jobDir = await createEmptyDirectory();
  const unlock = await lockJob(jobDir);
  await expect(lockJob(jobDir)).rejects.toThrow(LOCKED);
  await unlock();
  expect(await listLocks(jobDir)).toEqual([]);
  await (await lockJob(jobDir))();
});

test("a rejected attempt leaves the other's lock, and none of its own", async () => {
  const jobDir = await createEmptyDirectory();
  const unlock = await lockJob(jobDir);
  const before = await listLocks(jobDir);
  await expect(lockJob(jobDir)).rejects.toThrow(LOCKED);
  expect(await listLocks(jobDir)).toEqual(before);
  await unlock();
});

test("of many attempts at once, at most one succeeds", async () => {
  const jobDir = await createEmptyDirectory();
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockJob(jobDir)));
  expect(tries.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(1);
  for (const one of tries) if (one.status === "rejected") expect(one.reason).toEqual(LOCKED);
});

test("the lock of a dead process is removed, also by many attempts at once", async () => {
  const jobDir = await createEmptyDirectory();
  await writeFile(join(jobDir, `lock.${hostname()}.${findDeadPid()}.${ID}`), "");
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockJob(jobDir)));
  expect(tries.filter(({ status }) => status === "fulfilled").length).toBeLessThanOrEqual(1);
  for (const one of tries) if (one.status === "fulfilled") await one.value();
  await lockJob(jobDir);
  expect((await listLocks(jobDir)).length).toBe(1);
});

test.each([
  ["nobody", undefined, false],
  ["a dead process", `${hostname()}.${findDeadPid()}`, false],
  ["a live process", `${hostname()}.${process.ppid}`, true],
  ["another machine", `elsewhere.example.${findDeadPid()}`, true],
  ["a container of the same name", `${hostname()}.${findDeadPid()}.ns1`, true],
])(
  "a directory that %s has claimed may be locked, or not, and keeps the claim",
  async (_, owner, isLocked) => {
    const jobDir = await createEmptyDirectory();
    const name = `lock.${owner}.${ID}`;
    if (owner !== undefined) await writeFile(join(jobDir, name), "");
    expect(await isJobLocked(jobDir)).toBe(isLocked);
    expect(await listLocks(jobDir)).toEqual(owner === undefined ? [] : [name]);
  },
);

test("the lock of an earlier process with this one's PID is removed", async () => {
  const jobDir = await createEmptyDirectory();
  await writeFile(join(jobDir, `lock.${hostname()}.${process.pid}.${ID}`), "");
  await lockJob(jobDir);
  expect((await listLocks(jobDir)).length).toBe(1);
});

test("a lock of another live process is kept, even by force", async () => {
  const jobDir = await createEmptyDirectory();
  const name = `lock.${hostname()}.${process.ppid}.${ID}`;
  await writeFile(join(jobDir, name), "");
  const error = jobError("locked", { pid: process.ppid, host: hostname(), path: join(jobDir, name) });
  await expect(lockJob(jobDir)).rejects.toThrow(error);
  await expect(lockJob(jobDir, true)).rejects.toThrow(error);
  expect(await listLocks(jobDir)).toEqual([name]);
});

test.each([
  ["a container of the same name", `lock.${hostname()}.${findDeadPid()}.ns1.${ID}`],
  ["another machine", `lock.elsewhere.example.${findDeadPid()}.${ID}`],
])("a lock of %s is kept until it is removed by force", async (_, name) => {
  const jobDir = await createEmptyDirectory();
  await writeFile(join(jobDir, name), "");
  await expect(lockJob(jobDir)).rejects.toThrow(jobError("lockedElsewhere", { path: join(jobDir, name) }));
  expect(await listLocks(jobDir)).toEqual([name]);
  const unlock = await lockJob(jobDir, true);
  expect(await listLocks(jobDir)).not.toContain(name);
  await unlock();
});
