import type { ExternalInterviewCreate } from "../../../generated/schema.js";
import type { InterviewRow, InvalidRow, Rejection, ValidRow } from "../input/rows/interview-row.js";
import { type ContentDigest, digestContent, NO_CONTENT } from "../keys/content-digest.js";
import { deriveExternalId, digestKey } from "../keys/external-id.js";
import type { IdIndex } from "../keys/id-index.js";
import { hasBeenSent, type KeyEntry, type KeyIndex, KeyState } from "../keys/key-index.js";
import { type Phrase, phrase } from "../messages/phrase.js";
import { normalizeStored } from "../stored/normalize-stored.js";
import { describeProblems } from "./describe-problems.js";
import { getFreeAtMs, IDEMPOTENCY_WINDOW_MS, RESUME_MARGIN_MS } from "./key-window.js";
import { findOtherOwner, type OtherJob } from "./other-jobs.js";
import { WindowExpiredError } from "./window-expired-error.js";

/** What to do with a row. */
export type Decision =
  | { readonly action: "send"; readonly pending: PendingSend }
  | { readonly action: "reject"; readonly key: string | undefined; readonly rejection: Rejection }
  /** It was of unknown outcome, and has been found in Feishu. */
  | { readonly action: "found"; readonly key: string; readonly id: string }
  /** Its key belongs to other content. That concerns this row only, and says nothing about others. */
  | { readonly action: "conflict"; readonly key: string; readonly rejection: Rejection }
  /** It was created with other content, and is to be overwritten. */
  | { readonly action: "update"; readonly update: PendingUpdate }
  /** No row can be sent until the run's options change. */
  | { readonly action: "stop"; readonly reason: Phrase; readonly missingArguments: readonly string[] }
  /** It was undone, and Feishu may still remember its key. */
  | ({ readonly action: "postpone"; readonly key: string; readonly reason: Phrase } & Postponement)
  /** It was created before (skip), repeats another row (duplicate), or may have been created (unknown). */
  | { readonly action: "skip" | "duplicate" | "unknown"; readonly key: string; readonly reason: Phrase };

/** Why a row waits. */
export interface Postponement {
  /** The other job that has undone it; undefined if it was this one. */
  readonly undoneBy: string | undefined;
  /** When the row can be sent. */
  readonly untilMs: number;
}

/** An interview that is to be sent. */
export interface PendingSend {
  readonly key: string;
  readonly content: ContentDigest;
  readonly row: ValidRow;
  /** When it was first sent, in milliseconds, if that may have created it. */
  readonly ambiguousSinceMs: number | undefined;
}

/** A created interview that is to be overwritten with a row. */
export interface PendingUpdate {
  readonly key: string;
  readonly id: string;
  readonly content: ContentDigest;
  readonly row: ValidRow;
}

/** What decisions depend on. */
export interface DecisionContext {
  readonly index: KeyIndex;
  /** The namespace of derived keys. */
  readonly idNamespace: string | undefined;
  /** Wall-clock milliseconds. */
  readonly now: () => number;
  /** How many times the content of a derived key has been repeated, by key. */
  readonly occurrences: Map<string, number>;
  readonly otherJobs: readonly OtherJob[];
  /** Whether what other jobs have created may be sent again. */
  readonly repeatsOtherJobs: boolean;
  /** Feishu's ids by key, if created interviews are to be updated. */
  readonly updatableIds: IdIndex | undefined;
  /** By key, why interviews of unknown outcome are not sent again. */
  readonly unsettled: ReadonlyMap<string, Phrase>;
  /** The keys of interviews of unknown outcome that Feishu does not have. */
  readonly notCreated: ReadonlySet<string>;
  /** Feishu's ids of interviews of unknown outcome that it has, by key. */
  readonly foundIds: ReadonlyMap<string, string>;
}

/** Decides whether a row is sent, and under which key. A row that comes a second time is never sent. */
export function decideRow(context: DecisionContext, row: InterviewRow): Decision {
  if (row.body === undefined) return decideInvalid(context, row);
  const key = findKey(context, row);
  if (key === undefined)
    return {
      action: "stop",
      reason: phrase("needsNamespace", { line: row.line }),
      missingArguments: ["--id-namespace", "NAME"],
    };
  // Normalized, so that it can be compared with what Feishu returns.
  return decideValid(context, key, digestContent(normalizeStored(row.body)), row);
}

/** Returns the key of the row that was decided on; undefined if it needs a namespace, or belongs to another job. */
export function getKey(decision: Decision): string | undefined {
  switch (decision.action) {
    case "send":
      return decision.pending.key;
    case "update":
      return decision.update.key;
    case "stop":
      return undefined;
    default:
      return decision.key;
  }
}

/** Returns a row's key; undefined if it needs a namespace to have one. */
export function findKey(
  context: Pick<DecisionContext, "idNamespace" | "index" | "occurrences">,
  { body, assignedId }: ValidRow,
): string | undefined {
  return body.external_id ?? assignedId ?? deriveKey(context, body);
}

/** @throws WindowExpiredError if the interview may have been created too long ago to send it again */
export function assertInWindow({ ambiguousSinceMs }: PendingSend, now: number): void {
  if (isWindowExpired(ambiguousSinceMs, now)) throw new WindowExpiredError();
}

