import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { Command } from "commander";
import { planUndo, type UndoPlan, type UndoReport, undoJob } from "../../importer/index.js";
import { CommandError } from "../command-error.js";
import { type ConnectionFlags, connect } from "../connect.js";
import { ExitCode } from "../exit-codes.js";
import { parsePositiveInteger, parseText } from "../flags.js";
import { onInterrupt } from "../interrupt.js";
import { formatExample } from "../language/format-example.js";
import { translate } from "../language/translate.js";
import { importMessages } from "../messages/commands/import.js";
import { undoMessages } from "../messages/commands/undo.js";
import { flagMessages } from "../messages/flags.js";
import { formatNumbers } from "../output/format-numbers.js";
import { formatTime } from "../output/format-time.js";
import { countInterviews } from "../output/plural.js";
import { printLine } from "../output/print.js";
import { StatusLine } from "../output/status-line.js";

interface UndoFlags extends Pick<ConnectionFlags, "credentials"> {
  readonly yes?: number;
  readonly changedToo?: boolean;
  readonly only?: string;
  readonly dryRun?: boolean;
  readonly forceUnlock?: boolean;
  readonly json?: boolean;
}

export function createUndoCommand(): Command {
  return new Command("undo")
    .argument("<job>")
    .description(translate(undoMessages.description))
    .option("--yes <number>", translate(undoMessages.yes), parsePositiveInteger)
    .option("--changed-too", translate(undoMessages.changedToo))
    .option("--only <file>", translate(undoMessages.only), parseText)
    .option("--credentials <file>", translate(flagMessages.credentials))
    .option("--dry-run", translate(undoMessages.dryRun))
    .option("--force-unlock", translate(importMessages.forceUnlock))
    .option("--json", translate(undoMessages.json))
    .addHelpText("after", formatExample("feishu-hire undo interviews.csv.import"))
    .action(async (jobDir: string, flags: UndoFlags) => {
      process.exitCode = await undo(jobDir, flags);
    });
}

async function undo(jobDir: string, flags: UndoFlags): Promise<ExitCode> {
  const only = flags.only === undefined ? undefined : readKeys(flags.only);
  const plan = await planUndo(jobDir, only);
  if (plan.count === 0 && (flags.yes === undefined || plan.undone > 0)) {
    const { undone: count } = plan;
    printLine(
      count > 0
        ? translate(undoMessages.allUndone, { job: jobDir, count })
        : translate(undoMessages.nothing, { job: jobDir }),
    );
    return ExitCode.Success;
  }
  printPlan(plan, jobDir);
  if (flags.dryRun) {
    printLine(translate(undoMessages.dryRunEnd));
    return ExitCode.Success;
  }
  const expectedCount = flags.yes ?? (await askCount(plan));
  if (expectedCount === undefined) {
    printLine(translate(undoMessages.notConfirmed));
    return ExitCode.Interrupted;
  }
  const { client } = await connect(flags, () => {});
  const interrupt = onInterrupt(
    () => printLine(translate(importMessages.stopping)),
    () => printLine(translate(importMessages.quit)),
  );
  const { changedToo, forceUnlock } = flags;
  const { signal } = interrupt;
  const total = plan.count;
  let done = 0;
  const progress = new StatusLine(process.stderr, () => translate(undoMessages.progress, { done, total }));
  try {
    const run = undoJob({ client, jobDir, expectedCount, only, changedToo, forceUnlock, signal });
    let step = await run.next();
    for (; !step.done; step = await run.next()) {
      done++;
      if (flags.json) process.stdout.write(`${JSON.stringify({ event: "interview", ...step.value })}\n`);
    }
    progress.end();
    if (flags.json) process.stdout.write(`${JSON.stringify({ event: "report", ...step.value })}\n`);
    printReport(step.value, jobDir);
    return toExitCode(step.value);
  } finally {
    progress.end();
    interrupt.release();
  }
}

/** The keys of a file with one per line. @throws CommandError */
function readKeys(path: string): ReadonlySet<string> {
  try {
    const lines = readFileSync(path, "utf8")
      .replace(/^\uFEFF/, "")
      .split(/\r\n|\n|\r/);
    return new Set(lines.map((line) => line.trim()).filter((line) => line !== ""));
  } catch {
    throw new CommandError(translate(undoMessages.cannotReadOnly, { path }));
  }
}

/**
 * @returns the number that is typed; undefined after Ctrl-C or Ctrl-D
 * @throws CommandError if nobody can be asked
 */
async function askCount({ count }: UndoPlan): Promise<number | undefined> {
  if (!process.stdin.isTTY) throw new CommandError(translate(undoMessages.needsYes, { count }));
  const questions = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return Number((await questions.question(translate(undoMessages.question))).trim());
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") return undefined;
    throw error;
  } finally {
    questions.close();
  }
}

function printPlan({ count, applications, firstCreatedAt, lastCreatedAt }: UndoPlan, job: string): void {
  const unknown = translate(undoMessages.unknownTime);
  const [first = unknown, last = unknown] = [firstCreatedAt, lastCreatedAt].map(
    (time) => time && formatTime(time),
  );
  const interviews = countInterviews(count);
  printLine(translate(undoMessages.plan, { interviews, job, count: applications, first, last }));
}

function printReport(report: UndoReport, jobDir: string): void {
  printLine(translate(undoMessages[report.status]));
  const numbers = formatNumbers([
    [translate(undoMessages.undone), report.undone],
    [translate(undoMessages.kept), report.kept],
    [translate(undoMessages.notFound), report.notFound, translate(undoMessages.whyNotFound)],
    [translate(undoMessages.unknown), report.unknown],
    [translate(undoMessages.rejected), report.rejected],
  ]);
  for (const line of numbers) printLine(line);
  if (countLeft(report) > 0)
    printLine(translate(undoMessages.keptFile, { path: join(jobDir, "kept.jsonl") }));
  if (report.reimportAt !== undefined)
    printLine(translate(undoMessages.reimport, { time: formatTime(report.reimportAt) }));
}

function countLeft({ kept, notFound, unknown, rejected }: UndoReport): number {
  return kept + notFound + unknown + rejected;
}

function toExitCode(report: UndoReport): ExitCode {
  if (report.status === "interrupted") return ExitCode.Interrupted;
  return countLeft(report) > 0 ? ExitCode.Incomplete : ExitCode.Success;
}
