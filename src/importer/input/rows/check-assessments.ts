import type { ExternalInterviewCreate } from "../../../../generated/schema.js";
import { phrase } from "../../messages/phrase.js";
import type { Issue } from "./row-problem.js";

/** Dimensions that an assessment has twice, with the same value: mostly a row that was copied. */
export function findRepeatedDimensions(body: ExternalInterviewCreate): Issue[] {
  const issues: Issue[] = [];
  body.interview_assessments?.forEach(({ assessment_dimension_list: dimensions = [] }, i) => {
    if (new Set(dimensions.map(({ title }) => title)).size === dimensions.length) return;
    const seen = new Set<string>();
    for (const [j, dimension] of dimensions.entries()) {
      const text = JSON.stringify(Object.entries(dimension).sort(([a], [b]) => (a < b ? -1 : 1)));
      if (seen.has(text)) {
        const pointer = `/interview_assessments/${i}/assessment_dimension_list/${j}/title`;
        issues.push({ pointer, expected: phrase("dimensionOnce"), received: phrase("dimensionAgain") });
      }
      seen.add(text);
    }
  });
  return issues;
}

/** Interviewers whose names differ in blanks alone: two people in Feishu, and probably one. */
export function findLookalikeNames(body: ExternalInterviewCreate): Issue[] {
  const assessments = body.interview_assessments;
  if (!assessments || assessments.length < 2) return [];
  const names = new Map<string, string>();
  return assessments.flatMap(({ username }, i) => {
    if (username === undefined) return [];
    const key = username.normalize("NFKC").replace(/\s/g, "").toLowerCase();
    const other = names.get(key) ?? username;
    names.set(key, other);
    if (other === username) return [];
    const pointer = `/interview_assessments/${i}/username`;
    return [{ pointer, expected: phrase("nameInOneWay"), received: phrase("nameInTwoWays") }];
  });
}
