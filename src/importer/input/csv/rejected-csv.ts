import type { InterviewRow, RejectionNote } from "../rows/interview-row.js";
import type { HeaderShape } from "../table/schema/header-shape.js";
import { chooseMark, REJECTED_COLUMNS } from "../table/schema/rejected-columns.js";
import type { TableRecord } from "../table/table-record.js";
import type { RejectedWriter } from "../table/table-source.js";
import { BYTE_ORDER_MARK, escapeFormula, formatRecord, LINE_END } from "./format-record.js";

/** Writes rejected rows as CSV. */
export class RejectedCsvWriter implements RejectedWriter {
  readonly header: string;
  readonly #shape: HeaderShape;
  readonly #separator: string;

  constructor(header: TableRecord, shape: HeaderShape, separator = ",") {
    this.#shape = shape;
    this.#separator = separator;
    this.header = `${BYTE_ORDER_MARK}${this.#pad(header.raw)}${separator}${REJECTED_COLUMNS.join(separator)}${LINE_END}`;
  }

  formatRow(row: InterviewRow, note: RejectionNote): string {
    const { reason, code, logId = "", key = "" } = note;
    const mark = chooseMark(row, note);
    const cells = [String(code ?? ""), escapeFormula(logId), key, mark, escapeFormula(reason)];
    const written = formatRecord(cells, this.#separator);
    return row
      .readRaw()
      .map((record) => `${this.#pad(record)}${this.#separator}${written}${LINE_END}`)
      .join("");
  }

  /** A record without an earlier reason, and with the blank cells at its end that a spreadsheet has dropped. */
  #pad(record: string): string {
    const own = this.#removeReason(record);
    const missing = this.#shape.ownCount - findCellEnds(own, this.#separator).length;
    return own + this.#separator.repeat(Math.max(0, missing));
  }

  #removeReason(record: string): string {
    const { hasRejectionColumns, ownCount, count } = this.#shape;
    const ends = findCellEnds(record, this.#separator);
    if (!hasRejectionColumns && ends.length <= ownCount) return record;
    const surplus = record.slice(ends[count - 1] ?? record.length);
    // With a cell too many, the reason is under another column: better to have it twice than to lose that cell.
    if (surplus.replaceAll(this.#separator, "").trim() !== "") return record;
    return record.slice(0, ends[ownCount - 1]);
  }
}

/**
 * Where each cell of a record ends. A doubled quote closes and opens again, so it needs no care. In a cell that does not
 * begin with a quote, or with that of `="…"`, quotes are text.
 */
function findCellEnds(record: string, separator: string): number[] {
  const ends: number[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < record.length; at++) {
    if (record[at] === '"') isQuoted = !isQuoted && /^=?"/.test(record.slice(start, start + 2));
    else if (record[at] === separator && !isQuoted) {
      ends.push(at);
      start = at + 1;
    }
  }
  return [...ends, record.length];
}
