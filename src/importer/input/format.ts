import { extname } from "node:path";
import type { InputFormat } from "./rows/interview-row.js";
import { beginsAsWorkbook } from "./xlsx/signatures.js";

const FORMATS: Readonly<Record<string, InputFormat>> = {
  ".csv": "csv",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
  ".json": "json",
  ".xlsx": "xlsx",
  ".xlsm": "xlsx",
};

/** A file's format: a workbook's by its content, any other by its name. Undefined if neither says it. */
export function detectFormat(path: string): InputFormat | undefined {
  return beginsAsWorkbook(path) ? "xlsx" : FORMATS[extname(path).toLowerCase()];
}
