import type { RowProblem } from "../input/rows/interview-row.js";
import { describeProblem } from "../input/rows/row-problem.js";
import { type Phrase, phrase } from "../messages/phrase.js";

/** At most this many problems of a row are reported. */
const MAX_PROBLEMS = 10;

/** A row's problems in one line. */
export function describeProblems(problems: readonly [RowProblem, ...RowProblem[]]): Phrase {
  const reported = problems.slice(0, MAX_PROBLEMS).map(describeProblem);
  const more = problems.length - reported.length;
  const all = more > 0 ? [...reported, phrase("moreProblems", { count: more })] : reported;
  return all.reduceRight((rest, first) => phrase("problems", { first, rest }));
}
