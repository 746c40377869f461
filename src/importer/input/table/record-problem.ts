import type { RowProblem } from "../rows/interview-row.js";
import { rowProblem } from "../rows/row-problem.js";
import type { Fault, TableRecord } from "./table-record.js";

/** A problem of a record as a whole. */
export function recordProblem(record: TableRecord, { expected, received }: Fault): RowProblem {
  return rowProblem({ line: record.line, field: "", expected, received }, record.locate().text);
}
