import { basename, dirname, resolve } from "node:path";
import { isRejectedFile } from "../importer/index.js";
import { CommandError } from "./command-error.js";
import type { InputFile } from "./input-file.js";
import { translate } from "./language/translate.js";
import { importMessages } from "./messages/commands/import.js";

interface JobFlags {
  readonly job?: string;
  readonly mock?: boolean;
}

/** The job directory that is named, or the one beside the file. @throws CommandError for a pipe, which has none */
export function chooseJobDir(
  path: string,
  { sizeBytes }: Pick<InputFile, "sizeBytes">,
  flags: JobFlags,
): string {
  if (flags.job === undefined && sizeBytes === undefined)
    throw new CommandError(translate(importMessages.needsJob, { path }));
  return nameJobDir(path, flags);
}

export function nameJobDir(path: string, { job, mock }: JobFlags): string {
  return job ?? `${path}.${mock ? "mock-" : ""}import`;
}

/**
 * Rejects a file of rejected rows without its job, and one that the run itself would overwrite.
 *
 * @param job the job directory, if it was named
 * @throws CommandError
 */
export async function assertNotRejected(
  path: string,
  { job, jobDir }: { readonly job: string | undefined; readonly jobDir: string },
): Promise<void> {
  // As a job of its own, it would send rows that the job that rejected them knows to be created.
  if (job === undefined && (await isRejectedFile(path)))
    throw new CommandError(translate(importMessages.rejectedFile, { path }));
  // A run rewrites its rejected.* file: rows that it reads from there would be lost if it ends early.
  if (resolve(dirname(path)) === resolve(jobDir) && basename(path).startsWith("rejected."))
    throw new CommandError(translate(importMessages.jobOutput, { path }));
}
