import { AssessmentTypeLabel, AssessmentTypeValueField } from "../../../generated/enums.js";
import type {
  ExternalInterviewAssessmentDimensionCreate,
  ExternalInterviewCreate,
} from "../../../generated/schema.js";
import type { Finding } from "./row-problem.js";

const VALUE_FIELDS = Object.values(AssessmentTypeValueField);

/** Value fields that do not belong to their dimension's type: Feishu will not show them. */
export function findMisplacedValues(body: ExternalInterviewCreate): Finding[] {
  const findings: Finding[] = [];
  for (const [i, assessment] of (body.interview_assessments ?? []).entries()) {
    for (const [j, dimension] of (assessment.assessment_dimension_list ?? []).entries()) {
      const pointer = `/interview_assessments/${i}/assessment_dimension_list/${j}`;
      findings.push(...misplacedIn(dimension, pointer));
    }
  }
  return findings;
}

function misplacedIn(dimension: ExternalInterviewAssessmentDimensionCreate, pointer: string): Finding[] {
  const { assessment_type: type } = dimension;
  const right = type === undefined ? undefined : AssessmentTypeValueField[type];
  return VALUE_FIELDS.filter((field) => field !== right && dimension[field] !== undefined).map((field) => ({
    pointer: `${pointer}/${field}`,
    expected:
      type === undefined
        ? "an assessment_type beside it"
        : `${right} alone for type ${type} (${AssessmentTypeLabel[type]})`,
    received: `a value in ${field}`,
  }));
}
