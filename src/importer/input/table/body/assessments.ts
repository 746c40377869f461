import { phrase } from "../../../messages/phrase.js";
import type { TableRecord } from "../table-record.js";
import { dimensionBody } from "./dimensions.js";
import { omitUndefined } from "./omit-undefined.js";
import type { TableCells } from "./table-cells.js";

/** The records of one interviewer's assessment. */
export interface AssessmentRecords {
  /** The one with the interviewer's cells. */
  readonly head: TableRecord;
  /** One a dimension. */
  readonly dimensions: readonly TableRecord[];
}

/**
 * Groups an interview's records by interviewer: a record belongs to the assessment before it if its interviewer's
 * cells are the same or blank.
 */
export function groupAssessments(
  records: readonly TableRecord[],
  cells: TableCells,
): readonly AssessmentRecords[] {
  const assessments: { head: TableRecord; dimensions: TableRecord[] }[] = [];
  for (const record of records) {
    const hasDimension = cells.schema.dimension.some(({ name }) => cells.text(record, name) !== undefined);
    const hasAssessment = isAssessed(record, cells);
    if (!hasDimension && !hasAssessment) {
      if (records.length > 1)
        cells.addWarning(record, "dimension_title", phrase("dimensionOrComment"), phrase("neither"));
      continue;
    }
    const last = assessments.at(-1);
    if (!last && !hasAssessment && records.some((other) => isAssessed(other, cells))) {
      cells.addProblem(record, "username", phrase("interviewerFirst"), phrase("nothing"));
    }
    const dimensions = hasDimension ? [record] : [];
    if (last && continuesAssessment(last.head, record, cells)) last.dimensions.push(...dimensions);
    else assessments.push({ head: record, dimensions });
  }
  return assessments;
}

function isAssessed(record: TableRecord, cells: TableCells): boolean {
  return cells.schema.assessment.some(({ name }) => cells.text(record, name) !== undefined);
}

function continuesAssessment(head: TableRecord, record: TableRecord, cells: TableCells): boolean {
  return cells.schema.assessment.every(({ name }) => {
    const cell = cells.trimmed(record, name);
    return cell === undefined || cell === cells.trimmed(head, name);
  });
}

/** An assessment as the API has it. */
export function assessmentBody(
  { head, dimensions }: AssessmentRecords,
  cells: TableCells,
): Record<string, unknown> {
  return omitUndefined({
    username: cells.text(head, "username"),
    conclusion: cells.enumValue(head, "conclusion", cells.schema.conclusions),
    assessment_dimension_list:
      dimensions.length > 0 ? dimensions.map((record) => dimensionBody(record, cells)) : undefined,
    content: cells.text(head, "comment"),
  });
}
