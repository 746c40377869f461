import {
  type AssessmentType,
  AssessmentTypeLabel,
  AssessmentTypeValueField,
} from "../../../../generated/enums.js";
import type { ExternalInterviewCreate } from "../../../../generated/schema.js";
import { type Phrase, phrase } from "../../messages/phrase.js";
import type { Issue } from "./row-problem.js";

const VALUE_FIELDS = Object.values(AssessmentTypeValueField);

/** Value fields that do not match their dimension's type, which Feishu will not show, and types without a value. */
export function findMisplacedValues(body: ExternalInterviewCreate): Issue[] {
  const issues: Issue[] = [];
  body.interview_assessments?.forEach((assessment, i) => {
    assessment.assessment_dimension_list?.forEach((dimension, j) => {
      const { assessment_type: type } = dimension;
      const own = type && AssessmentTypeValueField[type];
      if (own && VALUE_FIELDS.every((field) => dimension[field] === undefined)) {
        const pointer = `/interview_assessments/${i}/assessment_dimension_list/${j}/${own}`;
        issues.push({ pointer, expected: phrase("valueOfType"), received: phrase("nothing") });
      }
      for (const field of VALUE_FIELDS) {
        if (dimension[field] === undefined || field === own) continue;
        const pointer = `/interview_assessments/${i}/assessment_dimension_list/${j}/${field}`;
        issues.push({ pointer, expected: describeExpected(type), received: phrase("valueIn", { field }) });
      }
    });
  });
  return issues;
}

function describeExpected(type: AssessmentType | undefined): Phrase {
  if (type === undefined) return phrase("typeBeside");
  const [field, label] = [AssessmentTypeValueField[type], AssessmentTypeLabel[type]];
  return phrase("valueAlone", { field, type, label });
}
