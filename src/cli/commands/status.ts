import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Report, readJobStatus } from "../../importer/index.js";
import { ExitCode } from "../exit-codes.js";
import { interviews } from "../plural.js";

/** Tells what a job's journal holds, by key. */
export async function statusCommand(folder: string, { json }: { json?: boolean }): Promise<ExitCode> {
  const status = await readJobStatus(folder);
  const { appId, host, idNamespace, created, rejected, unknown } = status;
  if (json) process.stdout.write(`${JSON.stringify(status)}\n`);
  else {
    process.stdout.write(
      [
        `${folder}: app ${appId} on ${host}, ${idNamespace === undefined ? "no id namespace" : `id namespace ${idNamespace}`}`,
        `  created  ${created}`,
        `  rejected ${rejected}   (by Feishu; what was refused before it was sent is not counted here)`,
        `  unknown  ${unknown}`,
        ...lastRun(folder),
        "",
      ].join("\n"),
    );
  }
  return rejected + unknown > 0 ? ExitCode.Incomplete : ExitCode.Created;
}

/** What the last run that came to its end has reported. */
function lastRun(folder: string): string[] {
  try {
    const { finishedAt, read, rejected }: Report = JSON.parse(
      readFileSync(join(folder, "report.json"), "utf8"),
    );
    return [`Last run, ended ${finishedAt}: ${interviews(read)} read, ${rejected} rejected in all.`];
  } catch {
    return []; // none has yet
  }
}
