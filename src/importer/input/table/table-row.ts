import type { ExternalInterviewCreate } from "../../../../generated/schema.js";
import type { CsvRecord } from "../csv/csv-records.js";
import { checkBody } from "../rows/check-body.js";
import type { InterviewRow, RowProblem } from "../rows/interview-row.js";
import { type Finding, quoteOrDescribe, rowProblem } from "../rows/row-problem.js";
import type { TimeZone } from "../rows/time-zone.js";
import type { CsvGroup } from "./group-records.js";
import { csvBody } from "./table-body.js";
import { CsvCells } from "./table-cells.js";
import type { CsvColumn, CsvColumns } from "./table-columns.js";

/** Understands a CSV's group of records as an interview. */
export function csvRow(group: CsvGroup, columns: CsvColumns, zone: TimeZone | undefined): InterviewRow {
  const readable = group.records.filter(({ fault, cells }) => !fault && columns.fits(cells));
  const [head] = readable;
  const { body, ...read } = head ? readBody(head, readable, new CsvCells(columns, zone)) : NOTHING_READ;
  const { records } = group;
  const [first, ...more] = [...group.problems, ...read.problems];
  const line = records[0]?.line ?? 1;
  return {
    line,
    get raw() {
      return records.map((record) => record.raw);
    },
    bytes: records.reduce((sum, record) => sum + record.bytes, 0),
    externalId: read.externalId,
    assignedId: (head && columns.assignedId(head.cells)) || undefined,
    warnings: read.warnings,
    ...(body && !first
      ? { body, problems: [] as const }
      : { body: undefined, problems: [first ?? unreadable(line), ...more] as const }),
  };
}

interface ReadBody {
  readonly body: ExternalInterviewCreate | undefined;
  readonly externalId: string | undefined;
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly RowProblem[];
}

const NOTHING_READ: ReadBody = { body: undefined, externalId: undefined, problems: [], warnings: [] };

function readBody(head: CsvRecord, records: readonly CsvRecord[], cells: CsvCells): ReadBody {
  const { body, placeOf } = csvBody(head, records, cells);
  const at = ({ pointer, expected, received }: Finding) => {
    const { record, column } = placeOf(pointer);
    const cell = cells.word(record, column);
    const told = cell !== undefined && isTime(column) ? asWritten(received, cell) : received;
    return cells.at(record, column, expected, told);
  };
  const checked = checkBody(body);
  // What a cell cannot be read as, the spec refuses too, in other words.
  const isNew = ({ line, field }: RowProblem) =>
    !cells.problems.some((problem) => problem.line === line && problem.field === field);
  return {
    body: checked.body,
    externalId: cells.word(head, "external_id"),
    problems: [...cells.problems, ...(checked.body ? [] : checked.problems.map(at).filter(isNew))],
    warnings: [...cells.warnings, ...(checked.body ? checked.warnings.map(at) : [])],
  };
}

function isTime(column: CsvColumn): boolean {
  return column === "begin_time" || column === "end_time";
}

/** What is wrong with a time, told of the cell and not of the milliseconds made of it. */
function asWritten(received: string, cell: string): string {
  return received.replace(/^-?\d+/, quoteOrDescribe(cell)).replace(/ begin_time -?\d+$/, " begin_time");
}

function unreadable(line: number): RowProblem {
  return rowProblem({ line, field: "", expected: "an interview", received: "rows that cannot be read" });
}
