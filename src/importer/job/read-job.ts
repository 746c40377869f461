import { join } from "node:path";
import { phrase } from "../messages/phrase.js";
import { describeSystemError } from "../messages/system-error.js";
import { isSystemError, JobError } from "./errors.js";
import type { JournalHeader } from "./journal/journal-entry.js";

function createNotAJobError(jobDir: string): JobError {
  return new JobError(phrase("notAJob", { job: jobDir }));
}

/**
 * Reads a job's journal with `load`.
 *
 * @throws JobError if there is none, or if it cannot be read
 */
export async function readJob<Loaded extends { readonly header: JournalHeader | undefined }>(
  jobDir: string,
  load: (path: string) => Promise<Loaded>,
): Promise<Loaded & { readonly header: JournalHeader }> {
  const loaded = await load(join(jobDir, "journal.jsonl")).catch((error: unknown) =>
    rethrowUnreadable(error, jobDir),
  );
  if (!hasHeader(loaded)) throw createNotAJobError(jobDir);
  return loaded;
}

function hasHeader<Loaded extends { readonly header: JournalHeader | undefined }>(
  loaded: Loaded,
): loaded is Loaded & { readonly header: JournalHeader } {
  return loaded.header !== undefined;
}

/** Rethrows why a journal could not be read. @throws JobError in place of the system's error */
export function rethrowUnreadable(error: unknown, jobDir: string): never {
  if (!isSystemError(error)) throw error;
  if (error.code === "ENOENT" || error.code === "ENOTDIR") throw createNotAJobError(jobDir);
  const reason = describeSystemError(error);
  throw new JobError(phrase("cannotRead", { path: join(jobDir, "journal.jsonl"), reason }));
}
