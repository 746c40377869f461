import { extname, join } from "node:path";
import type { Phrase, RejectionGroup, Report } from "../../importer/index.js";
import { wrapText } from "../language/text-width.js";
import { formatText, translate } from "../language/translate.js";
import { programMessages } from "../messages/program.js";
import { reportMessages } from "../messages/report.js";
import { formatCommand } from "./format-command.js";
import { formatLines } from "./format-lines.js";
import { formatNumbers, type LabelledNumber } from "./format-numbers.js";

/** What a report refers to. */
export interface ReportContext {
  readonly path: string;
  readonly jobDir: string;
  /** The path of the file's mapping, if it has one. */
  readonly mapping?: string | undefined;
  /** The command that was run, without the program's name. */
  readonly argv: readonly string[];
  readonly rejectedFile: string;
  readonly printedWarnings: ReadonlySet<Phrase>;
  /** The width of the terminal; undefined if it goes elsewhere. */
  readonly columns: number | undefined;
}

/** The command to run next: to resume, or to import a file of fixed rows. */
export interface NextCommands {
  /** Resumes the run; undefined if it finished. */
  readonly resume: readonly string[] | undefined;
  /** Imports a fixed copy of the rejected rows; undefined if there are none. */
  readonly retryRejected: readonly string[] | undefined;
  /** Looks for the interviews of unknown outcome; undefined if there are none. */
  readonly settle: readonly string[] | undefined;
}

/** How a run ended, in one line. */
export function formatHeadline({ status, reason }: Report): string {
  const headline = translate(reportMessages[status]);
  if (reason === undefined || status === "interrupted")
    return translate(reportMessages.headline, { status: headline });
  return translate(reportMessages.headlineWithReason, {
    status: headline,
    reason: formatText(reason).replace(/[.。]$/, ""),
  });
}

/** What to run next, as arguments. */
export function planNextCommands(
  report: Report,
  { path, jobDir, mapping, argv }: ReportContext,
): NextCommands {
  // Without them the same command would stop at the same row.
  const args = [...argv, ...(report.missingArguments ?? [])];
  const onFixed = dropSource(args).map((arg) => (arg === path ? getFixedName(path) : arg));
  const has = (flag: string) => onFixed.some((arg) => arg === flag || arg.startsWith(`${flag}=`));
  if (!has("--job")) onFixed.push("--job", jobDir);
  if (mapping !== undefined && !has("--map")) onFixed.push("--map", mapping);
  return {
    resume: report.status === "finished" ? undefined : args,
    retryRejected: report.rejected === 0 ? undefined : onFixed,
    settle:
      countUnknown(report) === 0 ? undefined : [...argv, ...(argv.includes("--settle") ? [] : ["--settle"])],
  };
}

/** Flags that hold for the original file, not for rejected rows, which are lines of UTF-8. */
const OF_SOURCE = /^--(items|encoding)(=|$)/;

function dropSource(args: readonly string[]): string[] {
  return args.filter((arg, i) => {
    const before = args[i - 1] ?? "";
    const isValue = before === "--items" || before === "--encoding";
    return !OF_SOURCE.test(arg) && !isValue;
  });
}

/** A report as text: how the run ended, its numbers, and what to do next. */
export function describeReport(report: Report, context: ReportContext): string {
  const { jobDir, rejectedFile, printedWarnings, path } = context;
  const { resume, retryRejected, settle } = planNextCommands(report, context);
  const lines = [
    ...report.warnings
      .filter((warning) => !printedWarnings.has(warning))
      .map((warning) => translate(programMessages.warning, { text: formatText(warning) })),
    formatHeadline(report),
    ...formatNumbers(listNumbers(report)),
    ...listReasons(report),
  ];
  if (retryRejected) {
    const fixed = getFixedName(path);
    lines.push(
      translate(reportMessages.fixRows, { rejected: join(jobDir, rejectedFile), fixed }),
      `  ${formatCommand(retryRejected)}`,
    );
  }
  if (settle) {
    lines.push(
      translate(reportMessages.unknownRows, { path: join(jobDir, "unknown.jsonl") }),
      `  ${formatCommand(settle)}`,
    );
  }
  if (resume) {
    const message = report.status === "interrupted" ? reportMessages.resume : reportMessages.fixAndResume;
    lines.push(translate(message), `  ${formatCommand(resume)}`);
  }
  lines.push(translate(reportMessages.reportFile, { path: join(jobDir, "report.html") }));
  return `${lines.map((line) => wrapLine(line, context.columns)).join("\n")}\n`;
}

/** Wraps prose; a command to copy and an aligned number are indented, and stay whole. */
function wrapLine(line: string, columns: number | undefined): string {
  return columns === undefined || line.startsWith("  ") ? line : wrapText(line, columns);
}

const MAX_REASONS = 5;

/** Why interviews were rejected: equal reasons in one line, with the first lines that have them. */
function listReasons({ rejections }: Report): string[] {
  const lines = rejections.slice(0, MAX_REASONS).map((group) => `  ${describeRejections(group)}`);
  const more = rejections.length - lines.length;
  if (more > 0) lines.push(`  ${translate(reportMessages.moreReasons, { count: more })}`);
  return lines.length === 0 ? [] : [translate(reportMessages.reasons), ...lines];
}

function describeRejections(group: RejectionGroup): string {
  const { count, first } = group;
  const lines = first.map(({ line }) => line);
  return translate(reportMessages.reason, {
    count,
    reason: describeReason(group),
    lines: formatLines(lines, count),
  });
}

/** Why interviews were rejected, and in which field. */
export function describeReason({ reason, field }: RejectionGroup): string {
  const text = formatText(reason);
  return field ? translate(reportMessages.reasonInField, { field, reason: text }) : text;
}

function countUnknown({ unknown, unknownFromEarlierRuns }: Report): number {
  return unknown + unknownFromEarlierRuns;
}

function listNumbers(report: Report): LabelledNumber[] {
  const { read, created, createdTotal, updated, rejected, unknown, skipped, notAttempted } = report;
  const inAllRuns =
    createdTotal > created ? translate(reportMessages.inAllRuns, { count: createdTotal }) : undefined;
  return [
    [translate(reportMessages.read), read],
    [translate(reportMessages.created), created, inAllRuns],
    ...(updated > 0 ? [[translate(reportMessages.updated), updated] as const] : []),
    [translate(reportMessages.rejected), rejected],
    [translate(reportMessages.unknown), unknown],
    [translate(reportMessages.skipped), skipped, translate(reportMessages.whySkipped)],
    [translate(reportMessages.notAttempted), notAttempted],
  ];
}

function getFixedName(path: string): string {
  return `fixed${extname(path)}`;
}
