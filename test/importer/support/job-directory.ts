import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Report } from "../../../src/importer/index.js";
import type { JournalEntry } from "../../../src/importer/job/journal/journal-entry.js";

/** An empty directory that goes with the test. */
export async function emptyDirectory(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "feishu-hire-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Where a job may be; it is not there yet. */
export async function jobDirectory(): Promise<string> {
  return join(await emptyDirectory(), "job");
}

/** The same for many in one test, each removed with its parent by whoever asked for it. */
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

/** What a job's directory holds. */
export interface OutcomeFiles {
  readonly created: CreatedLine[];
  readonly unknown: UnknownLine[];
  readonly rejected: RejectedLine[];
  readonly report: Report;
}

export function outcomeFilesOf(job: string): OutcomeFiles {
  return {
    created: linesOf(join(job, "created.jsonl")),
    unknown: linesOf(join(job, "unknown.jsonl")),
    rejected: linesOf(join(job, "rejected.jsonl")),
    report: JSON.parse(readFileSync(join(job, "report.json"), "utf8")),
  };
}

export function journalOf(job: string): JournalEntry[] {
  return linesOf(join(job, "journal.jsonl"));
}

/** A JSONL file's values; none where there is no file. */
function linesOf<T>(path: string): T[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}
