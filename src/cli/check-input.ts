import { DuplicateIds, type InterviewRow } from "../importer/index.js";
import type { ReadOptions } from "./commands/validate.js";
import { openInput } from "./input-file.js";

/** What is said of a file, and where. */
export interface Remark {
  readonly level: "problem" | "warning";
  readonly message: string;
}

/** Tells on stdout, since a remark may repeat a short cell: in words, or as JSON, one a line. */
export function tellerOf(path: string, json = false): (remark: Remark) => void {
  return (remark) => {
    const { level, message } = remark;
    process.stdout.write(`${json ? JSON.stringify(remark) : `${path}: ${level}: ${message}`}\n`);
  };
}

/** A file read to its end, with nothing sent. */
export interface Checked {
  readonly valid: number;
  readonly refused: number;
  /** So many of the valid ones need a key made for them. */
  readonly withoutId: number;
}

/**
 * Reads a whole file and tells every problem and warning with its place.
 *
 * @param onValid told each interview that can be imported
 */
export async function checkInput(
  path: string,
  options: ReadOptions,
  tell: (remark: Remark) => void,
  onValid: (body: NonNullable<InterviewRow["body"]>) => void = () => {},
): Promise<Checked> {
  const { interviews, sizeBytes } = await openInput(path, options);
  const seen = new DuplicateIds(sizeBytes);
  let valid = 0;
  let refused = 0;
  let withoutId = 0;
  for await (const row of interviews) {
    const twin = seen.check(row);
    for (const warning of row.warnings) tell({ level: "warning", ...warning });
    for (const problem of twin ? [...row.problems, twin] : row.problems)
      tell({ level: "problem", ...problem });
    if (!row.body || twin) {
      refused++;
      continue;
    }
    valid++;
    const { body, assignedId } = row;
    if (body.external_id === undefined && assignedId === undefined) withoutId++;
    onValid(assignedId === undefined ? body : { external_id: assignedId, ...body });
  }
  for (const message of interviews.warnings) tell({ level: "warning", message });
  return { valid, refused, withoutId };
}
