import type { ExternalInterviewCreate } from "../../../../generated/schema.js";
import { createExternalInterview } from "../../../../generated/validators/createExternalInterview.js";
import { phrase } from "../../messages/phrase.js";
import { findLookalikeNames, findRepeatedDimensions } from "./check-assessments.js";
import type { IdChecker } from "./check-ids.js";
import { checkTexts } from "./check-texts.js";
import { findUnlikelyTimes, findWrongTimes } from "./check-times.js";
import { findMisplacedValues } from "./check-values.js";
import { describeViolations } from "./describe-violations.js";
import type { Issue } from "./row-problem.js";

export type CheckedBody =
  | { readonly body: ExternalInterviewCreate; readonly warnings: readonly Issue[] }
  | { readonly body: undefined; readonly problems: readonly [Issue, ...Issue[]] };

/** Checks a body against the spec, and for what the spec cannot know. One problem a field. */
export function checkBody(body: unknown, ids: IdChecker): CheckedBody {
  const texts = checkTexts(body);
  const damage = onePerField([...texts.problems, ...ids.findProblems(body), ...findWrongTimes(body)]);
  if (createExternalInterview.body.accepts(body)) {
    const [first, ...more] = damage;
    if (first) return { body: undefined, problems: [first, ...more] };
    const warnings = [
      ...ids.findWarnings(body),
      ...findUnlikelyTimes(body),
      ...findMisplacedValues(body),
      ...findRepeatedDimensions(body),
      ...findLookalikeNames(body),
      ...texts.warnings,
    ];
    return { body, warnings };
  }
  const violations = describeViolations(createExternalInterview.body.explain(body), body);
  const [first = AGAINST_SPEC, ...more] = onePerField([...violations, ...damage]);
  return { body: undefined, problems: [first, ...more] };
}

/** The last issue of each field. */
function onePerField(issues: readonly Issue[]): Issue[] {
  return issues.length < 2
    ? [...issues]
    : [...new Map(issues.map((issue) => [issue.pointer, issue])).values()];
}

const AGAINST_SPEC: Issue = {
  pointer: "",
  expected: phrase("validBody"),
  received: phrase("anotherBody"),
};
