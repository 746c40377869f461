import { phrase } from "../../messages/phrase.js";
import type { CellFault, CellPlace, TableRecord } from "../table/table-record.js";
import { formatColumnLetters } from "./cell-address.js";
import type { SheetRow } from "./sheet-parser.js";
import { formatCell, type WrittenCell } from "./write/sheet-xml.js";

/** A row of a sheet. */
export class SheetRecord implements TableRecord {
  readonly cells: readonly string[];
  readonly omitsBlanks = true;
  readonly line: number;
  readonly fault = undefined;
  readonly cellFaults: ReadonlyMap<number, CellFault> | undefined;
  readonly bytes: number;
  readonly heldBytes: number;
  readonly #beyond: readonly number[];
  readonly #sheet: string;

  /** @param bytes about how many bytes of the file the row takes; undefined if it is unknown */
  constructor({ number, cells, beyond, faults }: SheetRow, sheet: string, bytes: number | undefined) {
    this.cells = cells;
    this.line = number;
    this.cellFaults = faults.size > 0 ? faults : undefined;
    // A blank cell takes room too.
    this.heldBytes = cells.reduce((sum, { length }) => sum + length + 1, 0);
    this.bytes = bytes ?? this.heldBytes;
    this.#beyond = beyond;
    this.#sheet = sheet;
  }

  /** Its cells that are not blank, as XML. */
  get raw(): string {
    const written = this.cells.map((text, index) => {
      const column = this.#columnOf(index);
      const cell = this.#toWritten(text, column);
      return cell === "" ? "" : formatCell(cell, column + 1);
    });
    return written.join("");
  }

  locate(index?: number): CellPlace {
    const sheet = this.#sheet;
    if (index === undefined) return { text: phrase("rowOfSheet", { row: this.line, sheet }), sheet };
    const column = this.#columnOf(index) + 1;
    const cell = `${formatColumnLetters(column)}${this.line}`;
    return { text: phrase("cellOfSheet", { cell, sheet }), column, sheet, cell };
  }

  /** The column, from 0, of the cell at an index: after those of the header only filled ones are kept. */
  #columnOf(index: number): number {
    return this.#beyond[index - this.cells.length + this.#beyond.length] ?? index;
  }

  /** As a text, a number that has lost its last digits would pass for an id, and a formula without a value for a blank. */
  #toWritten(text: string, column: number): WrittenCell {
    if (!this.cellFaults?.has(column)) return text;
    if (text === "") return { type: "e", value: "#N/A" };
    if (text.startsWith("#")) return { type: "e", value: text };
    return Number.isFinite(Number(text)) ? { type: "n", value: text } : text;
  }
}
