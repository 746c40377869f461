import { join } from "node:path";
import { notAJob, rethrowUnreadable } from "../job/not-a-job.js";
import { IdSet } from "../keys/id-set.js";
import { type CreatedInterview, CreatedInterviews } from "../stored/created-interviews.js";
import type { UndoPlan } from "./undo-options.js";

/**
 * Counts what an undo of a job would delete, at most.
 *
 * @param only the keys to undo; all by default
 * @throws JobError if the job cannot be read
 */
export async function planUndo(jobDir: string, only?: ReadonlySet<string>): Promise<UndoPlan> {
  return summarize(listUndoable(await loadCreated(jobDir), only));
}

/** @throws JobError if the job cannot be read */
export async function loadCreated(jobDir: string): Promise<CreatedInterviews> {
  const path = join(jobDir, "journal.jsonl");
  const created = await CreatedInterviews.load(path).catch((error: unknown) =>
    rethrowUnreadable(error, jobDir),
  );
  if (!created.header) throw notAJob(jobDir);
  return created;
}

/** The interviews that an undo is about. */
export async function* listUndoable(
  created: CreatedInterviews,
  only: ReadonlySet<string> | undefined,
): AsyncGenerator<CreatedInterview> {
  for await (const interview of created.list()) if (!only || only.has(interview.key)) yield interview;
}

/** Counts interviews. */
export async function summarize(interviews: AsyncIterable<CreatedInterview>): Promise<UndoPlan> {
  const applications = new IdSet(1000);
  let count = 0;
  let firstMs = Number.POSITIVE_INFINITY;
  let lastMs = Number.NEGATIVE_INFINITY;
  for await (const { application, createdAtMs } of interviews) {
    count++;
    applications.add(application);
    firstMs = Math.min(firstMs, createdAtMs ?? firstMs);
    lastMs = Math.max(lastMs, createdAtMs ?? lastMs);
  }
  return {
    ...{ count, applications: applications.size },
    firstCreatedAt: toIso(firstMs),
    lastCreatedAt: toIso(lastMs),
  };
}

function toIso(ms: number): string | undefined {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : undefined;
}
