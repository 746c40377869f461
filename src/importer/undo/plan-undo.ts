import { digestKey } from "../keys/external-id.js";
import { IdSet } from "../keys/id-set.js";
import { KeyState } from "../keys/key-index.js";
import { type CreatedInterview, type CreatedInterviews, loadCreated } from "../stored/created-interviews.js";
import type { UndoPlan } from "./undo-options.js";

/**
 * Counts what an undo of a job would delete, at most, what others have deleted before, and what it would not look for.
 *
 * @param only the keys to undo; all by default
 * @throws JobError if the job cannot be read
 */
export async function planUndo(jobDir: string, only?: ReadonlySet<string>): Promise<UndoPlan> {
  const created = await loadCreated(jobDir);
  const summary = await summarize(listUndoable(created, only));
  const { index } = created;
  const count = (state: KeyState) =>
    only ? [...only].filter((key) => index.get(digestKey(key))?.state === state).length : index.count(state);
  const undone = count(KeyState.Undone);
  const unknown = count(KeyState.Ambiguous);
  const notCreated = only ? only.size - summary.count - undone - unknown : 0;
  return { ...summary, undone, unknown, notCreated };
}

/** Yields the interviews that an undo would delete. */
export async function* listUndoable(
  created: CreatedInterviews,
  only: ReadonlySet<string> | undefined,
): AsyncGenerator<CreatedInterview> {
  for await (const interview of created.list()) if (!only || only.has(interview.key)) yield interview;
}

/** Counts interviews and their applications, and finds when the first and the last of them were created. */
export async function summarize(
  interviews: AsyncIterable<CreatedInterview>,
): Promise<Omit<UndoPlan, "undone" | "unknown" | "notCreated">> {
  const applications = new IdSet(1000);
  let count = 0;
  let firstMs = Infinity;
  let lastMs = -Infinity;
  for await (const { application, createdAtMs } of interviews) {
    count++;
    applications.add(application);
    firstMs = Math.min(firstMs, createdAtMs ?? firstMs);
    lastMs = Math.max(lastMs, createdAtMs ?? lastMs);
  }
  return {
    count,
    applications: applications.size,
    firstCreatedAt: toIso(firstMs),
    lastCreatedAt: toIso(lastMs),
  };
}

function toIso(ms: number): string | undefined {
  return Number.isFinite(ms) ? new Date(ms).toISOString() : undefined;
}
