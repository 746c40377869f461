import { closeSync, openSync, readSync, statSync } from "node:fs";
import { REJECTED_FIELD } from "./json/rejected-json.js";
import { measureHeader } from "./table/schema/header-shape.js";
import { REJECTED_COLUMNS } from "./table/schema/rejected-columns.js";
import { chooseSheet } from "./xlsx/choose-sheet.js";
import { beginsAsWorkbook } from "./xlsx/signatures.js";

const BEGINNING_BYTES = 64 * 1024;

/** Whether a file was written for the rejected rows of a job: it begins as one. */
export async function isRejectedFile(path: string): Promise<boolean> {
  if (!statSync(path).isFile()) return false; // a pipe's bytes could not be read again
  if (beginsAsWorkbook(path)) return isRejectedWorkbook(path);
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

async function isRejectedWorkbook(path: string): Promise<boolean> {
  try {
    const { Workbook } = await import("./xlsx/workbook.js");
    const workbook = await Workbook.open(path);
    try {
      // Only its first row: `records` would read the whole sheet for its merged cells.
      for await (const { cells } of workbook.rows(await chooseSheet(workbook, undefined)))
        return measureHeader(cells).hasRejectionColumns;
    } finally {
      workbook.close();
    }
  } catch {
    // Whoever reads it says what is wrong.
  }
  return false;
}

function removeTrailingCommas(text: string): string {
  let end = text.length;
  while (text[end - 1] === ",") end--;
  return text.slice(0, end);
}
