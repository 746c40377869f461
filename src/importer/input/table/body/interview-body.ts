import type { ColumnName, InterviewColumn } from "../schema/table-schema.js";
import type { TableRecord } from "../table-record.js";
import { type AssessmentRecords, buildAssessment, groupAssessments } from "./assessments.js";
import { type FieldColumn, findColumn } from "./find-column.js";
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

/** Builds the body of an interview from its records, of which `head` is the first. */
export function buildInterviewBody(
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
  const { participateStatuses } = cells.schema;
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
      assessments.length > 0 ? assessments.map((one) => buildAssessment(one, cells)) : undefined,
  });
  const locate = (pointer: string) => {
    const found = findColumn(pointer);
    if (found?.of === "interview") return { record: sources[found.column], column: found.column };
    return found && locateInAssessments(found, assessments);
  };
  return { body, locate };
}

function locateInAssessments(
  found: Exclude<FieldColumn, { readonly of: "interview" }>,
  assessments: readonly AssessmentRecords[],
): BodyCell | undefined {
  const assessment = assessments[found.assessment];
  const record =
    found.of === "assessment" ? assessment?.sources[found.column] : assessment?.dimensions[found.dimension];
  return record && { record, column: found.column };
}
