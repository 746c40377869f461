import { KeyState } from "../keys/key-index.js";
import { countCreated } from "../stored/created-interviews.js";
import { loadIndex } from "./journal/load-index.js";
import { readJob } from "./read-job.js";

/** What a job has done in all its runs. */
export interface JobStatus {
  readonly appId: string;
  readonly host: string;
  /** The namespace of derived keys. */
  readonly idNamespace: string | undefined;
  readonly created: number;
  /** Rejected by Feishu when last sent; invalid rows are not in the journal. */
  readonly rejected: number;
  /** May or may not be in Feishu: requests in flight or without a clear outcome, and interrupted deletions. */
  readonly unknown: number;
}

/** Reads a job's journal, even while the job runs. @throws JobError if there is none */
export async function readJobStatus(jobDir: string): Promise<JobStatus> {
  const { header, index } = await readJob(jobDir, loadIndex);
  return {
    appId: header.appId,
    host: header.host,
    idNamespace: header.source,
    created: countCreated(index),
    rejected: index.count(KeyState.Rejected),
    unknown: index.count(KeyState.Ambiguous) + index.count(KeyState.Undoing),
  };
}
