import { join } from "node:path";
import { jobStatus } from "../importer/index.js";
import { ExitCode } from "./exit-codes.js";

/** Tells what a job's journal holds, by key. */
export async function statusCommand(folder: string, { json }: { json?: boolean }): Promise<ExitCode> {
  const status = await jobStatus(folder);
  const { appId, host, source, created, rejected, unknown } = status;
  if (json) process.stdout.write(`${JSON.stringify(status)}\n`);
  else {
    process.stdout.write(
      [
        `${folder}: app ${appId} on ${host}, ${source === undefined ? "no source" : `source ${source}`}`,
        `  created  ${created}`,
        `  rejected ${rejected}   (by Feishu, when last sent; ${join(folder, "report.json")} counts those refused before, too)`,
        `  unknown  ${unknown}`,
        "",
      ].join("\n"),
    );
  }
  return rejected + unknown > 0 ? ExitCode.Incomplete : ExitCode.Created;
}
