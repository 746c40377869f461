import { randomUUID } from "node:crypto";
import { readlinkSync } from "node:fs";
import { readdir, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { isObject } from "../../is-object.js";
import { type Phrase, phrase } from "../messages/phrase.js";
import { JobError } from "./errors.js";

/** `lock.`, host, PID, PID namespace and a unique part. The name holds it all: a claim is complete once it exists. */
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

/** The file by which a process claims a job directory. */
interface Claim {
  readonly host: string;
  readonly pid: number;
  readonly namespace: string | undefined;
  readonly path: string;
}

/**
 * Locks a job directory for this process.
 *
 * Each process first writes its claim, then looks for others: of two, at least the later one sees the other's and gives
 * up. Claims of dead processes on this machine are removed; in doubt, a claim is respected.
 *
 * @param force removes claims of other machines and containers, whose processes cannot be tested from here
 * @returns a function that unlocks the directory
 * @throws JobError if another process has locked it
 */
export async function lockJob(jobDir: string, force = false): Promise<() => Promise<void>> {
  const namespaceSuffix = NAMESPACE === undefined ? "" : `.ns${NAMESPACE}`;
  const claim = resolve(jobDir, `lock.${hostname()}.${process.pid}${namespaceSuffix}.${randomUUID()}`);
  await writeFile(claim, "", { mode: 0o600 });
  ownClaims.add(claim);
  const unlock = async () => {
    ownClaims.delete(claim);
    await rm(claim, { force: true });
  };
  try {
    for (const other of await readClaims(jobDir)) {
      if (resolve(other.path) !== claim) await removeStaleClaim(other, force);
    }
    return unlock;
  } catch (error) {
    await unlock();
    throw error;
  }
}

/** Whether a process may be working on a job: one of another machine or container cannot be tested from here. */
export async function isJobLocked(jobDir: string): Promise<boolean> {
  return (await readClaims(jobDir)).some((claim) => isElsewhere(claim) || isAlive(claim));
}

async function readClaims(jobDir: string): Promise<Claim[]> {
  const names = await readdir(jobDir);
  return names.flatMap((name) => {
    const { host, pid, namespace = NAMESPACE } = CLAIM.exec(name)?.groups ?? {};
    return host === undefined ? [] : [{ host, pid: Number(pid), namespace, path: join(jobDir, name) }];
  });
}

/** Removes the claim of a dead process. @throws JobError if its process may be alive */
async function removeStaleClaim(claim: Claim, force: boolean): Promise<void> {
  // In doubt, it counts as alive: two processes at once would create interviews twice.
  if (isElsewhere(claim) ? !force : isAlive(claim)) throw new JobError(describeLock(claim));
  await rm(claim.path, { force: true });
}

function describeLock(claim: Claim): Phrase {
  const { pid, host, path } = claim;
  return phrase(isElsewhere(claim) ? "lockedElsewhere" : "locked", { pid, host, path });
}

function isElsewhere({ host, namespace }: Claim): boolean {
  return host !== hostname() || namespace !== NAMESPACE;
}

function isAlive({ pid, path }: Claim): boolean {
  if (pid === process.pid) return ownClaims.has(resolve(path));
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isObject(error) && error.code === "EPERM";
  }
}
