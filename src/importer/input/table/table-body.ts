import { ParticipateStatus, ParticipateStatusLabel } from "../../../../generated/enums.js";
import type { CsvRecord } from "../csv/csv-records.js";
import { assessmentBody, type CsvAssessment, csvAssessments, given } from "./assessments.js";
import { Choices } from "./enum-cells.js";
import type { CsvCells } from "./table-cells.js";
import { type CsvColumn, INTERVIEW_COLUMNS } from "./table-columns.js";

const STATUSES = new Choices(ParticipateStatus, ParticipateStatusLabel);

/** A request body, and where its fields stand in the CSV. */
export interface CsvBody {
  readonly body: Record<string, unknown>;
  /** The cell that a JSON pointer into the body comes from. */
  placeOf(pointer: string): { readonly record: CsvRecord; readonly column: CsvColumn };
}

/** Makes one body of an interview's records, of which `head` is the first. */
export function csvBody(head: CsvRecord, records: readonly CsvRecord[], cells: CsvCells): CsvBody {
  const source = (column: (typeof INTERVIEW_COLUMNS)[number]) => cells.shared(records, column) ?? head;
  const sources = {
    external_id: source("external_id"),
    external_application_id: source("external_application_id"),
    participate_status: source("participate_status"),
    begin_time: source("begin_time"),
    end_time: source("end_time"),
  };
  cells.refuseAnonymous(records);
  const assessments = csvAssessments(records, cells);
  const body = given({
    external_id: cells.word(sources.external_id, "external_id"),
    external_application_id: cells.word(sources.external_application_id, "external_application_id"),
    participate_status: cells.choice(sources.participate_status, "participate_status", STATUSES),
    begin_time: cells.time(sources.begin_time, "begin_time"),
    end_time: cells.time(sources.end_time, "end_time"),
    interview_assessments:
      assessments.length > 0 ? assessments.map((one) => assessmentBody(one, cells)) : undefined,
  });
  const placeOf = (pointer: string) => {
    const column = INTERVIEW_COLUMNS.find((name) => pointer === `/${name}`);
    if (column) return { record: sources[column], column };
    return (
      placeInAssessments(pointer, assessments) ?? { record: head, column: "external_application_id" as const }
    );
  };
  return { body, placeOf };
}

const IN_ASSESSMENTS = /^\/interview_assessments\/(\d+)(?:\/assessment_dimension_list\/(\d+))?\/(\w+)/;

const COLUMN_OF_FIELD: Readonly<Record<string, CsvColumn>> = {
  username: "username",
  conclusion: "conclusion",
  title: "dimension_title",
  description: "dimension_description",
  assessment_type: "dimension_type",
};

function placeInAssessments(
  pointer: string,
  assessments: readonly CsvAssessment[],
): ReturnType<CsvBody["placeOf"]> | undefined {
  const [, i, j, field = ""] = IN_ASSESSMENTS.exec(pointer) ?? [];
  const assessment = assessments[Number(i)];
  const record = j === undefined ? assessment?.head : assessment?.dimensions[Number(j)];
  const column = COLUMN_OF_FIELD[field] ?? (j === undefined ? "comment" : "dimension_value");
  return record && { record, column };
}
