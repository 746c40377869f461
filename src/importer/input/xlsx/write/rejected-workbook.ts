import type { InterviewRow, RejectionNote } from "../../rows/interview-row.js";
import type { HeaderShape } from "../../table/schema/header-shape.js";
import { MISALIGNED_FIELD, MISALIGNED_MARK, REJECTED_COLUMNS } from "../../table/schema/rejected-columns.js";
import type { TableRecord } from "../../table/table-record.js";
import type { RejectedWriter } from "../../table/table-source.js";
import { BLANK_CELL, formatCell, wrapCells } from "./sheet-xml.js";

const LINE_END = "\n";

/** Writes rejected rows as the rows of a sheet, which is packed at the end. Every cell is a text, as an id must be. */
export class RejectedWorkbookWriter implements RejectedWriter {
  readonly header: string;
  readonly #shape: HeaderShape;

  constructor(header: TableRecord, shape: HeaderShape) {
    this.#shape = shape;
    this.header = this.#format(header.raw, REJECTED_COLUMNS);
  }

  formatRow(row: InterviewRow, { reason, code, logId = "", key = "", field = "" }: RejectionNote): string {
    const isMisaligned = row.problems.some((problem) => problem.field === MISALIGNED_FIELD);
    const note = [String(code ?? ""), logId, key, isMisaligned ? MISALIGNED_MARK : field, reason];
    return row
      .readRaw()
      .map((record) => this.#format(record, note))
      .join("");
  }

  /** A row without an earlier reason, with this one. Cells beyond the header are kept, under the reason's columns. */
  #format(record: string, note: readonly string[]): string {
    const { ownCount, count } = this.#shape;
    const every = record.split(/(?<=<\/c>)/);
    const isWide = every.slice(count).some((cell) => cell !== "" && cell !== BLANK_CELL);
    const cells = isWide ? every : every.slice(0, ownCount);
    while (cells.length < ownCount) cells.push(BLANK_CELL);
    return wrapCells(cells.join("") + note.map(formatCell).join("")) + LINE_END;
  }
}
