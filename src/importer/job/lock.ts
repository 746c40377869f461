import { randomUUID } from "node:crypto";
import { readlinkSync } from "node:fs";
import { readdir, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { isObject } from "../../is-object.js";
import { phrase } from "../messages/phrase.js";
import { JobError } from "./errors.js";

/** `lock.`, host, process, PID namespace and a unique part. The name holds everything, so it is there at once. */
const CLAIM = /^lock\.(?<host>.+)\.(?<pid>\d+)(\.ns(?<namespace>\d+))?\.[0-9a-f-]{36}$/;

/** The PID namespace on Linux: containers may share a host name but not PIDs. */
const NAMESPACE = readPidNamespace();

function readPidNamespace(): string | undefined {
  try {
    return /\d+/.exec(readlinkSync("/proc/self/ns/pid"))?.[0];
  } catch {
    return undefined;
  }
}

/** The claims of this process; a dead process with the same PID may have left others. */
const ownClaims = new Set<string>();

/**
 * Locks a job directory for this process.
 *
 * Each process first writes its claim, then looks for others: of two, at least the later one sees the other's and gives
 * up. Claims of dead processes on this machine are removed; in doubt, a claim is respected.
 *
 * @returns a function that unlocks the directory
 * @throws JobError if another process has locked it
 */
export async function lockJob(jobDir: string): Promise<() => Promise<void>> {
  const namespaceSuffix = NAMESPACE === undefined ? "" : `.ns${NAMESPACE}`;
  const claim = resolve(jobDir, `lock.${hostname()}.${process.pid}${namespaceSuffix}.${randomUUID()}`);
  await writeFile(claim, "", { mode: 0o600 });
  ownClaims.add(claim);
  const unlock = async () => {
    ownClaims.delete(claim);
    await rm(claim, { force: true });
  };
  try {
    for (const name of await readdir(jobDir)) await removeStaleClaim(join(jobDir, name), name, claim);
    return unlock;
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Removes the claim of a dead process. @throws JobError if its process may be alive */
async function removeStaleClaim(path: string, name: string, own: string): Promise<void> {
  const { host, pid, namespace = NAMESPACE } = CLAIM.exec(name)?.groups ?? {};
  const claim = resolve(path);
  if (host === undefined || claim === own) return;
  if (namespace !== NAMESPACE || isAlive(host, Number(pid), claim))
    throw new JobError(phrase("locked", { pid: pid ?? "", host, path }));
  await rm(path, { force: true });
}

/** A process on another machine cannot be checked, so it counts as alive. */
function isAlive(host: string, pid: number, claim: string): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return ownClaims.has(claim);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isObject(error) && error.code === "EPERM";
  }
}