function decideValid(context: DecisionContext, key: string, content: ContentDigest, row: ValidRow): Decision {
  const digest = digestKey(key);
  const entry = context.index.get(digest) ?? newEntry(content);
  const isSame = entry.content === content;
  if (entry.line > 0) {
    if (isSame) return { action: "duplicate", key, reason: phrase("repeatsLine", { line: entry.line }) };
    return rejectConflict(key, row, phrase("idOnOtherLine", { line: entry.line }));
  }
  const state = context.notCreated.has(key) ? KeyState.Seen : entry.state;
  // Later rows with this key are compared with this one.
  context.index.set(digest, { ...entry, content, line: row.line });
  if (state === KeyState.Created && isSame) {
    const id = context.foundIds.get(key);
    if (id !== undefined) return { action: "found", key, id };
    return { action: "skip", key, reason: phrase("createdBefore") };
  }
  if (state === KeyState.Created || state === KeyState.Updating) {
    const id = context.updatableIds?.get(digest);
    if (id !== undefined) return { action: "update", update: { key, id, content, row } };
    return rejectConflict(key, row, phrase(state === KeyState.Created ? "createdOtherwise" : "updateOpen"));
  }
  if (state === KeyState.Undone) {
    const freeAtMs = getFreeAtMs(entry.firstTryAtSeconds * 1000);
    // Sent earlier, it could be taken for a repeat, whose result is the interview that was deleted.
    if (context.now() < freeAtMs) {
      const reason = phrase("undoneRecently", { time: new Date(freeAtMs) });
      return { action: "postpone", key, reason, untilMs: freeAtMs, undoneBy: undefined };
    }
  }
  const ambiguousSinceMs = state === KeyState.Ambiguous ? entry.firstTryAtSeconds * 1000 : undefined;
  if (state === KeyState.Undoing) return { action: "unknown", key, reason: phrase("undoOpen") };
  const unsettled = context.unsettled.get(key);
  if (ambiguousSinceMs !== undefined && unsettled) return { action: "unknown", key, reason: unsettled };
  if (ambiguousSinceMs !== undefined && !isSame)
    return { action: "unknown", key, reason: phrase("changedAmbiguous") };
  if (isWindowExpired(ambiguousSinceMs, context.now()))
    return { action: "unknown", key, reason: phrase("windowExpired") };
  // What this job may have created itself is sent as a repeat, whatever other jobs have.
  const other = ambiguousSinceMs === undefined ? findOtherOwner(context, digest) : undefined;
  if (other?.freeAtMs !== undefined) {
    const { freeAtMs: untilMs, jobDir: job } = other;
    const reason = phrase("undoneInOtherJob", { job, time: new Date(untilMs) });
    return { action: "postpone", key, reason, untilMs, undoneBy: job };
  }
  if (other && context.repeatsOtherJobs && other.isAmbiguous)
    return rejectConflict(key, row, phrase("unknownInOtherJob", { job: other.jobDir }));
  if (other && !context.repeatsOtherJobs)
    return {
      action: "stop",
      reason: phrase("createdByOtherJob", { line: row.line, job: other.jobDir }),
      missingArguments: ["--job", other.jobDir],
    };
  return { action: "send", pending: { key, content, row, ambiguousSinceMs } };
}

function decideInvalid({ index, notCreated }: DecisionContext, row: InvalidRow): Decision {
  const { externalId, assignedId, line, problems } = row;
  const key = externalId ?? assignedId;
  const rejection = { reason: describeProblems(problems), problems, field: problems[0].field };
  if (key === undefined) return { action: "reject", key, rejection };
  const digest = digestKey(key);
  const entry = index.get(digest) ?? newEntry(NO_CONTENT);
  if (entry.line > 0) return { action: "reject", key, rejection };
  // Content that was sent is kept. Any other is cleared, so that no later row counts as a duplicate of this one.
  index.set(digest, { ...entry, content: hasBeenSent(entry) ? entry.content : NO_CONTENT, line });
  switch (notCreated.has(key) ? KeyState.Seen : entry.state) {
    case KeyState.Ambiguous:
    case KeyState.Undoing:
      return { action: "unknown", key, reason: phrase("invalidAmbiguous") };
    case KeyState.Updating:
    case KeyState.Created: // from a fixed copy of this row, for example
      return { action: "skip", key, reason: phrase("createdFromOtherRow") };
    default:
      return { action: "reject", key, rejection };
  }
}

function isWindowExpired(ambiguousSinceMs: number | undefined, now: number): boolean {
  if (ambiguousSinceMs === undefined) return false;
  // A first try in the future: the clock is wrong now, or was then, so nobody knows how long ago it was.
  return (
    now >= ambiguousSinceMs + IDEMPOTENCY_WINDOW_MS - RESUME_MARGIN_MS ||
    now < ambiguousSinceMs - RESUME_MARGIN_MS
  );
}

/** Derives a key from the content; identical rows differ by their occurrence. */
function deriveKey(
  { idNamespace, index, occurrences }: Pick<DecisionContext, "idNamespace" | "index" | "occurrences">,
  body: ExternalInterviewCreate,
): string | undefined {
  if (idNamespace === undefined) return undefined;
  const first = deriveExternalId(idNamespace, body);
  const seen = index.get(digestKey(first));
  if (!seen || seen.line === 0) return first;
  const occurrence = (occurrences.get(first) ?? 0) + 1;
  occurrences.set(first, occurrence);
  return deriveExternalId(idNamespace, body, occurrence);
}

function newEntry(content: ContentDigest): KeyEntry {
  return { state: KeyState.Seen, content, firstTryAtSeconds: 0, line: 0 };
}

function rejectConflict(key: string, { locate }: ValidRow, reason: Phrase): Decision {
  const field = locate?.("/external_id")?.field || "external_id";
  return { action: "conflict", key, rejection: { reason, field } };
}
