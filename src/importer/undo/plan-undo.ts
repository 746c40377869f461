import { join } from "node:path";
import { notAJob, rethrowUnreadable } from "../job/not-a-job.js";
import { keyDigest } from "../keys/external-id.js";
import { KeyIndex, KeyState } from "../keys/key-index.js";
import { CreatedInterviews } from "../stored/created-interviews.js";
import type { UndoPlan } from "./undo-options.js";

/**
 * Counts what an undo of a job would delete, at most.
 *
 * @param only the keys to undo; all by default
 * @throws JobError if the job cannot be read
 */
export async function planUndo(jobDir: string, only?: ReadonlySet<string>): Promise<UndoPlan> {
  const path = join(jobDir, "journal.jsonl");
  const created = await CreatedInterviews.load(path).catch((error: unknown) =>
    rethrowUnreadable(error, jobDir),
  );
  if (!created.header) throw notAJob(jobDir);
  const applications = new KeyIndex(1000);
  let count = 0;
  let firstMs = Number.POSITIVE_INFINITY;
  let lastMs = Number.NEGATIVE_INFINITY;
  for await (const { key, application, createdAtMs } of created.list()) {
    if (only && !only.has(key)) continue;
    count++;
    applications.set(keyDigest(application), {
      ...{ state: KeyState.Seen, content: 0, firstTryAtSeconds: 0, line: 0 },
    });
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
