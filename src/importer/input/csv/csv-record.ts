import { phrase } from "../../messages/phrase.js";
import type { CellPlace, Fault, TableRecord } from "../table/table-record.js";

/** One record of a CSV, or a line that cannot be read as one. */
export class CsvRecord implements TableRecord {
  readonly cells: readonly string[];
  readonly line: number;
  readonly fault: Fault | undefined;
  readonly raw: string;
  /** Its number among the records, from 1: the row that a spreadsheet shows it in. */
  readonly #row: number;

  constructor(
    raw: string,
    at: { readonly line: number; readonly row: number },
    cells: readonly string[],
    fault?: Fault,
  ) {
    this.raw = raw;
    this.line = at.line;
    this.#row = at.row;
    this.cells = cells;
    this.fault = fault;
  }

  get bytes(): number {
    return Buffer.byteLength(this.raw) + 1;
  }

  locate(index?: number): CellPlace {
    // Cells with line breaks make a spreadsheet count otherwise.
    const text =
      this.#row === this.line
        ? phrase("line", { line: this.line })
        : phrase("lineAndRow", { line: this.line, row: this.#row });
    return { text, column: index === undefined ? undefined : index + 1 };
  }
}
