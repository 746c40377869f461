import { extname, join } from "node:path";
import type { Report } from "../importer/index.js";
import { formatCommand } from "./format-command.js";

/** What a report refers to. */
export interface ReportContext {
  readonly path: string;
  readonly jobDir: string;
  /** The command that was run, without the program's name. */
  readonly argv: readonly string[];
  readonly rejectedFile: string;
  readonly printedWarnings: ReadonlySet<string>;
}

/** The command to run next: to resume, or to import a file of fixed rows. */
export interface NextCommands {
  /** Resumes the run; undefined if it finished. */
  readonly resume: readonly string[] | undefined;
  /** Imports a fixed copy of the rejected rows; undefined if there are none. */
  readonly retryRejected: readonly string[] | undefined;
}

/** How a run ended, in one line. */
export function formatHeadline({ status, reason }: Report): string {
  const why = reason !== undefined && status !== "interrupted" ? `: ${reason.replace(/\.$/, "")}` : "";
  return `${HEADLINES[status]}${why}.`;
}

const HEADLINES: Record<Report["status"], string> = {
  finished: "Finished",
  tooManyRejections: "Stopped: too many rejections",
  failed: "Stopped",
  interrupted: "Interrupted",
};

/** What to run next, as arguments. */
export function planNextCommands(report: Report, { path, jobDir, argv }: ReportContext): NextCommands {
  // Without them the same command would stop at the same row.
  const args = [...argv, ...(report.missingArguments ?? [])];
  const onFixed = args.map((arg) => (arg === path ? getFixedName(path) : arg));
  const hasJob = onFixed.some((arg) => /^--job\b/.test(arg));
  return {
    resume: report.status === "finished" ? undefined : args,
    retryRejected: report.rejected === 0 ? undefined : hasJob ? onFixed : [...onFixed, "--job", jobDir],
  };
}

/** A report as text: how the run ended, its numbers, and what to do next. */
export function describeReport(report: Report, context: ReportContext): string {
  const { jobDir, rejectedFile, printedWarnings, path } = context;
  const { unknown, unknownFromEarlierRuns } = report;
  const { resume, retryRejected } = planNextCommands(report, context);
  const lines = [
    ...report.warnings
      .filter((warning) => !printedWarnings.has(warning))
      .map((warning) => `warning: ${warning}`),
    formatHeadline(report),
    ...formatNumbers(report),
  ];
  if (retryRejected) {
    const fixed = getFixedName(path);
    lines.push(
      `Copy ${join(jobDir, rejectedFile)} to ${fixed}, fix the rows (each lists its error), then run:`,
      `  ${formatCommand(retryRejected)}`,
    );
  }
  if (unknown + unknownFromEarlierRuns > 0) {
    lines.push(
      `${join(jobDir, "unknown.jsonl")} lists interviews whose creation could not be confirmed.`,
      "Re-run the import within 23 hours of the first attempt to retry them safely. After that, look them up in",
      "Feishu Hire: this job does not send them again. Import those that are missing as a file and a job of their own.",
    );
  }
  if (resume) {
    const when = report.status === "interrupted" ? "Resume with" : "Fix the problem, then resume with";
    lines.push(`${when}:  ${formatCommand(resume)}`);
  }
  lines.push(`Report: ${join(jobDir, "report.json")}`);
  return `${lines.join("\n")}\n`;
}

function formatNumbers(report: Report): string[] {
  const { read, created, createdTotal, rejected, unknown, skipped, notAttempted } = report;
  return [
    `  read          ${read}`,
    `  created       ${created}${createdTotal > created ? `   (${createdTotal} in all runs)` : ""}`,
    `  rejected      ${rejected}`,
    `  unknown       ${unknown}`,
    `  skipped       ${skipped}   (created before, or duplicate rows)`,
    `  not attempted ${notAttempted}`,
  ];
}

function getFixedName(path: string): string {
  return `fixed${extname(path)}`;
}
