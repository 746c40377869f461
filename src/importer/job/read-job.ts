import { join } from "node:path";
import { type LocalText, type Phrase, phrase } from "../messages/phrase.js";
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
  return rethrow(error, jobDir, (reason) =>
    phrase("cannotRead", { path: join(jobDir, "journal.jsonl"), reason }),
  );
}

/** Rethrows why a job could not be locked or written to. @throws JobError in place of the system's error */
export function rethrowUnusable(error: unknown, jobDir: string): never {
  return rethrow(error, jobDir, (reason) => phrase("cannotUseJob", { job: jobDir, reason }));
}

function rethrow(error: unknown, jobDir: string, describe: (reason: LocalText) => Phrase): never {
  if (!isSystemError(error)) throw error;
  if (error.code === "ENOENT" || error.code === "ENOTDIR") throw createNotAJobError(jobDir);
  throw new JobError(describe(describeSystemError(error)));
}
