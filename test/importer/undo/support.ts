import { join } from "node:path";
import {
  planUndo,
  type Undoing,
  type UndoOptions,
  type UndoReport,
  undoJob,
} from "../../../src/importer/index.js";
import { Journal } from "../../../src/importer/job/journal/journal.js";
import type { TestFeishu, TestFeishuOptions } from "../../../src/testing/index.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { buildInterviews, findId } from "../support/interviews.js";
import { reserveJobDirectory } from "../support/job-directory.js";
import { createClient, runImport } from "../support/run.js";

export const HOUR_MS = 3_600_000;

export async function createJob(
  count: number,
  options: TestFeishuOptions = {},
): Promise<{ feishu: TestFeishu; job: string }> {
  const feishu = await startTestFeishu({ rateLimit: false, ...options });
  const job = await reserveJobDirectory();
  await runImport(feishu, job, buildInterviews(count));
  return { feishu, job };
}

export async function undo(
  feishu: TestFeishu,
  jobDir: string,
  options: Partial<UndoOptions> = {},
): Promise<{ undoings: Undoing[]; report: UndoReport }> {
  const { clock } = feishu;
  const expectedCount = options.expectedCount ?? (await planUndo(jobDir, options.only)).count;
  const run = undoJob({ client: createClient(feishu), clock, jobDir, expectedCount, ...options });
  const undoings: Undoing[] = [];
  for (;;) {
    const { done, value } = await run.next();
    if (done) return { undoings, report: value };
    undoings.push(value);
  }
}

/** Records that a deletion is about to be sent, as a run does before it is killed. */
export async function beginUndoing(feishu: TestFeishu, job: string, key: string): Promise<void> {
  const journal = await Journal.open(join(job, "journal.jsonl"));
  await journal.append({ type: "undoing", key, id: findId(feishu, key) });
  await journal.close();
}
