import { join } from "node:path";
import { KeyState } from "../keys/key-index.js";
import { phrase } from "../messages/phrase.js";
import { describeSystemError } from "../messages/system-error.js";
import { isSystemError, JobError } from "./errors.js";
import { loadIndex } from "./journal/load-index.js";

/** What a job has done in all its runs. */
export interface JobStatus {
  readonly appId: string;
  readonly host: string;
  /** The namespace of derived keys. */
  readonly idNamespace: string | undefined;
  readonly created: number;
  /** Rejected by Feishu when last sent; invalid rows are not in the journal. */
  readonly rejected: number;
  /** May have been created, including requests that a running import is waiting for. */
  readonly unknown: number;
}

/** Reads a job's journal, also while the job runs. @throws JobError if there is none */
export async function readJobStatus(jobDir: string): Promise<JobStatus> {
  const path = join(jobDir, "journal.jsonl");
  const { header, index } = await loadIndex(path).catch((error: unknown) => {
    if (!isSystemError(error)) throw error;
    throw error.code === "ENOENT" || error.code === "ENOTDIR"
      ? notAJob(jobDir)
      : new JobError(phrase("cannotRead", { path, reason: describeSystemError(error) }));
  });
  if (!header) throw notAJob(jobDir);
  return {
    appId: header.appId,
    host: header.host,
    idNamespace: header.source,
    created: index.count(KeyState.Created),
    rejected: index.count(KeyState.Rejected),
    unknown: index.count(KeyState.Ambiguous),
  };
}

function notAJob(jobDir: string): JobError {
  return new JobError(phrase("notAJob", { job: jobDir }));
}
