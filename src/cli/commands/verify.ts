import { join } from "node:path";
import { Command } from "commander";
import {
  isRejectedFile,
  readJobStatus,
  type Verification,
  type VerifyReport,
  verifyInterviews,
} from "../../importer/index.js";
import { CommandError } from "../command-error.js";
import { type ConnectionFlags, connect } from "../connect.js";
import { ExitCode } from "../exit-codes.js";
import { addReadFlags, parseText, type ReadFlags } from "../flags.js";
import { openInput } from "../input-file.js";
import { runWithStatus } from "../interrupt.js";
import { chooseJobDir } from "../job-dir.js";
import { formatExample } from "../language/format-example.js";
import { joinList } from "../language/join-list.js";
import { formatText, translate } from "../language/translate.js";
import { importMessages } from "../messages/commands/import.js";
import { verifyMessages } from "../messages/commands/verify.js";
import { flagMessages } from "../messages/flags.js";
import { countInterviews } from "../output/count-interviews.js";
import { formatLines } from "../output/format-lines.js";
import { formatNumbers } from "../output/format-numbers.js";
import { nameColumns } from "../output/name-columns.js";
import { printEvent, printLine } from "../output/print.js";

interface VerifyFlags extends ReadFlags, Pick<ConnectionFlags, "credentials"> {
  readonly job?: string;
  readonly idNamespace?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** The most interviews that a query takes. */
const IDS_PER_REQUEST = 20;
const MAX_PRINTED = 10;

export function createVerifyCommand(): Command {
  const command = new Command("verify")
    .argument("<file>")
    .description(translate(verifyMessages.description))
    .option("--job <dir>", translate(verifyMessages.job), parseText);
  return addReadFlags(command)
    .option("--id-namespace <name>", translate(importMessages.idNamespace), parseText)
    .option("--credentials <file>", translate(flagMessages.credentials))
    .option("--dry-run", translate(verifyMessages.dryRun))
    .option("--json", translate(flagMessages.jsonLines))
    .addHelpText("after", formatExample("feishu-hire verify interviews.csv --time-zone +08:00"))
    .action(async (path: string, flags: VerifyFlags) => {
      process.exitCode = await verifyFile(path, flags);
    });
}

async function verifyFile(path: string, flags: VerifyFlags): Promise<ExitCode> {
  const input = await openInput(path, flags);
  // A copy of rejected rows: the job has created others from its original.
  const isPart = path !== "-" && (await isRejectedFile(path));
  if (isPart && flags.job === undefined)
    throw new CommandError(translate(verifyMessages.rejectedFile, { path }));
  const jobDir = chooseJobDir(path, input, flags);
  const { created: total } = await readJobStatus(jobDir);
  if (flags.dryRun) {
    const count = Math.ceil(total / IDS_PER_REQUEST);
    printLine(translate(verifyMessages.wouldVerify, { interviews: countInterviews(total), count }));
    return ExitCode.Success;
  }
  const { client } = await connect(flags, () => {});
  let done = 0;
  const formatStatus = () => translate(verifyMessages.progress, { done, total });
  const { idNamespace } = flags;
  const printed = new ProblemPrinter(flags.json);
  const report = await runWithStatus(
    { formatStatus, interrupted: verifyMessages.interrupted },
    async (signal) => {
      const run = verifyInterviews(input.interviews, { client, jobDir, idNamespace, signal });
      let step = await run.next();
      for (; !step.done; step = await run.next()) {
        done++;
        printed.take(step.value);
      }
      return step.value;
    },
  );
  if (!report) return ExitCode.Interrupted;
  printed.end();
  if (flags.json) printEvent("report", report);
  const isAllSame = isSame(report, isPart);
  printReport(report, { jobDir, isPart, isAllSame });
  return isAllSame ? ExitCode.Success : ExitCode.Incomplete;
}

/** Prints the first interviews that are not the same: their places, and no values. */
class ProblemPrinter {
  readonly #json: boolean;
  #count = 0;

  constructor(json = false) {
    this.#json = json;
  }

  take(verification: Verification): void {
    if (this.#json) printEvent("interview", verification);
    const { result, line, fields, locate } = verification;
    if (result === "same" || this.#count++ >= MAX_PRINTED) return;
    const row = locate?.("");
    const place = row ? formatText(row.place) : formatLines([{ line }], { count: 1, hasRows: false });
    const named = locate ? nameColumns(fields, locate) : fields;
    printLine(
      result === "missing"
        ? translate(verifyMessages.missing, { place })
        : translate(verifyMessages.different, {
            place,
            fields: joinList(named),
          }),
    );
  }

  end(): void {
    const more = this.#count - MAX_PRINTED;
    if (more > 0) printLine(translate(verifyMessages.more, { count: more }));
  }
}

/** @param isPart whether the file has only some of the job's interviews */
function isSame(report: VerifyReport, isPart: boolean): boolean {
  const { same, different, missing, notCreated, notInInput, invalid } = report;
  const isNoneCompared = same === 0 && invalid > 0;
  return different + missing + notCreated + (isPart ? 0 : notInInput) === 0 && !isNoneCompared;
}

interface ReportFacts {
  readonly jobDir: string;
  readonly isPart: boolean;
  readonly isAllSame: boolean;
}

function printReport(report: VerifyReport, { jobDir, isPart, isAllSame }: ReportFacts): void {
  const allSame = report.invalid === 0 ? verifyMessages.allSame : verifyMessages.comparedSame;
  printLine(translate(isAllSame ? allSame : verifyMessages.notAllSame));
  const numbers = formatNumbers([
    [translate(verifyMessages.same), report.same],
    [translate(verifyMessages.differentCount), report.different],
    [translate(verifyMessages.missingCount), report.missing],
    [translate(verifyMessages.notCreated), report.notCreated],
    [
      translate(verifyMessages.notInInput),
      report.notInInput,
      isPart && report.notInInput > 0 ? translate(verifyMessages.inOriginal) : undefined,
    ],
    ...(report.invalid > 0
      ? [[translate(verifyMessages.invalid), report.invalid, translate(verifyMessages.inFixed)] as const]
      : []),
  ]);
  for (const line of numbers) printLine(line);
  if (report.missing > 0) printLine(translate(verifyMessages.missingNote));
  printLine(translate(verifyMessages.file, { path: join(jobDir, "verified.jsonl") }));
}
