import { translate } from "../language/translate.js";
import { reportMessages } from "../messages/report.js";

export interface LinesOptions {
  /** How many lines there are; those that are given are the first. */
  readonly count: number;
  /** Whether they are rows of a sheet. */
  readonly hasRows: boolean;
}

/** Formats the first of some lines: "line 3", "lines 3, 8, …", "rows 3, 8". */
export function formatLines(first: readonly number[], { count, hasRows }: LinesOptions): string {
  const different = [...new Set(first)];
  const all = count > first.length ? [...different, "…"] : different;
  const lines = all.join(translate(reportMessages.separator));
  const [one, other] = hasRows
    ? [reportMessages.row, reportMessages.rows]
    : [reportMessages.line, reportMessages.lines];
  return translate(all.length === 1 ? one : other, { lines });
}
