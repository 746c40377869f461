import type { RowProblem } from "../input/rows/interview-row.js";

/** At most this many problems of a row are reported. */
const MAX_PROBLEMS = 10;

/** A row's problems in one line. */
export function describeProblems(problems: readonly RowProblem[]): string {
  const reported = problems.slice(0, MAX_PROBLEMS).map(({ message }) => message);
  const more = problems.length - reported.length;
  return [...reported, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}
