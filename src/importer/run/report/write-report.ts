import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { JobError } from "../../job/errors.js";
import { phrase } from "../../messages/phrase.js";
import { describeSystemError } from "../../messages/system-error.js";
import type { Report } from "./report.js";

/** Writes report.json. @throws JobError if it cannot be written */
export async function writeReport(jobDir: string, report: Report): Promise<void> {
  const path = join(jobDir, "report.json");
  try {
    await rm(`${path}.part`, { force: true });
    await writeFile(`${path}.part`, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600, flag: "wx" });
    await rename(`${path}.part`, path);
  } catch (error) {
    await rm(`${path}.part`, { force: true }).catch(() => {}); // the earlier error matters more
    throw new JobError(phrase("cannotWrite", { path, reason: describeSystemError(error) }));
  }
}
