import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { isObject } from "../validate.js";
import { JobError } from "./job-error.js";

interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** The locks of this process, which another process of the same number may have left behind as well. */
const held = new Set<string>();

/**
 * Holds a job's directory for this process alone.
 *
 * The lock is a file that is there or not (link fails where it exists). One that a dead process of this machine has
 * left is taken over; in any doubt the lock stands.
 *
 * @returns what lets it go
 * @throws JobError if another process holds it
 */
export async function lockJob(folder: string): Promise<() => Promise<void>> {
  const lock = resolve(folder, "lock");
  const claim = join(folder, `lock.${process.pid}`);
  await writeFile(claim, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder));
  try {
    if (await tryLink(claim, lock)) return hold(lock);
    const holder = await readHolder(lock);
    if (holder && isAlive(holder, lock)) {
      const { pid, host } = holder;
      throw new JobError(
        `Process ${pid} on ${host} holds ${folder}. If it is no import any more, delete ${lock}.`,
      );
    }
    // Only one of several that find it dead can move it away.
    await rename(lock, `${claim}.stale`).catch(() => {});
    await rm(`${claim}.stale`, { force: true });
    if (await tryLink(claim, lock)) return hold(lock);
    throw new JobError(`Another process has just taken ${folder}.`);
  } finally {
    await rm(claim, { force: true });
  }
}

function hold(lock: string): () => Promise<void> {
  held.add(lock);
  return async () => {
    held.delete(lock);
    await rm(lock, { force: true });
  };
}

async function tryLink(claim: string, lock: string): Promise<boolean> {
  try {
    await link(claim, lock);
    return true;
  } catch (error) {
    if (isObject(error) && error.code === "EEXIST") return false;
    throw error;
  }
}

async function readHolder(lock: string): Promise<Holder | undefined> {
  try {
    const holder: unknown = JSON.parse(await readFile(lock, "utf8"));
    return isHolder(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Holder {
  return isObject(value) && typeof value.pid === "number" && typeof value.host === "string";
}

/** A process of another machine cannot be asked, so it counts as alive. */
function isAlive({ pid, host }: Holder, lock: string): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return held.has(lock);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isObject(error) && error.code === "EPERM";
  }
}
