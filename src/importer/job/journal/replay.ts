import { phrase } from "../../messages/phrase.js";
import { JobError } from "../errors.js";
import type { Intent, JournalChange, JournalHeader, JournalOutcome } from "./journal-entry.js";
import { readJournal } from "./read-journal.js";

/** An interview that may have been created: an intent without an outcome that settles it. */
export interface AmbiguousInterview {
  readonly intent: Intent;
  /** Why its outcome is unknown; undefined if the run ended before its response arrived. */
  readonly reason: string | undefined;
}

/** Follows a journal as it is replayed. */
export interface ReplayVisitor {
  intent?(intent: Intent): void;
  /** An outcome, and the intent that it belongs to. */
  outcome?(outcome: JournalOutcome, intent: Intent): void | Promise<void>;
  /** What happened to an interview after it was created. */
  change?(change: JournalChange): void;
}

/** The state that a journal describes. */
export interface Replay {
  readonly header: JournalHeader | undefined;
  readonly ambiguous: ReadonlyMap<string, AmbiguousInterview>;
  /** The keys of interviews that were about to be deleted when a run ended. */
  readonly openUndoings: ReadonlySet<string>;
}

/**
 * Replays a journal. An intent is open until an outcome settles it; `unknown` does not.
 *
 * @throws JobError if the journal is damaged
 */
export async function replay(path: string, visitor: ReplayVisitor = {}): Promise<Replay> {
  let header: JournalHeader | undefined;
  const ambiguous = new Map<string, AmbiguousInterview>();
  const openUndoings = new Set<string>();
  for await (const entry of readJournal(path)) {
    if (entry.type === "header") {
      header = entry;
    } else if (!header) {
      throw new JobError(phrase("damagedJournal", { path, line: 1 }));
    } else if (entry.type === "intent") {
      ambiguous.set(entry.key, { intent: entry, reason: undefined });
      visitor.intent?.(entry);
    } else if (isChange(entry)) {
      const { type, key } = entry;
      if (type === "undoing") openUndoings.add(key);
      else if (type === "undone" || type === "undoRejected") openUndoings.delete(key);
      visitor.change?.(entry);
    } else {
      const open = ambiguous.get(entry.key);
      if (!open) throw new JobError(phrase("lostIntent", { path }));
      if (entry.type === "unknown") ambiguous.set(entry.key, { intent: open.intent, reason: entry.reason });
      else ambiguous.delete(entry.key);
      await visitor.outcome?.(entry, open.intent);
    }
  }
  return { header, ambiguous, openUndoings };
}

function isChange(entry: JournalChange | JournalOutcome): entry is JournalChange {
  switch (entry.type) {
    case "undoing":
    case "undone":
    case "undoRejected":
    case "updating":
    case "updated":
    case "updateRejected":
      return true;
    default:
      return false;
  }
}
