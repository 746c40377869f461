import { readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { describeSystemError, isSystemError } from "../../importer/index.js";
import { translate } from "../language/translate.js";
import { fileMessages } from "../messages/files.js";

/** Why a file that was named cannot be read, and what to do. */
export function describeUnreadable(path: string, error: unknown): string {
  if (isSystemError(error) && error.code === "EISDIR") return translate(fileMessages.isDirectory, { path });
  if (!isSystemError(error) || error.code !== "ENOENT")
    return translate(fileMessages.cannotRead, { path, reason: explainSystemError(error) });
  const folder = dirname(resolve(path));
  const hidden = findHiddenName(folder, basename(path));
  return hidden === undefined
    ? translate(fileMessages.noFile, { path, folder })
    : translate(fileMessages.hiddenName, { path, found: join(dirname(path), hidden) });
}

/** What an error of the operating system means, in the language of the command. */
export function explainSystemError(error: unknown): string {
  const { en, zh = en } = describeSystemError(error);
  return translate({ en, zh });
}

/** The ends of names that Windows hides, of files that this tool reads. */
const HIDDEN_ENDS = [".txt", ".csv", ".xlsx", ".xls", ".json", ".jsonl"];

/** The file that Windows shows by this name, without the end of its own. */
function findHiddenName(folder: string, name: string): string | undefined {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    const found = entries.find(
      (entry) => entry.isFile() && HIDDEN_ENDS.some((end) => entry.name === name + end),
    );
    return found?.name;
  } catch {
    return undefined; // no such folder
  }
}
