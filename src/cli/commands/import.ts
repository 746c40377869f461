import { join } from "node:path";
import { Command } from "commander";
import {
  estimateInterviewCount,
  importInterviews,
  listJobsBeside,
  type MaxRejects,
  type Report,
} from "../../importer/index.js";
import type { FeishuHire } from "../../index.js";
import { CommandError } from "../command-error.js";
import { type ConnectionFlags, connect } from "../connect.js";
import { describeCheck } from "../doctor/describe-check.js";
import { checkConnection } from "../doctor/diagnose.js";
import { type DryRunFlags, printDryRun } from "../dry-run.js";
import { ExitCode } from "../exit-codes.js";
import { replaceFile } from "../files/replace-file.js";
import {
  addReadFlags,
  ignoreColumnsFlag,
  maxOutageFlag,
  maxRejectsFlag,
  parsePositiveInteger,
  parseRate,
  parseText,
} from "../flags.js";
import { type InputFile, type InputProgress, openInput } from "../input-file.js";
import { onInterrupt } from "../interrupt.js";
import { assertNotRejected, chooseJobDir } from "../job-dir.js";
import { getLanguage, translate } from "../language/translate.js";
import { maxRate } from "../limit-rate.js";
import { importMessages } from "../messages/commands/import.js";
import { flagMessages } from "../messages/flags.js";
import { describeReport, formatHeadline } from "../output/describe-report.js";
import { planNextCommands } from "../output/next-steps.js";
import { getColumns, printLine } from "../output/print.js";
import { formatReportPage, type ReportPage } from "../output/report-page.js";
import { WarningPrinter } from "../output/warning-printer.js";
import { JsonEvents } from "../progress/json-events.js";
import { writeProgressFile } from "../progress/progress-file.js";
import { ProgressLine } from "../progress/progress-line.js";
import { RunProgress } from "../progress/run-progress.js";

interface ImportFlags extends ConnectionFlags, DryRunFlags {
  readonly job?: string;
  readonly dryRun?: boolean;
  readonly concurrency?: number;
  readonly maxRejects: MaxRejects;
  readonly maxOutage?: number;
  readonly ignoreColumns: readonly string[];
  readonly quiet?: boolean;
  readonly newJob?: boolean;
  readonly settle?: boolean;
  readonly update?: boolean;
  readonly forceUnlock?: boolean;
}

export function createImportCommand(): Command {
  const command = new Command("import")
    .argument("<file>")
    .description(translate(importMessages.description))
    .option("--job <dir>", translate(importMessages.job), parseText);
  return addReadFlags(command)
    .addOption(ignoreColumnsFlag())
    .option("--id-namespace <name>", translate(importMessages.idNamespace), parseText)
    .option("--credentials <file>", translate(flagMessages.credentials))
    .option("--dry-run", translate(importMessages.dryRun))
    .option("--rate <n>", translate(importMessages.rate, { max: maxRate() }), parseRate)
    .option("--concurrency <n>", translate(importMessages.concurrency), parsePositiveInteger)
    .addOption(maxRejectsFlag())
    .addOption(maxOutageFlag())
    .option("--settle", translate(importMessages.settle))
    .option("--update", translate(importMessages.update))
    .option("--new-job", translate(importMessages.newJob))
    .option("--force-unlock", translate(importMessages.forceUnlock))
    .option("--mock", translate(importMessages.mock))
    .option("--json", translate(importMessages.json))
    .option("--quiet", translate(importMessages.quiet))
    .addHelpText("after", translate(importMessages.examples))
    .action(async (path: string, flags: ImportFlags) => {
      process.exitCode = flags.dryRun ? await printDryRun(path, flags) : await importFile(path, flags);
    });
}

async function importFile(path: string, flags: ImportFlags): Promise<ExitCode> {
  const warnings = new WarningPrinter((message) => progress.warn(message));
  const input = await openInput(path, flags, (row) => warnings.take(row, input.interviews.warnings));
  const jobDir = chooseJobDir(path, input, flags);
  await assertNotRejected(path, { job: flags.job, jobDir });
  const progress = createProgress(flags, input.measureProgress);
  try {
    return await runImport(flags, { path, input, jobDir, warnings, progress });
  } finally {
    progress.end();
  }
}

/** An import that can start. */
interface PreparedImport {
  readonly path: string;
  readonly input: InputFile;
  readonly jobDir: string;
  readonly warnings: WarningPrinter;
  readonly progress: RunProgress;
}

