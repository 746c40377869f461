import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { CreatedInterviews } from "../stored/created-interviews.js";
import { isSystemError, JobError } from "./errors.js";
import { isOfAccount } from "./header.js";

/** Another job of the same account, and what it has sent. */
export interface OtherJob extends Pick<CreatedInterviews, "index" | "knownIds" | "ambiguous"> {
  readonly jobDir: string;
}

/** Lists the job directories beside this one; none if their parent cannot be read. */
export async function listJobsBeside(jobDir: string): Promise<string[]> {
  const parent = join(jobDir, "..");
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && entry.name.endsWith(".import"))
    .map(({ name }) => join(parent, name))
    .filter((other) => resolve(other) !== resolve(jobDir))
    .sort();
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
