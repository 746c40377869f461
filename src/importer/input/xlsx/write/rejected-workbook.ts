import type { InterviewRow, RejectionNote } from "../../rows/interview-row.js";
import type { HeaderShape } from "../../table/schema/header-shape.js";
import { chooseMark, REJECTED_COLUMNS } from "../../table/schema/rejected-columns.js";
import type { TableRecord } from "../../table/table-record.js";
import type { RejectedWriter } from "../../table/table-source.js";
import { formatCell, parseCellColumn, wrapCells } from "./sheet-xml.js";

const LINE_END = "\n";

/** Writes rejected rows as the rows of a sheet, which is packed at the end. Every cell is a text, as an id must be. */
export class RejectedWorkbookWriter implements RejectedWriter {
  readonly header: string;
  readonly #shape: HeaderShape;

  constructor(header: TableRecord, shape: HeaderShape) {
    this.#shape = shape;
    this.header = this.#format(header.raw, REJECTED_COLUMNS);
  }

  formatRow(row: InterviewRow, note: RejectionNote): string {
    const { reason, code, logId = "", key = "" } = note;
    const cells = [String(code ?? ""), logId, key, chooseMark(row, note), reason];
    return row
      .readRaw()
      .map((record) => this.#format(record, cells))
      .join("");
  }

  /**
   * A row without an earlier reason, with this one. Cells beyond the header are kept where they are: if they leave no
   * room under the reason's columns, it comes in the first columns that have.
   */
  #format(record: string, note: readonly string[]): string {
    const { ownCount, count } = this.#shape;
    const cells = new Map((record.match(/<c .*?<\/c>/gs) ?? []).map((cell) => [parseCellColumn(cell), cell]));
    if (Math.max(...cells.keys()) <= count)
      for (const column of cells.keys()) if (column > ownCount) cells.delete(column);
    for (let column = 1; column <= ownCount; column++)
      if (!cells.has(column)) cells.set(column, formatCell("", column));
    let start = ownCount + 1;
    for (let column = start; column < start + note.length; column++)
      if (cells.has(column)) start = column + 1;
    for (const [i, text] of note.entries()) cells.set(start + i, formatCell(text, start + i));
    const sorted = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell);
    return wrapCells(sorted.join("")) + LINE_END;
  }
}
