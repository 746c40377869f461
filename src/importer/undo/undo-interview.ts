import type { Clock } from "../../clock.js";
import type { FeishuHire } from "../../index.js";
import { FeishuHireError } from "../../index.js";
import type { Journal } from "../job/journal/journal.js";
import { digestContent } from "../keys/content-digest.js";
import type { Outage } from "../run/outage.js";
import type { CreatedInterview } from "../stored/created-interviews.js";
import { normalizeStored } from "../stored/normalize-stored.js";
import { isNotFound, mayBeUnknownId, queryByIds } from "../stored/query-by-ids.js";
import { MAX_QUERY_LAG_MS, SECOND_QUERY_DELAY_MS } from "../stored/query-lag.js";
import type { Undoing } from "./undo-options.js";

export interface UndoContext {
  readonly client: FeishuHire;
  readonly journal: Journal;
  readonly outage: Outage;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly changedToo: boolean;
  /** The keys of interviews that an earlier run was about to delete. */
  readonly openUndoings: ReadonlySet<string>;
}

/** A delete whose outcome is unknown is sent this many times at most. */
const MAX_DELETES = 3;

/** What happened to some interviews, and what ended the run, if anything did. */
export interface UndoneBatch {
  readonly undoings: readonly Undoing[];
  readonly failure: PromiseRejectedResult | undefined;
}

/**
 * Undoes up to twenty interviews: queries them, and deletes each that is as the job has created it. Those that are not
 * begun when the run stops are missing from the result.
 */
export async function undoInterviews(
  interviews: readonly CreatedInterview[],
  context: UndoContext,
): Promise<UndoneBatch> {
  const [lookup] = await Promise.allSettled([query(interviews, context)]);
  if (lookup.status === "rejected") return { undoings: [], failure: lookup };
  const found = lookup.value;
  const running = interviews.map(async (interview): Promise<Undoing | undefined> => {
    const { key, id, line } = interview;
    const stored = found.get(id);
    const wasBegun = context.openUndoings.has(key);
    if (!stored && !wasBegun) return { key, id, line, result: "notFound" };
    const isChanged = stored && digestContent(normalizeStored(stored)) !== interview.contentDigest;
    // A deletion that has begun is finished, however the interview has changed since.
    if (isChanged && !wasBegun && !context.changedToo) return { key, id, line, result: "kept" };
    if (context.signal.aborted) return undefined;
    return { key, id, line, result: await deleteInterview(interview, context) };
  });
  // If one of them ends the run, the others are in flight: the job stays open until they are recorded.
  const settled = await Promise.allSettled(running);
  const undoings = settled.flatMap((result) => (result.status === "fulfilled" && result.value) || []);
  return { undoings, failure: settled.find((result) => result.status === "rejected") };
}

async function deleteInterview(
  interview: CreatedInterview,
  context: UndoContext,
): Promise<"undone" | "unknown" | "rejected"> {
  const { journal, client, outage, signal, clock } = context;
  const { key, id, createdAtMs = clock.now() } = interview;
  await journal.append({ type: "undoing", key, id });
  const record = async () => {
    await journal.append({ type: "undone", key, createdByMs: createdAtMs });
    return "undone" as const;
  };
  let isUnknown = false;
  const send = async () => {
    try {
      await client.externalInterviews.delete(id);
    } catch (error) {
      if (error instanceof FeishuHireError) isUnknown ||= error.mayHaveSucceeded;
      throw error;
    }
  };
  /** Takes the record of the deletion back, if no request can have deleted it. */
  const takeBack = async () => {
    if (!isUnknown && !context.openUndoings.has(key)) await journal.append({ type: "undoRejected", key });
  };
  for (let deletes = 1; ; deletes++) {
    try {
      await outage.waitOut(send, signal);
      return await record();
    } catch (error) {
      if (!(error instanceof FeishuHireError)) throw error;
      if (!isUnknown && !mayBeUnknownId(error) && !isNotFound(error)) {
        await takeBack();
        throw error;
      }
      // A query shows whether it was deleted; if it still shows the interview, it may lag behind.
      if (!(await isShown(interview, context)))
        return (await isGone(interview, context)) ? await record() : "unknown";
      if (deletes < MAX_DELETES && isUnknown) continue;
      await takeBack();
      return isUnknown ? "unknown" : "rejected";
    }
  }
}

/** Whether an interview that a query has not shown is gone, and not just too new to be shown. */
async function isGone(interview: CreatedInterview, context: UndoContext): Promise<boolean> {
  const { clock, signal } = context;
  const { createdAtMs = clock.now() } = interview;
  if (clock.now() < createdAtMs + MAX_QUERY_LAG_MS) return false;
  await clock.wait(SECOND_QUERY_DELAY_MS, signal).catch(() => {});
  return !signal.aborted && !(await isShown(interview, context));
}

async function isShown(interview: CreatedInterview, context: UndoContext): Promise<boolean> {
  return (await query([interview], context)).has(interview.id);
}

function query(
  interviews: readonly CreatedInterview[],
  { client, outage, signal }: UndoContext,
): ReturnType<typeof queryByIds> {
  const ids = interviews.map(({ id }) => id);
  return outage.waitOut(() => queryByIds(ids, { client }), signal);
}
