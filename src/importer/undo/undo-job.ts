import { join } from "node:path";
import { systemClock } from "../../clock.js";
import { FeishuHireError } from "../../index.js";
import { JobError } from "../job/errors.js";
import { isOfAccount } from "../job/header.js";
import { Journal } from "../job/journal/journal.js";
import { getFreeAtMs } from "../job/key-window.js";
import { lockJob } from "../job/lock.js";
import { rethrowUnusable } from "../job/read-job.js";
import { phrase } from "../messages/phrase.js";
import { DEFAULT_MAX_OUTAGE_MS, Outage } from "../run/outage.js";
import { OutcomeFile, rethrowUnwritten } from "../run/outcome-file.js";
import { writeKeyFiles } from "../run/write-key-files.js";
import { type CreatedInterviews, loadCreated } from "../stored/created-interviews.js";
import { inBatches } from "../stored/in-batches.js";
import { MAX_IDS } from "../stored/query-by-ids.js";
import { listUndoable, summarize } from "./plan-undo.js";
import { undoInterviews } from "./undo-interview.js";
import type { Undoing, UndoOptions, UndoReport } from "./undo-options.js";

/**
 * Deletes what a job has created, and nothing else. Each deletion is in the journal before it is sent and after it;
 * run again, it continues. What was left alone is in the job directory's kept.jsonl.
 *
 * @throws JobError if the job is locked, another app's, or if `expectedCount` is not the number of its interviews
 * @throws FeishuHireError if a call fails for a reason that concerns all interviews
 */
export async function* undoJob(options: UndoOptions): AsyncGenerator<Undoing, UndoReport> {
  const { jobDir } = options;
  const unlock = await lockJob(jobDir, options.forceUnlock).catch((error: unknown) =>
    rethrowUnusable(error, jobDir),
  );
  try {
    return yield* deleteAll(await loadUndoable(options), options);
  } catch (error) {
    return rethrowUnusable(error, jobDir);
  } finally {
    await unlock();
  }
}

/** @throws JobError if the job cannot be read, is another app's, or has another number of interviews */
async function loadUndoable({
  jobDir,
  client,
  only,
  expectedCount,
}: UndoOptions): Promise<CreatedInterviews> {
  const created = await loadCreated(jobDir);
  const { appId: app, host } = created.header;
  if (!isOfAccount(created.header, client))
    throw new JobError(phrase("otherAccount", { job: jobDir, app, host }));
  const { count } = await summarize(listUndoable(created, only));
  if (count !== expectedCount) throw new JobError(phrase("otherCount", { count, expected: expectedCount }));
  return created;
}

async function* deleteAll(
  created: CreatedInterviews,
  options: UndoOptions,
): AsyncGenerator<Undoing, UndoReport> {
  const { jobDir, client, only, signal = new AbortController().signal, clock = systemClock } = options;
  const { maxOutageMs = DEFAULT_MAX_OUTAGE_MS, onOutage: onWait, changedToo = false } = options;
  const { openUndoings } = created;
  const kept = new OutcomeFile(join(jobDir, "kept.jsonl"));
  let journal: Journal | undefined;
  let hasEnded = false;
  try {
    journal = await Journal.open(join(jobDir, "journal.jsonl"), options.openJournalFile);
    const outage = new Outage({ maxOutageMs, clock, onWait });
    const context = { client, journal, outage, signal, changedToo, openUndoings, clock };
    const counts = { undone: 0, kept: 0, notFound: 0, unknown: 0, rejected: 0 };
    let lastUndoneMs = -Infinity;
    // An aborted signal is not enough: it may have come after everything was deleted.
    let isInterrupted = false;
    for await (const batch of inBatches(listUndoable(created, only), MAX_IDS)) {
      if (signal.aborted) {
        isInterrupted = true;
        break;
      }
      const createdAtMs = new Map(batch.map((interview) => [interview.key, interview.createdAtMs]));
      const { undoings, failure } = await undoInterviews(batch, context);
      for (const undoing of undoings) {
        counts[undoing.result]++;
        if (undoing.result === "undone")
          lastUndoneMs = Math.max(lastUndoneMs, createdAtMs.get(undoing.key) ?? clock.now());
        else await kept.writeLine(describeKept(undoing));
        yield undoing;
      }
      // A stop ends the wait for an outage, with the failure that was waited out.
      if (failure && !(signal.aborted && failure.reason instanceof FeishuHireError)) throw failure.reason;
      isInterrupted = undoings.length < batch.length || (signal.aborted && undoings.some(isUnknown));
      if (isInterrupted) break;
    }
    hasEnded = true;
    await kept.finish().catch(rethrowUnwritten);
    return {
      ...counts,
      status: isInterrupted ? "interrupted" : "finished",
      reimportAt: counts.undone > 0 ? new Date(getFreeAtMs(lastUndoneMs)).toISOString() : undefined,
    };
  } finally {
    await kept.discard();
    await journal?.close();
    // Also after a failure, which matters more: some were deleted before it.
    if (journal)
      await writeKeyFiles(jobDir, options.language ?? "en").catch((error: unknown) => {
        if (hasEnded) rethrowUnwritten(error);
      });
  }
}

/** A line of kept.jsonl. */
function describeKept({ key, id, line, result }: Undoing): object {
  return { external_id: key, id, line, reason: result };
}

/** After a stop, no query has shown whether a deletion without a response was applied. */
function isUnknown({ result }: Undoing): boolean {
  return result === "unknown";
}
