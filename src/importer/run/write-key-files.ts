import { join } from "node:path";
import { replay } from "../job/journal/replay.js";
import { OutcomeFile } from "./outcome-file.js";

/**
 * Writes created.jsonl and unknown.jsonl from the journal, which covers all runs.
 *
 * @returns how many interviews each file has
 */
export async function writeKeyFiles(jobDir: string): Promise<{ created: number; unknown: number }> {
  const created = new OutcomeFile(join(jobDir, "created.jsonl"));
  const unknown = new OutcomeFile(join(jobDir, "unknown.jsonl"));
  try {
    const { ambiguous } = await replay(join(jobDir, "journal.jsonl"), {
      outcome: async (outcome, { application, line }) => {
        if (outcome.type !== "created") return;
        const { key, id } = outcome;
        await created.writeLine({ external_id: key, id, external_application_id: application, line });
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
    return { created: created.lines, unknown: unknown.lines };
  } finally {
    await created.discard();
    await unknown.discard();
  }
}
