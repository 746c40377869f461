import { extname } from "node:path";
import type { InputFormat } from "./rows/interview-row.js";

const FORMATS: Readonly<Record<string, InputFormat>> = {
  ".csv": "csv",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
  ".json": "json",
};

/** The format that a file's name tells; undefined if it tells none. */
export function detectFormat(path: string): InputFormat | undefined {
  return FORMATS[extname(path).toLowerCase()];
}
