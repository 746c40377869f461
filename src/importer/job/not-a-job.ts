import { join } from "node:path";
import { phrase } from "../messages/phrase.js";
import { describeSystemError } from "../messages/system-error.js";
import { isSystemError, JobError } from "./errors.js";

export function notAJob(jobDir: string): JobError {
  return new JobError(phrase("notAJob", { job: jobDir }));
}

/** Says what is wrong with a job directory whose journal cannot be read. */
export function rethrowUnreadable(error: unknown, jobDir: string): never {
  if (!isSystemError(error)) throw error;
  if (error.code === "ENOENT" || error.code === "ENOTDIR") throw notAJob(jobDir);
  const reason = describeSystemError(error);
  throw new JobError(phrase("cannotRead", { path: join(jobDir, "journal.jsonl"), reason }));
}
