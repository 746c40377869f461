import { phrase } from "../../messages/phrase.js";
import type { RowProblem } from "../rows/interview-row.js";
import { createRowProblem } from "../rows/row-problem.js";
import type { RecordFault, TableRecord } from "./table-record.js";

/** Creates a problem of a record as a whole. */
export function createRecordProblem(record: TableRecord, fault: RecordFault): RowProblem {
  const { expected, received, at = record.locate() } = fault;
  const { text: place, sheet, cell } = at;
  return createRowProblem({ line: record.line, sheet, cell, field: "", expected, received }, place);
}

/**
 * Creates the fault of a record that has more or fewer cells than the header. A stray cell of a sheet may be far to the
 * right, so it is named.
 *
 * @param count the number of cells of the header
 */
export function createWidthFault(record: TableRecord, count: number): RecordFault {
  const { cells } = record;
  const stray = cells.findIndex((cell, index) => index >= count && cell.trim() !== "");
  const at = stray < 0 ? undefined : record.locate(stray);
  return {
    expected: phrase("cellCount", { count }),
    received: at?.cell === undefined ? phrase("count", { count: cells.length }) : phrase("cellBeyond"),
    isMisaligned: true,
    at,
  };
}
