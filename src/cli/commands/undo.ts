import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { Command } from "commander";
import { planUndo, type UndoPlan, type UndoReport, undoJob, writeKeyFiles } from "../../importer/index.js";
import { CommandError } from "../command-error.js";
import { type ConnectionFlags, connect } from "../connect.js";
import { ExitCode } from "../exit-codes.js";
import { describeUnreadable } from "../files/unreadable-file.js";
import { parsePositiveInteger, parseText } from "../flags.js";
import { onInterrupt } from "../interrupt.js";
import { formatExample } from "../language/format-example.js";
import { getLanguage, translate } from "../language/translate.js";
import { importMessages } from "../messages/commands/import.js";
import { undoMessages } from "../messages/commands/undo.js";
import { flagMessages } from "../messages/flags.js";
import { countInterviews } from "../output/count-interviews.js";
import { formatNumbers } from "../output/format-numbers.js";
import { formatTime } from "../output/format-time.js";
import { printEvent, printLine } from "../output/print.js";
import { StatusLine } from "../output/status-line.js";

interface UndoFlags extends Pick<ConnectionFlags, "credentials"> {
  readonly yes?: number;
  readonly changedToo?: boolean;
  readonly only?: string;
  readonly dryRun?: boolean;
  readonly forceUnlock?: boolean;
  readonly json?: boolean;
}

/** The report of an undo that had nothing to delete. */
const NOTHING_DONE: UndoReport = {
  undone: 0,
  kept: 0,
  notFound: 0,
  unknown: 0,
  rejected: 0,
  status: "finished",
  reimportAt: undefined,
};

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
  // The undo that has deleted the last one may have ended before it wrote them.
  if (plan.count === 0 && plan.undone > 0 && !flags.dryRun) await writeKeyFiles(jobDir, getLanguage());
  if (plan.count > 0) printPlan(plan, jobDir);
  else printLine(explainNothing(plan, jobDir, flags));
  if (plan.count > 0 || plan.undone > 0) printNotCreated(plan, flags);
  if (plan.unknown > 0) printLine(translate(undoMessages.unknownLeft, { count: plan.unknown }));
  if (flags.dryRun) {
    if (flags.json) printEvent("plan", plan);
    printLine(translate(undoMessages.dryRunEnd));
    return ExitCode.Success;
  }
  if (plan.count === 0) {
    if (flags.json) printEvent("report", NOTHING_DONE);
    return toExitCode(NOTHING_DONE, plan);
  }
  const expectedCount = flags.yes ?? (await askCount(plan));
  if (expectedCount === undefined) {
    printLine(translate(undoMessages.notConfirmed));
    return ExitCode.Interrupted;
  }
  const report = await deleteInterviews(expectedCount, { jobDir, flags, only, total: plan.count });
  if (flags.json) printEvent("report", report);
  printLine(await describeStatus(report, { jobDir, flags, only }));
  printNumbers(report, jobDir);
  return toExitCode(report, plan);
}

/**
 * Why there is nothing to delete.
 *
 * @throws CommandError if that is not what an earlier undo has left, and something was to be deleted
 */
function explainNothing(plan: UndoPlan, job: string, flags: UndoFlags): string {
  const { undone: count, unknown, notCreated } = plan;
  const { only: path, yes } = flags;
  if (count + unknown === 0 && path !== undefined && notCreated > 0)
    throw new CommandError(translate(undoMessages.notCreated, { count: notCreated, path }));
  const total = count + unknown + notCreated;
  const forWholeJob =
    count > 0 ? translate(undoMessages.allUndone, { job, count }) : translate(undoMessages.nothing, { job });
  const text = path === undefined ? forWholeJob : translate(undoMessages.noneLeft, { count: total, path });
  if (count + unknown === 0 && yes !== undefined) throw new CommandError(text);
  return text;
}

function printNotCreated({ notCreated: count }: UndoPlan, { only: path }: UndoFlags): void {
  if (path !== undefined && count > 0) printLine(translate(undoMessages.notCreated, { count, path }));
}

/** A run of the command, and the keys that it is about if they are not all. */
interface UndoRun {
  readonly jobDir: string;
  readonly flags: UndoFlags;
  readonly only: ReadonlySet<string> | undefined;
}

async function deleteInterviews(
  expectedCount: number,
  { jobDir, flags, only, total }: UndoRun & { readonly total: number },
): Promise<UndoReport> {
  const { client } = await connect(flags, () => {});
  const { yes, changedToo, forceUnlock } = flags;
  let done = 0;
  const progress = new StatusLine(process.stderr, () => translate(undoMessages.progress, { done, total }));
  const quit = yes === undefined ? importMessages.quit : undoMessages.quitWithYes;
  const interrupt = onInterrupt(
    () => progress.print(translate(importMessages.stopping)),
    () => progress.print(translate(quit)),
  );
  const { signal } = interrupt;
  try {
    const language = getLanguage();
    const run = undoJob({ client, jobDir, expectedCount, only, changedToo, forceUnlock, signal, language });
    let step = await run.next();
    for (; !step.done; step = await run.next()) {
      done++;
      if (flags.json) printEvent("interview", step.value);
    }
    return step.value;
  } finally {
    progress.end();
    interrupt.release();
  }
}

/** The keys of a file with one per line. @throws CommandError */
function readKeys(path: string): ReadonlySet<string> {
  try {
    // Trimming also removes a byte order mark.
    const lines = readFileSync(path, "utf8").split(/\r\n|\n|\r/);
    return new Set(lines.map((line) => line.trim()).filter((line) => line !== ""));
  } catch (error) {
    throw new CommandError(describeUnreadable(path, error));
  }
}

/**
 * @returns the number that is typed; undefined after anything else, Ctrl-C and Ctrl-D included
 * @throws CommandError if nobody can be asked
 */
async function askCount({ count }: UndoPlan): Promise<number | undefined> {
  if (!process.stdin.isTTY) throw new CommandError(translate(undoMessages.needsYes, { count }));
  const questions = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const typed = (await questions.question(translate(undoMessages.question))).trim();
    return /^\d+$/.test(typed) ? Number(typed) : undefined;
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

async function describeStatus({ status }: UndoReport, { jobDir, flags, only }: UndoRun): Promise<string> {
  if (status === "finished") return translate(undoMessages.finished);
  if (flags.yes === undefined) return translate(undoMessages.interrupted);
  const { count } = await planUndo(jobDir, only);
  return translate(undoMessages.interruptedWithYes, { count });
}

function printNumbers(report: UndoReport, jobDir: string): void {
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

function toExitCode(report: UndoReport, { unknown }: UndoPlan): ExitCode {
  if (report.status === "interrupted") return ExitCode.Interrupted;
  return countLeft(report) + unknown > 0 ? ExitCode.Incomplete : ExitCode.Success;
}
