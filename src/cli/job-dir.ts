import { CommandError } from "./command-error.js";
import type { InputFile } from "./input-file.js";
import { translate } from "./language/translate.js";
import { importMessages } from "./messages/commands/import.js";

/** The job directory beside a file. @throws CommandError for a pipe, which has no path */
export function getDefaultJobDir(path: string, { sizeBytes }: InputFile, isMock = false): string {
  if (sizeBytes === undefined) throw new CommandError(translate(importMessages.needsJob, { path }));
  return nameJobDir(path, isMock);
}

export function nameJobDir(path: string, isMock = false): string {
  return `${path}.${isMock ? "mock-" : ""}import`;
}
