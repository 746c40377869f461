import type { ExternalInterviewCreate } from "../../../../generated/schema.js";
import { type Phrase, phrase } from "../../messages/phrase.js";
import { checkBody } from "../rows/check-body.js";
import type { IdChecker } from "../rows/check-ids.js";
import type { FieldPlace, InterviewRow, LocateField, RowProblem } from "../rows/interview-row.js";
import { normalizeBody } from "../rows/normalize-body.js";
import { describeText, type Issue } from "../rows/row-problem.js";
import type { TimeZone } from "../rows/time-zone.js";
import { buildInterviewBody } from "./body/interview-body.js";
import { TableCells } from "./body/table-cells.js";
import type { RecordGroup } from "./group-records.js";
import { createRecordProblem } from "./record-problem.js";
import type { TableColumns } from "./schema/table-columns.js";
import type { ColumnName } from "./schema/table-schema.js";
import type { TableRecord } from "./table-record.js";

/** What reading a row takes besides the row. */
export interface TableContext {
  readonly columns: TableColumns;
  readonly zone: TimeZone | undefined;
  readonly ids: IdChecker;
}

/** Reads a group of records as an interview. */
export function readTableRow(
  { records, problems }: RecordGroup,
  otherProblems: readonly RowProblem[],
  context: TableContext,
): InterviewRow {
  const { columns } = context;
  const readable = records.filter((record) => !record.fault && columns.hasExpectedWidth(record));
  const [head] = readable;
  const { body, locate, ...read } = head ? readBody(head, readable, context) : NOTHING_READ;
  const [first, ...more] = [...problems, ...otherProblems, ...read.problems];
  // Records with the same line are made of one row, which is written back once.
  const rows = records.filter(({ line }, index) => line !== records[index - 1]?.line);
  return {
    line: records[0]?.line ?? 1,
    readRaw: () => rows.map((record) => record.raw),
    bytes: rows.reduce((sum, record) => sum + record.bytes, 0),
    externalId: read.externalId ?? findId(records[0], columns),
    assignedId: (head && columns.assignedId(head.cells)) || undefined,
    warnings: read.warnings,
    ...(body && !first
      ? { body, locate, problems: [] as const }
      : { body: undefined, problems: [first ?? unreadable(records), ...more] as const }),
  };
}

/** The id of a record that cannot be read as a whole. */
function findId(record: TableRecord | undefined, columns: TableColumns): string | undefined {
  if (!record || (!record.fault && columns.indexOf("external_id") !== 0)) return undefined;
  return columns.trimmed(record.cells, "external_id") || undefined;
}

interface ReadBody {
  readonly body: ExternalInterviewCreate | undefined;
  readonly locate: LocateField | undefined;
  readonly externalId: string | undefined;
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly RowProblem[];
}

const NOTHING_READ: ReadBody = {
  body: undefined,
  locate: undefined,
  externalId: undefined,
  problems: [],
  warnings: [],
};

function readBody(
  head: TableRecord,
  records: readonly TableRecord[],
  { columns, zone, ids }: TableContext,
): ReadBody {
  const cells = new TableCells(columns, zone);
  cells.addFaults(records);
  const { body, locate } = buildInterviewBody(head, records, cells);
  normalizeBody(body);
  const problemAt = ({ pointer, expected, received }: Issue) => {
    const { record, column } = locate(pointer) ?? { record: head, column: "external_application_id" };
    const cell = cells.trimmed(record, column);
    const actual = cell !== undefined && isTime(column) ? quoteCell(received, cell) : received;
    return cells.problemAt(record, column, expected, actual);
  };
  const checked = checkBody(body, ids);
  // What a cell cannot be read as, the spec rejects too, in other words.
  const isNew = (problem: RowProblem) => !cells.hasProblem(problem);
  return {
    body: checked.body,
    locate: (pointer) => {
      if (pointer === "") return locateRow(head);
      const found = locate(pointer);
      return found && cells.locate(found.record, found.column);
    },
    externalId: cells.trimmed(head, "external_id"),
    problems: [...cells.problems, ...(checked.body ? [] : checked.problems.map(problemAt).filter(isNew))],
    warnings: [...cells.warnings, ...(checked.body ? checked.warnings.map(problemAt) : [])],
  };
}

function locateRow(record: TableRecord): FieldPlace {
  const { text: place, sheet } = record.locate();
  return { line: record.line, sheet, field: "", place };
}

function isTime(column: ColumnName): boolean {
  return column === "begin_time" || column === "end_time";
}

/** Quotes the cell instead of the milliseconds made of it. */
function quoteCell(received: Phrase, cell: string): Phrase {
  const time = describeText(cell);
  if (received.key === "beforeBeginTime") return phrase("beforeBegin", { time });
  return "time" in received.params ? received.with({ time }) : received;
}

function unreadable([record]: readonly TableRecord[]): RowProblem {
  if (!record) throw new Error("A group has at least one record.");
  return createRecordProblem(record, { expected: phrase("interview"), received: phrase("unreadableRows") });
}
