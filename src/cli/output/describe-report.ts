import { join } from "node:path";
import type { Phrase, RejectionGroup, Report } from "../../importer/index.js";
import { wrapText } from "../language/text-width.js";
import { formatText, translate } from "../language/translate.js";
import { programMessages } from "../messages/program.js";
import { reportMessages } from "../messages/report.js";
import { formatCommand } from "./format-command.js";
import { formatLines } from "./format-lines.js";
import { formatNumbers, type LabelledNumber } from "./format-numbers.js";
import { listNextSteps, type RunContext } from "./next-steps.js";

/** What a printed report refers to. */
export interface ReportContext extends RunContext {
  readonly printedWarnings: ReadonlySet<Phrase>;
  /** The width of the terminal; undefined if it goes elsewhere. */
  readonly columns: number | undefined;
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

/** A report as text: how the run ended, its numbers, and what to do next. */
export function describeReport(report: Report, context: ReportContext): string {
  const { jobDir, rejectedFile, printedWarnings, columns } = context;
  const wrap = (line: string) => (columns === undefined ? line : wrapText(line, columns));
  const lines = [
    ...report.warnings
      .filter((warning) => !printedWarnings.has(warning))
      .map((warning) => wrap(translate(programMessages.warning, { text: formatText(warning) }))),
    wrap(formatHeadline(report)),
    ...formatNumbers(listNumbers(report)).map(wrap),
    ...listReasons(report, isWorkbook(rejectedFile)).map(wrap),
    // A command to copy stays whole.
    ...listNextSteps(report, context).flatMap(({ text, command }) => [
      wrap(text),
      `  ${formatCommand(command)}`,
    ]),
    wrap(translate(reportMessages.reportFile, { path: join(jobDir, "report.html") })),
  ];
  return `${lines.join("\n")}\n`;
}

const MAX_REASONS = 5;

/** Why interviews were rejected: equal reasons in one line, with the first lines that have them. */
function listReasons({ rejections }: Report, hasRows: boolean): string[] {
  const lines = rejections.slice(0, MAX_REASONS).map((group) => `  ${describeRejections(group, hasRows)}`);
  const more = rejections.length - lines.length;
  if (more > 0) lines.push(`  ${translate(reportMessages.moreReasons, { count: more })}`);
  return lines.length === 0 ? [] : [translate(reportMessages.reasons), ...lines];
}

function describeRejections(group: RejectionGroup, hasRows: boolean): string {
  const { count, first } = group;
  const places = formatLines(first, { count, hasRows });
  return translate(reportMessages.reason, { count, reason: describeReason(group), places });
}

/** Whether the rejected rows are a workbook's, whose lines are rows. */
export function isWorkbook(rejectedFile: string): boolean {
  return rejectedFile.endsWith(".xlsx");
}

/** Why interviews were rejected, and in which field. */
export function describeReason({ reason, field }: RejectionGroup): string {
  const text = formatText(reason);
  // A field in parentheses is none that a person has: the row as a whole, say.
  const isNamed = field !== undefined && field !== "" && !field.startsWith("(");
  return isNamed ? translate(reportMessages.reasonInField, { field, reason: text }) : text;
}

function listNumbers(report: Report): LabelledNumber[] {
  const { read, created, updated, rejected, unknown, skipped, notAttempted } = report;
  return [
    [translate(reportMessages.read), read],
    [translate(reportMessages.created), created, describeCreated(report)],
    ...(updated > 0 ? [[translate(reportMessages.updated), updated] as const] : []),
    [translate(reportMessages.rejected), rejected],
    [translate(reportMessages.unknown), unknown],
    [translate(reportMessages.skipped), skipped, translate(reportMessages.whySkipped)],
    [translate(reportMessages.notAttempted), notAttempted],
  ];
}

/** How many of the created ones were found, and how many there are in all. */
function describeCreated({ created, createdTotal, found }: Report): string | undefined {
  const notes = [
    ...(found > 0 ? [translate(reportMessages.found, { count: found })] : []),
    ...(createdTotal > created ? [translate(reportMessages.inAllRuns, { count: createdTotal })] : []),
  ];
  if (notes.length === 0) return undefined;
  return translate(reportMessages.notes, { notes: notes.join(translate(reportMessages.noteSeparator)) });
}
