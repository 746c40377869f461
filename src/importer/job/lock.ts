import { randomUUID } from "node:crypto";
import { readlinkSync } from "node:fs";
import { readdir, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { isObject } from "../../is-object.js";
import { JobError } from "./errors.js";

/**
 * `lock.`, the host, the process, where its number counts, and what makes it the only one. The name says it all, so it
 * is there at once.
 */
const CLAIM = /^lock\.(?<host>.+)\.(?<pid>\d+)(\.ns(?<namespace>\d+))?\.[0-9a-f-]{36}$/;

/** Linux's number for those who count processes alike: two containers may have one name, and not see each other's. */
const NAMESPACE = pidNamespace();

function pidNamespace(): string | undefined {
  try {
    return /\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0];
  } catch {
    return undefined;
  }
}

/** The claims of this process, which another process of the same number may have left behind as well. */
const held = new Set<string>();

/**
 * Holds a job's directory for this process alone.
 *
 * Each process first puts its claim there and then looks for others: of two, at least the later one sees the
 * other's and goes. Claims that dead processes of this machine have left are cleared away; in any doubt a claim
 * stands.
 *
 * @returns what lets it go
 * @throws JobError if another process holds it
 */
export async function lockJob(folder: string): Promise<() => Promise<void>> {
  const counted = NAMESPACE === undefined ? "" : `.ns${NAMESPACE}`;
  const claim = resolve(folder, `lock.${hostname()}.${process.pid}${counted}.${randomUUID()}`);
  await writeFile(claim, "", { mode: 0o600 });
  held.add(claim);
  const release = async () => {
    held.delete(claim);
    await rm(claim, { force: true });
  };
  try {
    for (const name of await readdir(folder)) await clear(join(folder, name), name, claim);
    return release;
  } catch (error) {
    await release();
    throw error;
  }
}

/** Removes a claim of the dead. @throws JobError if the claim may be somebody's */
async function clear(path: string, name: string, own: string): Promise<void> {
  const { host, pid, namespace = NAMESPACE } = CLAIM.exec(name)?.groups ?? {};
  const claim = resolve(path);
  if (host === undefined || claim === own) return;
  if (namespace !== NAMESPACE || isAlive(host, Number(pid), claim))
    throw new JobError(
      `Process ${pid} on ${host} holds this job. If it is no import any more, delete ${path}.`,
    );
  await rm(path, { force: true });
}

/** A process of another machine cannot be asked, so it counts as alive. */
function isAlive(host: string, pid: number, claim: string): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return held.has(claim);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isObject(error) && error.code === "EPERM";
  }
}
