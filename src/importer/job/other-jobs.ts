import { readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { KeyIndex } from "../keys/key-index.js";
import { isSystemError, JobError } from "./errors.js";
import { isOfAccount } from "./header.js";
import { loadIndex } from "./journal/load-index.js";

/** Another job of the same account, and the keys that it has sent. */
export interface OtherJob {
  readonly jobDir: string;
  readonly index: KeyIndex;
}

/** The job folders beside this one. A folder that cannot be read has none. */
export async function listJobsBeside(jobDir: string): Promise<string[]> {
  const folder = dirname(resolve(jobDir));
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && entry.name.endsWith(".import"))
    .map(({ name }) => join(dirname(jobDir), name))
    .filter((other) => resolve(other) !== resolve(jobDir))
    .sort();
}

/** Loads those jobs of the same app and host that can be read. */
export async function loadOtherJobs(
  jobDirs: readonly string[],
  account: { readonly appId: string; readonly baseUrl: string },
): Promise<OtherJob[]> {
  const jobs: OtherJob[] = [];
  for (const jobDir of jobDirs) {
    try {
      const { header, index } = await loadIndex(join(jobDir, "journal.jsonl"));
      if (header && isOfAccount(header, account)) jobs.push({ jobDir, index });
    } catch (error) {
      // A folder without a journal is no job, and a damaged one says so when it is resumed.
      if (!isSystemError(error) && !(error instanceof JobError)) throw error;
    }
  }
  return jobs;
}
