import { INTERVIEW_SCHEMA } from "../schema/interview-schema.js";
import type { AssessmentColumn, DimensionColumn, InterviewColumn } from "../schema/table-schema.js";

/** The column of a field, and of which assessment and dimension it is. */
export type FieldColumn =
  | { readonly of: "interview"; readonly column: InterviewColumn }
  | { readonly of: "assessment"; readonly column: AssessmentColumn; readonly assessment: number }
  | {
      readonly of: "dimension";
      readonly column: DimensionColumn;
      readonly assessment: number;
      readonly dimension: number;
    };

/** An item that only the other side has is at a minus instead of a number. */
const IN_ASSESSMENT = /^\/interview_assessments\/(\d+|-)(?:\/assessment_dimension_list\/(\d+|-))?\/(\w+)/;

const ASSESSMENT_COLUMNS: Readonly<Record<string, AssessmentColumn>> = {
  username: "username",
  conclusion: "conclusion",
  content: "comment",
};

const DIMENSION_COLUMNS: Readonly<Record<string, DimensionColumn>> = {
  title: "dimension_title",
  description: "dimension_description",
  assessment_type: "dimension_type",
};

/** The name of the column that holds the field at a JSON pointer into an interview; undefined if no one column does. */
export function findColumnName(pointer: string): string | undefined {
  return findColumn(pointer)?.column;
}

export function findColumn(pointer: string): FieldColumn | undefined {
  const own = INTERVIEW_SCHEMA.interview.find(({ name }) => pointer === `/${name}`);
  if (own) return { of: "interview", column: own.name };
  const [, i, j, field = ""] = IN_ASSESSMENT.exec(pointer) ?? [];
  if (i === undefined) return undefined;
  const assessment = Number(i);
  if (j !== undefined) {
    const column = DIMENSION_COLUMNS[field] ?? "dimension_value";
    return { of: "dimension", column, assessment, dimension: Number(j) };
  }
  const column = ASSESSMENT_COLUMNS[field];
  return column && { of: "assessment", column, assessment };
}
