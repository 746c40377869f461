import type { ExternalInterviewCreate } from "../../../../generated/schema.js";
import { createExternalInterview } from "../../../../generated/validators/createExternalInterview.js";
import { describeViolations } from "../../../validation/describe-violations.js";
import { findDamagedIds, findRoundedIds } from "./check-ids.js";
import { findWrongTimes } from "./check-times.js";
import { findMisplacedValues } from "./check-values.js";
import type { Issue } from "./row-problem.js";

export type CheckedBody =
  | { readonly body: ExternalInterviewCreate; readonly warnings: readonly Issue[] }
  | { readonly body: undefined; readonly problems: readonly [Issue, ...Issue[]] };

/** Holds a body against the spec, and against what the spec cannot know. One problem a field. */
export function checkBody(body: unknown): CheckedBody {
  const damage = [...findDamagedIds(body), ...findWrongTimes(body)];
  if (createExternalInterview.body.accepts(body)) {
    const [first, ...more] = damage;
    if (first) return { body: undefined, problems: [first, ...more] };
    return { body, warnings: [...findRoundedIds(body), ...findMisplacedValues(body)] };
  }
  const violations = describeViolations(createExternalInterview.body.explain(body), body);
  const byField = new Map([...violations, ...damage].map((finding) => [finding.pointer, finding]));
  const [first = AGAINST_SPEC, ...more] = byField.values();
  return { body: undefined, problems: [first, ...more] };
}

const AGAINST_SPEC: Issue = { pointer: "", expected: "a body that the spec allows", received: "another" };
