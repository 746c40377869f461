import { readdir, realpath, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { hasBeenSent, type KeyDigest, KeyState } from "../keys/key-index.js";
import { CreatedInterviews } from "../stored/created-interviews.js";
import { isSystemError, JobError } from "./errors.js";
import { isOfAccount } from "./header.js";
import { getFreeAtMs } from "./key-window.js";

/** Another job of the same account, and what it has sent. */
export interface OtherJob extends Pick<CreatedInterviews, "index" | "knownIds" | "ambiguous"> {
  readonly jobDir: string;
}

/**
 * Lists the other job directories beside this one, beside its file, and beside what a link to the file points at; none
 * of a parent that cannot be read.
 */
export async function listJobsBeside(jobDir: string, file: string = jobDir): Promise<string[]> {
  const ownPath = await findRealPath(jobDir);
  const parents = new Map<string, string>();
  for (const path of [jobDir, file, await findRealPath(file)]) {
    const parent = join(path, "..");
    const realPath = await findRealPath(parent);
    if (!parents.has(realPath)) parents.set(realPath, parent);
  }
  const jobs: string[] = [];
  for (const [realParent, parent] of parents) {
    const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      // An entry that is a link is no directory here, so the real path needs no look at the disk.
      if (!entry.isDirectory() || join(realParent, entry.name) === ownPath) continue;
      const other = join(parent, entry.name);
      if (await isFile(join(other, "journal.jsonl"))) jobs.push(other);
    }
  }
  return jobs.sort();
}

/** The path without links; of a file that does not exist, the absolute one. */
function findRealPath(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ?? false;
}

/**
 * Loads those jobs of the same app and host that can be read.
 *
 * @param keepsIds whether Feishu's ids of their interviews are needed
 */
export async function loadOtherJobs(
  jobDirs: readonly string[],
  account: { readonly appId: string; readonly baseUrl: string },
  keepsIds = false,
): Promise<OtherJob[]> {
  const jobs: OtherJob[] = [];
  for (const jobDir of jobDirs) {
    try {
      const path = join(jobDir, "journal.jsonl");
      const { header, index, knownIds, ambiguous } = await CreatedInterviews.load(path, { keepsIds });
      if (header && isOfAccount(header, account)) jobs.push({ jobDir, index, knownIds, ambiguous });
    } catch (error) {
      // Without a journal it is not a job; a damaged journal is reported when its own job resumes.
      if (!isSystemError(error) && !(error instanceof JobError)) throw error;
    }
  }
  return jobs;
}

/** Another job that has a key's interview, may have it, or has undone it. */
export interface OtherOwner {
  readonly jobDir: string;
  readonly isAmbiguous: boolean;
  /** When Feishu has certainly forgotten the key, if it was undone. */
  readonly freeAtMs?: number;
}

/** Finds another job that has the key's interview, or has undone it so recently that Feishu may remember the key. */
export function findOtherOwner(
  { otherJobs, now }: { readonly otherJobs: readonly OtherJob[]; readonly now: () => number },
  digest: KeyDigest,
): OtherOwner | undefined {
  for (const { jobDir, index } of otherJobs) {
    const entry = index.get(digest);
    const isAmbiguous = entry?.state === KeyState.Ambiguous;
    if (entry && hasBeenSent(entry)) return { jobDir, isAmbiguous };
    if (entry?.state !== KeyState.Undone) continue;
    const freeAtMs = getFreeAtMs(entry.firstTryAtSeconds * 1000);
    if (now() < freeAtMs) return { jobDir, isAmbiguous, freeAtMs };
  }
  return undefined;
}
