import { join } from "node:path";
import { KeyState } from "../keys/key-index.js";
import { isSystemError, JobError } from "./errors.js";
import { loadJournal } from "./replay.js";

/** What a job has done in all its runs. */
export interface JobStatus {
  readonly appId: string;
  readonly host: string;
  readonly source: string | undefined;
  readonly created: number;
  /** Refused by Feishu when last sent; rows that were refused before are not in the journal. */
  readonly rejected: number;
  readonly unknown: number;
}

/** Reads a job's journal, also while the job runs. @throws JobError if there is none */
export async function readJobStatus(folder: string): Promise<JobStatus> {
  const path = join(folder, "journal.jsonl");
  const { header, index } = await loadJournal(path).catch((error: unknown) => {
    if (!isSystemError(error)) throw error;
    throw error.code === "ENOENT" || error.code === "ENOTDIR"
      ? missing(folder)
      : new JobError(`${path} cannot be read: ${error.message}`);
  });
  if (!header) throw missing(folder);
  const { appId, host, source } = header;
  const count = (state: KeyState) => index.count(state);
  return {
    ...{ appId, host, source },
    created: count(KeyState.Created),
    rejected: count(KeyState.Rejected),
    unknown: count(KeyState.Open),
  };
}

function missing(folder: string): JobError {
  return new JobError(`${folder} is not a job: it has no journal.jsonl.`);
}
