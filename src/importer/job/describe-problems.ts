import type { RowProblem } from "../input/rows/interview-row.js";

/** At most this many problems of a row are reported. */
const MOST_PROBLEMS = 10;

/** A row's problems in one line. */
export function describeProblems(problems: readonly RowProblem[]): string {
  const told = problems.slice(0, MOST_PROBLEMS).map(({ message }) => message);
  const more = problems.length - told.length;
  return [...told, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}
