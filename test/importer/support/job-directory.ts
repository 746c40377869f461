import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Report } from "../../../src/importer/index.js";
import type { JournalEntry } from "../../../src/importer/job/journal/journal-entry.js";

/** Creates a directory that is removed after the test. */
export async function createEmptyDirectory(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "feishu-hire-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** The path of a job directory that does not exist yet. */
export async function reserveJobDirectory(): Promise<string> {
  return join(await createEmptyDirectory(), "job");
}

/** As `reserveJobDirectory`, for many in one test: the caller removes each with its parent. */
export async function newJobDirectory(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), "feishu-hire-")), "job");
}

export interface CreatedLine {
  readonly external_id: string;
  readonly id: string;
  readonly external_application_id: string;
  readonly line: number;
}

export interface UnknownLine extends Omit<CreatedLine, "id"> {
  readonly first_try_at: string;
  readonly reason: string;
}

export interface RejectedLine {
  readonly external_id?: string;
  readonly _rejected: { reason: string; field?: string; code?: number; log_id?: string };
}

/** The contents of a job's files. */
export interface OutcomeFiles {
  readonly created: CreatedLine[];
  readonly unknown: UnknownLine[];
  readonly rejected: RejectedLine[];
  readonly report: Report;
}

export function readOutcomeFiles(job: string): OutcomeFiles {
  return {
    created: readLines(join(job, "created.jsonl")),
    unknown: readLines(join(job, "unknown.jsonl")),
    rejected: readLines(join(job, "rejected.jsonl")),
    report: JSON.parse(readFileSync(join(job, "report.json"), "utf8")),
  };
}

export function readJournalEntries(job: string): JournalEntry[] {
  return readLines(join(job, "journal.jsonl"));
}

/** Reads a JSONL file's values; none if there is no file. */
function readLines<T>(path: string): T[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}
