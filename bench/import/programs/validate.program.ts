/**
 * Reads and checks a file for each message, as `feishu-hire validate` does, and
 * replies with the measurements.
 */
import { stat } from "node:fs/promises";
import { DuplicateIds, readInterviews } from "../../../src/importer/index.js";

export interface ValidateTask {
  readonly file: string;
  readonly format: "jsonl" | "csv" | "xlsx";
}

export interface ValidateMeasurement {
  readonly valid: number;
  readonly wallMs: number;
  readonly peakBytes: number;
}

async function validate({ file, format }: ValidateTask): Promise<ValidateMeasurement> {
  const startedAtMs = performance.now();
  const seen = new DuplicateIds((await stat(file)).size);
  let valid = 0;
  for await (const row of readInterviews(file, { format })) {
    if (!seen.check(row) && row.body) valid++;
  }
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  return { valid, wallMs: performance.now() - startedAtMs, peakBytes };
}

process.on("message", async (task: ValidateTask) => process.send?.(await validate(task)));
process.on("disconnect", () => process.exit());
process.send?.({});
