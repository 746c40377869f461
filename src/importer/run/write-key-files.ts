import { join } from "node:path";
import type { Language } from "../../messages/language.js";
import type { Intent } from "../job/journal/journal-entry.js";
import { replay } from "../job/journal/replay.js";
import { type Phrase, phrase } from "../messages/phrase.js";
import { KeyFile } from "./key-file.js";

/** How many interviews are created, and how many may be. */
export interface KeyCounts {
  readonly created: number;
  readonly unknown: number;
}

/** What a journal says of deletions. */
interface Undoings {
  /** How often each key was undone: as many of its creations do not count. */
  readonly undone: ReadonlyMap<string, number>;
  /** The keys of interviews whose deletion was interrupted. */
  readonly open: ReadonlySet<string>;
}

const NO_UNDOINGS: Undoings = { undone: new Map(), open: new Set() };

/** By key, why interviews are unknown now; the journal has why they were when they were last sent. */
export type UnknownReasons = ReadonlyMap<string, Phrase>;

/**
 * Writes created.* and unknown.* from the journal, which covers all runs.
 *
 * @param language that of the reasons; those in the journal stay as they are
 * @returns how many interviews each file has
 */
export async function writeKeyFiles(
  jobDir: string,
  language: Language,
  reasons: UnknownReasons = new Map(),
): Promise<KeyCounts> {
  const words = { language, reasons };
  const { undoings, ...counts } = await writeFiles(jobDir, words, NO_UNDOINGS);
  if (undoings.undone.size + undoings.open.size === 0) return counts;
  // Few jobs have undone anything: only these are read twice.
  const { created, unknown } = await writeFiles(jobDir, words, undoings);
  return { created, unknown };
}

/** @param known the deletions that an earlier pass has found */
async function writeFiles(
  jobDir: string,
  { language, reasons }: { language: Language; reasons: UnknownReasons },
  known: Undoings,
): Promise<KeyCounts & { readonly undoings: Undoings }> {
  const remaining = new Map(known.undone);
  const undone = new Map<string, number>();
  const created = new KeyFile(jobDir, "created", ["external_id", "id", "external_application_id", "line"]);
  const unknown = new KeyFile(jobDir, "unknown", [
    ...["external_id", "id", "external_application_id", "first_try_at", "line", "reason"],
  ]);
  try {
    const { ambiguous, openUndoings } = await replay(join(jobDir, "journal.jsonl"), {
      outcome: async (outcome, intent) => {
        if (outcome.type !== "created") return;
        const { key, id } = outcome;
        const undoings = remaining.get(key) ?? 0;
        if (undoings > 0) remaining.set(key, undoings - 1);
        else if (known.open.has(key))
          await unknown.write(describeUnknown(intent, phrase("undoOpen").format(language), id));
        else {
          const { application, line } = intent;
          await created.write({ external_id: key, id, external_application_id: application, line });
        }
      },
      change({ type, key }) {
        if (type === "undone") undone.set(key, (undone.get(key) ?? 0) + 1);
      },
    });
    const noResponse = phrase("endedBeforeResponse").format(language);
    for (const [key, { intent, reason = noResponse }] of ambiguous)
      await unknown.write(describeUnknown(intent, reasons.get(key)?.format(language) ?? reason));
    await created.finish();
    await unknown.finish();
    return { created: created.lines, unknown: unknown.lines, undoings: { undone, open: openUndoings } };
  } finally {
    await created.discard();
    await unknown.discard();
  }
}

function describeUnknown(
  { key, application, firstTryAtMs, line }: Intent,
  reason: string,
  id?: string,
): Readonly<Record<string, unknown>> {
  return {
    external_id: key,
    ...(id !== undefined && { id }),
    external_application_id: application,
    first_try_at: new Date(firstTryAtMs).toISOString(),
    line,
    reason,
  };
}
