import { translate } from "../language/translate.js";
import { reportMessages } from "../messages/report.js";

/** A line of the input, and the row that a spreadsheet shows it as, if that is another number. */
export interface InputLine {
  readonly line: number;
  readonly row?: number | undefined;
}

export interface LinesOptions {
  /** How many lines there are; those that are given are the first. */
  readonly count: number;
  /** Whether they are rows of a sheet. */
  readonly hasRows: boolean;
}

/** Formats the first of some lines: "line 3", "lines 3, 8, …", "rows 3, 8", "line 8 (row 7 in a spreadsheet)". */
export function formatLines(first: readonly InputLine[], { count, hasRows }: LinesOptions): string {
  const different = [...new Set(first.map(formatLine))];
  const all = count > first.length ? [...different, "…"] : different;
  const lines = all.join(translate(reportMessages.separator));
  const [one, other] = hasRows
    ? [reportMessages.row, reportMessages.rows]
    : [reportMessages.line, reportMessages.lines];
  return translate(all.length === 1 ? one : other, { lines });
}

function formatLine({ line, row }: InputLine): string {
  return row === undefined ? String(line) : translate(reportMessages.lineAndRow, { line, row });
}
