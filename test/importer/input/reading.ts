import { fileURLToPath } from "node:url";
import { InputError } from "../../../src/importer/input/input-error.js";
import { readInterviews } from "../../../src/importer/input/open-input.js";
import type {
  InputOptions,
  InterviewInput,
  InterviewRow,
  RowProblem,
} from "../../../src/importer/input/rows/interview-row.js";
import type { Phrase } from "../../../src/importer/messages/phrase.js";

export const APPLICATION = "6960663240925956437";

export const HEADER: string =
  "external_id,external_application_id,participate_status,begin_time,end_time,username,conclusion,comment," +
  "dimension_title,dimension_description,dimension_type,dimension_value";

export function getFixturePath(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
}

/** Yields the bytes in chunks of the given sizes, repeated as needed. */
export async function* splitIntoChunks(
  bytes: Uint8Array,
  sizes: readonly number[] = [bytes.length || 1],
): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

export function openText(
  text: string | Uint8Array,
  options: InputOptions,
  sizes?: readonly number[],
): InterviewInput {
  return readInterviews(splitIntoChunks(Buffer.from(text), sizes), options);
}

export async function readAll(input: InterviewInput): Promise<InterviewRow[]> {
  const rows: InterviewRow[] = [];
  for await (const row of input) rows.push(row);
  return rows;
}

/** Converts rows to objects that can be compared, with the text that they came from. */
export function toComparable(rows: readonly InterviewRow[]): object[] {
  return rows.map(({ readRaw, ...row }) => ({ ...row, locate: undefined, raw: readRaw() }));
}

/** As `readAll`, but returns no rows if the input has no interviews. */
export async function readAllOrNone(input: InterviewInput): Promise<InterviewRow[]> {
  try {
    return await readAll(input);
  } catch (error) {
    if (error instanceof InputError && error.phrase.key === "noInterviews") return [];
    throw error;
  }
}

export function readJsonl(text: string | Uint8Array): Promise<InterviewRow[]> {
  return readAll(openText(text, { format: "jsonl" }));
}

/** Reads CSV records below the usual header. */
export function readCsv(records: string, timeZone?: string): Promise<InterviewRow[]> {
  return readAll(openText(`${HEADER}\n${records}`, { format: "csv", timeZone }));
}

/** Formats a record of these cells, the others blank. */
export function formatRecord(cells: Readonly<Record<string, string>>): string {
  return HEADER.split(",")
    .map((name) => cells[name] ?? "")
    .join(",");
}

/** Lists the warnings about the input as a whole, except that a stream can be read only once. */
export function listInputWarnings(input: InterviewInput): Phrase[] {
  return input.warnings.filter(({ key }) => key !== "readOnce");
}

/** A problem, whatever its wording: where it is, what was expected and what was received. */
export type ProblemKind = readonly [line: number, field: string, expected: string, received: string];

export function listProblems(row: InterviewRow | undefined): ProblemKind[] {
  return row?.problems.map(toKind) ?? [];
}

export function listWarnings(row: InterviewRow | undefined): ProblemKind[] {
  return row?.warnings.map(toKind) ?? [];
}

function toKind({ line, field, expected, received }: RowProblem): ProblemKind {
  return [line, field, expected.key, received.key];
}
