import { translate } from "../language/translate.js";
import { verifyMessages } from "../messages/commands/verify.js";

const IN_ASSESSMENT =
  /^\/interview_assessments(?:\/[\d-]+(?:\/assessment_dimension_list(?:\/[\d-]+(?:\/(\w+))?)?|\/(\w+))?)?$/;

/** Columns that are not called as their fields are. */
const OF_ASSESSMENT: Readonly<Record<string, string>> = { content: "comment" };
const OF_DIMENSION: Readonly<Record<string, string>> = {
  title: "dimension_title",
  description: "dimension_description",
  assessment_type: "dimension_type",
};

/** The columns of a table that JSON pointers into an interview are about, each once. */
export function nameColumns(pointers: readonly string[]): string[] {
  return [...new Set(pointers.map(nameColumn))];
}

function nameColumn(pointer: string): string {
  const match = IN_ASSESSMENT.exec(pointer);
  if (!match) return pointer.slice(1);
  const [, ofDimension, ofAssessment] = match;
  if (ofDimension !== undefined) return OF_DIMENSION[ofDimension] ?? "dimension_value";
  if (ofAssessment !== undefined) return OF_ASSESSMENT[ofAssessment] ?? ofAssessment;
  // One that the other side lacks.
  return translate(
    pointer.includes("dimension") ? verifyMessages.wholeDimension : verifyMessages.wholeAssessment,
  );
}
