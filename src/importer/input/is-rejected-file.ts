import { closeSync, openSync, readSync, statSync } from "node:fs";
import { REJECTED_FIELD } from "./json/rejected-json.js";
import { REJECTED_COLUMNS } from "./table/schema/rejected-columns.js";

const BEGINNING_BYTES = 64 * 1024;

/** Whether a file was written for the rejected rows of a job: it begins as one. */
export function isRejectedFile(path: string): boolean {
  if (!statSync(path).isFile()) return false; // a pipe's bytes could not be read again
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(BEGINNING_BYTES);
    const [firstLine = ""] = bytes.toString("latin1", 0, readSync(file, bytes)).split(/[\r\n]/, 1);
    const names = firstLine
      .replace(/[;|\t]/g, ",")
      .replace(/["\s]/g, "")
      .toLowerCase();
    return (
      removeTrailingCommas(names).endsWith(REJECTED_COLUMNS.join(",")) ||
      firstLine.startsWith(`{"${REJECTED_FIELD}":`)
    );
  } finally {
    closeSync(file);
  }
}

function removeTrailingCommas(text: string): string {
  let end = text.length;
  while (text[end - 1] === ",") end--;
  return text.slice(0, end);
}
