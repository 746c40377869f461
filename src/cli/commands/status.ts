import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { type Report, readJobStatus, writeKeyFiles } from "../../importer/index.js";
import { ExitCode } from "../exit-codes.js";
import { formatExample } from "../language/format-example.js";
import { translate } from "../language/translate.js";
import { statusMessages } from "../messages/commands/status.js";
import { flagMessages } from "../messages/flags.js";
import { reportMessages } from "../messages/report.js";
import { formatNumbers } from "../output/format-numbers.js";
import { countInterviews } from "../output/plural.js";

export function createStatusCommand(): Command {
  return new Command("status")
    .argument("<job>")
    .description(translate(statusMessages.description))
    .option("--write", translate(statusMessages.write))
    .option("--json", translate(flagMessages.json))
    .addHelpText("after", formatExample("feishu-hire status scorecards.csv.import"))
    .action(async (jobDir: string, { json, write }: { json?: boolean; write?: boolean }) => {
      if (write) await writeKeyFiles(jobDir);
      process.exitCode = await showStatus(jobDir, json);
    });
}

async function showStatus(jobDir: string, json = false): Promise<ExitCode> {
  const status = await readJobStatus(jobDir);
  const { appId, host, idNamespace, created, rejected, unknown } = status;
  const lines = [
    translate(statusMessages.job, {
      job: jobDir,
      app: appId,
      host,
      namespace: describeNamespace(idNamespace),
    }),
    ...formatNumbers([
      [translate(reportMessages.created), created],
      [translate(reportMessages.rejected), rejected, translate(statusMessages.rejectedHere)],
      [translate(reportMessages.unknown), unknown],
    ]),
    ...describeLastRun(jobDir),
  ];
  process.stdout.write(json ? `${JSON.stringify(status)}\n` : `${lines.join("\n")}\n`);
  return rejected + unknown > 0 ? ExitCode.Incomplete : ExitCode.Success;
}

function describeNamespace(name: string | undefined): string {
  return name === undefined
    ? translate(statusMessages.noIdNamespace)
    : translate(statusMessages.idNamespace, { name });
}

/** What the last complete run reported. */
function describeLastRun(jobDir: string): string[] {
  try {
    const report: Pick<Report, "finishedAt" | "read" | "rejected"> = JSON.parse(
      readFileSync(join(jobDir, "report.json"), "utf8"),
    );
    const { finishedAt: time, read, rejected } = report;
    return [translate(statusMessages.lastRun, { time, interviews: countInterviews(read), rejected })];
  } catch {
    return []; // there is none yet
  }
}
