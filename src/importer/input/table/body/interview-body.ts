import type {
  AssessmentColumn,
  ColumnName,
  DimensionColumn,
  InterviewColumn,
} from "../schema/table-schema.js";
import type { TableRecord } from "../table-record.js";
import { type AssessmentRecords, assessmentBody, groupAssessments } from "./assessments.js";
import { omitUndefined } from "./omit-undefined.js";
import type { TableCells } from "./table-cells.js";

/** A request body, and where its fields come from. */
export interface InterviewBody {
  readonly body: Record<string, unknown>;
  /** The cell that a JSON pointer into the body comes from; undefined if it comes from no one cell. */
  locate(pointer: string): BodyCell | undefined;
}

interface BodyCell {
  readonly record: TableRecord;
  readonly column: ColumnName;
}

/** Makes one body of an interview's records, of which `head` is the first. */
export function interviewBody(
  head: TableRecord,
  records: readonly TableRecord[],
  cells: TableCells,
): InterviewBody {
  const source = (column: InterviewColumn) => cells.sharedCell(records, column) ?? head;
  const sources: Readonly<Record<InterviewColumn, TableRecord>> = {
    external_id: source("external_id"),
    external_application_id: source("external_application_id"),
    participate_status: source("participate_status"),
    begin_time: source("begin_time"),
    end_time: source("end_time"),
  };
  cells.rejectUnidentifiedRows(records);
  const assessments = groupAssessments(records, cells);
  const { participateStatuses, interview } = cells.schema;
  const times = cells.times(sources);
  const body = omitUndefined({
    external_id: cells.trimmed(sources.external_id, "external_id"),
    external_application_id: cells.trimmed(sources.external_application_id, "external_application_id"),
    participate_status: cells.enumValue(
      sources.participate_status,
      "participate_status",
      participateStatuses,
    ),
    begin_time: times.begin_time,
    end_time: times.end_time,
    interview_assessments:
      assessments.length > 0 ? assessments.map((one) => assessmentBody(one, cells)) : undefined,
  });
  const locate = (pointer: string) => {
    const column = interview.find(({ name }) => pointer === `/${name}`)?.name;
    return column ? { record: sources[column], column } : locateInAssessments(pointer, assessments);
  };
  return { body, locate };
}

const IN_ASSESSMENTS =
  /^\/interview_assessments\/(\d+)(?:\/assessment_dimension_list\/(\d+))?\/(?!assessment_dimension_list)(\w+)/;

const ASSESSMENT_COLUMNS: Readonly<Record<string, AssessmentColumn>> = {
  username: "username",
  conclusion: "conclusion",
};

const DIMENSION_COLUMNS: Readonly<Record<string, DimensionColumn>> = {
  title: "dimension_title",
  description: "dimension_description",
  assessment_type: "dimension_type",
};

function locateInAssessments(
  pointer: string,
  assessments: readonly AssessmentRecords[],
): BodyCell | undefined {
  const [, i, j, field = ""] = IN_ASSESSMENTS.exec(pointer) ?? [];
  const assessment = assessments[Number(i)];
  if (!assessment) return undefined;
  if (j === undefined) {
    const column = ASSESSMENT_COLUMNS[field] ?? "comment";
    return { record: assessment.sources[column], column };
  }
  const record = assessment.dimensions[Number(j)];
  return record && { record, column: DIMENSION_COLUMNS[field] ?? "dimension_value" };
}
