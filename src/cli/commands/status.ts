import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { type Report, readJobStatus } from "../../importer/index.js";
import { ExitCode } from "../exit-codes.js";
import { countInterviews } from "../plural.js";

export function createStatusCommand(): Command {
  return new Command("status")
    .argument("<job>")
    .description("Show what a job has done in all its runs")
    .option("--json", "Print JSON")
    .addHelpText("after", "\nExample:\n  feishu-hire status scorecards.csv.import")
    .action(async (jobDir: string, { json }: { json?: boolean }) => {
      process.exitCode = await showStatus(jobDir, json);
    });
}

async function showStatus(jobDir: string, json = false): Promise<ExitCode> {
  const status = await readJobStatus(jobDir);
  const { appId, host, idNamespace, created, rejected, unknown } = status;
  const lines = [
    `${jobDir}: app ${appId} on ${host}, ${idNamespace === undefined ? "no id namespace" : `id namespace ${idNamespace}`}`,
    `  created  ${created}`,
    `  rejected ${rejected}   (by Feishu; invalid rows are not counted here)`,
    `  unknown  ${unknown}`,
    ...describeLastRun(jobDir),
  ];
  process.stdout.write(json ? `${JSON.stringify(status)}\n` : `${lines.join("\n")}\n`);
  return rejected + unknown > 0 ? ExitCode.Incomplete : ExitCode.Success;
}

/** What the last complete run reported. */
function describeLastRun(jobDir: string): string[] {
  try {
    const report: Report = JSON.parse(readFileSync(join(jobDir, "report.json"), "utf8"));
    const { finishedAt, read, rejected } = report;
    return [`Last run, ended ${finishedAt}: ${countInterviews(read)} read, ${rejected} rejected in total.`];
  } catch {
    return []; // there is none yet
  }
}
