import type { AssessmentType, Conclusion, ParticipateStatus } from "../../../../../generated/enums.js";
import type { EnumCells } from "./enum-cells.js";

/** The same in each row of an interview. */
export type InterviewColumn =
  | "external_id"
  | "external_application_id"
  | "participate_status"
  | "begin_time"
  | "end_time";
/** The same in each row of an interviewer's assessment. */
export type AssessmentColumn = "username" | "conclusion" | "comment";
/** One dimension per row. */
export type DimensionColumn =
  | "dimension_title"
  | "dimension_description"
  | "dimension_type"
  | "dimension_value";
export type ColumnName = InterviewColumn | AssessmentColumn | DimensionColumn;

export function isIdColumn(column: ColumnName): boolean {
  return column === "external_id" || column === "external_application_id";
}

/** A column's names. */
export interface ColumnNames<Name extends ColumnName = ColumnName> {
  readonly name: Name;
  /** Other names that are read as this column. */
  readonly aliases: readonly string[];
  /** Names in other systems: used for a hint only. */
  readonly hintNames: readonly string[];
}

/** The columns of a table of interviews, and the words of those that hold a choice. */
export interface TableSchema {
  readonly interview: readonly ColumnNames<InterviewColumn>[];
  readonly assessment: readonly ColumnNames<AssessmentColumn>[];
  readonly dimension: readonly ColumnNames<DimensionColumn>[];
  readonly participateStatuses: EnumCells<ParticipateStatus>;
  readonly conclusions: EnumCells<Conclusion>;
  readonly dimensionTypes: EnumCells<AssessmentType>;
}

/** All columns, in the order of the template. */
export function listColumns({ interview, assessment, dimension }: TableSchema): readonly ColumnNames[] {
  return [...interview, ...assessment, ...dimension];
}

/** The words that a column can hold; undefined if it can hold any text. */
export function findEnumCells(schema: TableSchema, column: ColumnName): EnumCells<number> | undefined {
  switch (column) {
    case "participate_status":
      return schema.participateStatuses;
    case "conclusion":
      return schema.conclusions;
    case "dimension_type":
      return schema.dimensionTypes;
    default:
      return undefined;
  }
}
