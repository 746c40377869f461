import { join } from "node:path";
import { replay } from "../job/journal/replay.js";
import { OutcomeFile } from "./outcome-file.js";

/**
 * Writes created.jsonl and unknown.jsonl from the journal, which covers all runs.
 *
 * @returns how many interviews each file has
 */
export async function writeKeyFiles(jobDir: string): Promise<KeyCounts> {
  const { undone, ...counts } = await writeFiles(jobDir, new Map());
  if (undone.size === 0) return counts;
  // Few jobs have undone anything: only these are read twice.
  const { created, unknown } = await writeFiles(jobDir, undone);
  return { created, unknown };
}

/** How many interviews are created, and how many may be. */
export interface KeyCounts {
  readonly created: number;
  readonly unknown: number;
}

/** @param undone how often each key was undone, as far as that is known: so many creations of it do not count */
async function writeFiles(
  jobDir: string,
  undone: ReadonlyMap<string, number>,
): Promise<KeyCounts & { readonly undone: ReadonlyMap<string, number> }> {
  const left = new Map(undone);
  const found = new Map<string, number>();
  const created = new OutcomeFile(join(jobDir, "created.jsonl"));
  const unknown = new OutcomeFile(join(jobDir, "unknown.jsonl"));
  try {
    const { ambiguous } = await replay(join(jobDir, "journal.jsonl"), {
      outcome: async (outcome, { application, line }) => {
        if (outcome.type !== "created") return;
        const { key, id } = outcome;
        const undoings = left.get(key) ?? 0;
        if (undoings > 0) {
          left.set(key, undoings - 1);
          return;
        }
        await created.writeLine({ external_id: key, id, external_application_id: application, line });
      },
      change({ type, key }) {
        if (type === "undone") found.set(key, (found.get(key) ?? 0) + 1);
      },
    });
    for (const { intent, reason } of ambiguous.values())
      await unknown.writeLine({
        external_id: intent.key,
        external_application_id: intent.application,
        first_try_at: new Date(intent.firstTryAtMs).toISOString(),
        line: intent.line,
        reason,
      });
    await created.finish();
    await unknown.finish();
    return { created: created.lines, unknown: unknown.lines, undone: found };
  } finally {
    await created.discard();
    await unknown.discard();
  }
}