async function runImport(flags: ImportFlags, prepared: PreparedImport): Promise<ExitCode> {
  const { path, input, jobDir, warnings, progress } = prepared;
  const { client, mock } = await connect(flags, (reason, waitMs) => progress.startWait(reason, waitMs));
  const interrupt = onInterrupt(
    () => progress.print(translate(importMessages.stopping)),
    () => progress.print(translate(importMessages.quit)),
  );
  // Rows are read once the job is locked: until then, the file may be another process's.
  const isJobOurs = () => input.measureProgress().rows > 0;
  const endProgressFile = writeProgressFile(jobDir, () =>
    isJobOurs() ? progress.takeSnapshot() : undefined,
  );
  try {
    if (mock) progress.print(translate(importMessages.mockNotice, { url: mock.baseUrl }));
    else await assertConnected(client);
    const run = importInterviews(input.interviews, {
      client,
      jobDir,
      signal: interrupt.signal,
      expectedCount: estimateInterviewCount(input.sizeBytes ?? 0),
      maxRejects: flags.maxRejects,
      maxOutageMs: flags.maxOutage,
      onOutage: ({ reason, waitMs }) => progress.startWait(reason, waitMs),
      idNamespace: flags.idNamespace,
      ignoreColumns: flags.ignoreColumns,
      forceUnlock: flags.forceUnlock,
      // A mock's interviews are gone when its run ends.
      otherJobDirs: mock ? [] : await listJobsBeside(jobDir, path),
      repeatsOtherJobs: flags.newJob,
      settle: flags.settle,
      update: flags.update,
      concurrency: flags.concurrency,
      language: getLanguage(),
    });
    const report = await drain(run, progress);
    const context = {
      path,
      jobDir,
      mapping: input.mapping,
      argv: process.argv.slice(2),
      rejectedFile: `rejected.${input.interviews.rejectedFormat}`,
      printedWarnings: warnings.printed,
      columns: process.stderr.isTTY ? getColumns(process.stderr) : undefined,
    };
    await writeReportPage(jobDir, { report, context });
    const { resume: nextCommand } = planNextCommands(report, context);
    if (progress instanceof JsonEvents) progress.writeEvent("report", { ...report, nextCommand });
    if (!flags.quiet) process.stderr.write(describeReport(report, context));
    else if (report.status !== "finished") printLine(formatHeadline(report));
    return toExitCode(report);
  } finally {
    await endProgressFile();
    interrupt.release();
    await mock?.close();
  }
}

/** report.html beside report.json: the same, to look at. */
async function writeReportPage(jobDir: string, page: Omit<ReportPage, "limitPerMinute">): Promise<void> {
  const text = formatReportPage({ ...page, limitPerMinute: maxRate() * 60 });
  const path = join(jobDir, "report.html");
  try {
    await replaceFile(path, text);
  } catch {
    // The run is over, and report.json has all of it.
    printLine(translate(importMessages.cannotWritePage, { path }));
  }
}

/** A wrong secret is better known before 500,000 rows have been read. @throws CommandError */
async function assertConnected(client: FeishuHire): Promise<void> {
  const checks = await checkConnection(client);
  const failed = checks.find(({ state }) => state === "failed");
  if (failed) throw new CommandError(describeCheck(failed));
}

async function drain(run: ReturnType<typeof importInterviews>, progress: RunProgress): Promise<Report> {
  for (;;) {
    const { done, value } = await run.next();
    if (done) {
      progress.end();
      return value;
    }
    progress.countOutcome(value);
  }
}

function createProgress({ json, quiet }: ImportFlags, read: () => InputProgress): RunProgress {
  if (json) return new JsonEvents((text) => process.stdout.write(text), read);
  return quiet ? new RunProgress(read) : new ProgressLine(process.stderr, read);
}

function toExitCode(report: Report): ExitCode {
  const { status, rejected, unknown, unknownFromEarlierRuns, notAttempted } = report;
  switch (status) {
    case "tooManyRejections":
      return ExitCode.TooManyRejections;
    case "failed":
      return ExitCode.Failed;
    case "interrupted":
      return ExitCode.Interrupted;
    case "finished":
      return rejected + unknown + unknownFromEarlierRuns + notAttempted > 0
        ? ExitCode.Incomplete
        : ExitCode.Success;
  }
}
