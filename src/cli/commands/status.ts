import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Command, Option } from "commander";
import { type Report, readJobStatus, writeKeyFiles } from "../../importer/index.js";
import { ExitCode } from "../exit-codes.js";
import { formatExample } from "../language/format-example.js";
import { getLanguage, translate } from "../language/translate.js";
import { statusMessages } from "../messages/commands/status.js";
import { flagMessages } from "../messages/flags.js";
import { reportMessages } from "../messages/report.js";
import { countInterviews } from "../output/count-interviews.js";
import { formatNumbers } from "../output/format-numbers.js";
import { formatTime } from "../output/format-time.js";
import { StatusLine } from "../output/status-line.js";
import { formatProgress } from "../progress/format-progress.js";
import { readProgressFile } from "../progress/progress-file.js";

/** A run writes how far it is once a second. */
const READ_EVERY_MS = 1_000;

interface StatusFlags {
  readonly watch?: boolean;
  readonly write?: boolean;
  readonly json?: boolean;
}

export function createStatusCommand(): Command {
  return new Command("status")
    .argument("<job>")
    .description(translate(statusMessages.description))
    .addOption(new Option("--watch", translate(statusMessages.watch)).conflicts("json"))
    .option("--write", translate(statusMessages.write))
    .option("--json", translate(flagMessages.json))
    .addHelpText("after", formatExample("feishu-hire status scorecards.csv.import"))
    .action(async (jobDir: string, flags: StatusFlags) => {
      if (flags.watch) await watchRun(jobDir);
      process.exitCode = await showStatus(jobDir, flags);
    });
}

/** Shows the run that is in progress, until it ends. */
async function watchRun(jobDir: string): Promise<void> {
  let snapshot = await readProgressFile(jobDir);
  if (!snapshot) return;
  let shown = snapshot;
  const line = new StatusLine(process.stderr, (width) => formatProgress(shown, width));
  for (; snapshot; snapshot = await readProgressFile(jobDir)) {
    shown = snapshot;
    await delay(READ_EVERY_MS);
  }
  line.end();
}

async function showStatus(jobDir: string, { write, json }: StatusFlags): Promise<ExitCode> {
  const status = await readJobStatus(jobDir);
  if (write) await writeKeyFiles(jobDir, getLanguage());
  const running = await readProgressFile(jobDir);
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
      [
        translate(reportMessages.unknown),
        unknown,
        running && unknown > 0 ? translate(statusMessages.inFlight) : undefined,
      ],
    ]),
    ...(running
      ? [translate(statusMessages.running, { progress: formatProgress(running) })]
      : describeLastRun(jobDir)),
  ];
  process.stdout.write(json ? `${JSON.stringify({ ...status, running })}\n` : `${lines.join("\n")}\n`);
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
    return [
      translate(statusMessages.lastRun, {
        time: formatTime(time),
        interviews: countInterviews(read),
        rejected,
      }),
    ];
  } catch {
    return []; // there is none yet
  }
}
