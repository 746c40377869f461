import type { InterviewRow, Rejection } from "../rows/interview-row.js";
import { type CsvColumns, REJECTED_COLUMNS, UNCLEAR_FIELD, UNCLEAR_MARK } from "../table/table-columns.js";
import type { CsvRecord } from "./csv-records.js";

/** Chinese Excel takes a CSV without it for GB18030. */
const BYTE_ORDER_MARK = "\uFEFF";
const LINE_END = "\r\n";

/** The header of the file of rejected rows. */
export function rejectedCsvHeader(header: CsvRecord, columns: CsvColumns): string {
  return `${BYTE_ORDER_MARK}${withoutReason(header.raw, columns)},${REJECTED_COLUMNS.join(",")}${LINE_END}`;
}

/** The interview's records, unchanged but for the reason's cells behind each. */
export function formatRejectedCsv(row: InterviewRow, rejection: Rejection, columns: CsvColumns): string {
  const { reason, code = "", logId = "", key = "" } = rejection;
  const isUnclear = row.problems.some((problem) => problem.field === UNCLEAR_FIELD);
  const field = isUnclear ? UNCLEAR_MARK : (rejection.field ?? "");
  const cells = [String(code), logId, key, field, reason].map(quote).join(",");
  return row.raw.map((record) => `${padded(record, columns)},${cells}${LINE_END}`).join("");
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** With the blank cells that a spreadsheet has left out at its end, so that what comes next stands in its column. */
function padded(record: string, columns: CsvColumns): string {
  const own = withoutReason(record, columns);
  return own + ",".repeat(Math.max(0, columns.ownCount - cellEnds(own).length));
}

/** A record without the reason that a file of rejected rows has given it before. */
function withoutReason(record: string, columns: CsvColumns): string {
  if (!columns.endWithRejected) return record;
  const ends = cellEnds(record);
  const behind = record.slice(ends[columns.ownCount + REJECTED_COLUMNS.length - 1] ?? record.length);
  // Behind a cell too many, the reason is not where it should be: rather have it twice than lose that cell.
  return /[^,\s]/.test(behind) ? record : record.slice(0, ends[columns.ownCount - 1]);
}

/** Where each cell of a record ends. A doubled quote closes and opens again, so it needs no care. */
function cellEnds(record: string): number[] {
  const ends: number[] = [];
  let quoted = false;
  for (let at = 0; at < record.length; at++) {
    if (record[at] === '"') quoted = !quoted;
    else if (record[at] === "," && !quoted) ends.push(at);
  }
  return [...ends, record.length];
}
