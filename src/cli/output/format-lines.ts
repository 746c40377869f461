import { joinList } from "../language/join-list.js";
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

/** Formats some lines: "line 3", "lines 3, 8, …", "rows 3, 8", "lines 6, 8 (row 7 in a spreadsheet)". */
export function formatLines(first: readonly InputLine[], { count, hasRows }: LinesOptions): string {
  const isNumberedTwice = first.some(({ row }) => row !== undefined);
  const different = new Set(first.map(isNumberedTwice ? formatLine : ({ line }) => String(line)));
  const lines = joinList([...different]);
  const [all, firstOnly] = isNumberedTwice
    ? [reportMessages.linesAndRows, reportMessages.firstLinesAndRows]
    : hasRows
      ? [reportMessages.rows, reportMessages.firstRows]
      : [reportMessages.lines, reportMessages.firstLines];
  return count > first.length
    ? translate(firstOnly, { lines })
    : translate(all, { lines, count: different.size });
}

function formatLine({ line, row }: InputLine): string {
  return row === undefined
    ? translate(reportMessages.lineOfSeveral, { line })
    : translate(reportMessages.lineAndRow, { line, row });
}
