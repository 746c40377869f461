import { phrase } from "../../messages/phrase.js";
import type { CellFault, CellPlace, TableRecord } from "../table/table-record.js";
import { columnLetters } from "./cell-address.js";
import type { SheetRow } from "./sheet-parser.js";
import { formatCell, type WrittenCell } from "./write/sheet-xml.js";

/** A row of a sheet. */
export class SheetRecord implements TableRecord {
  readonly cells: readonly string[];
  readonly line: number;
  readonly fault = undefined;
  readonly cellFaults: ReadonlyMap<number, CellFault> | undefined;
  readonly bytes: number;
  readonly #sheet: string;

  /** @param bytes about how many bytes the row takes */
  constructor({ number, cells, faults }: SheetRow, sheet: string, bytes: number) {
    this.cells = cells;
    this.line = number;
    this.cellFaults = faults.size > 0 ? faults : undefined;
    this.bytes = bytes;
    this.#sheet = sheet;
  }

  get raw(): string {
    return this.cells.map((text, index) => formatCell(this.#toWritten(text, index))).join("");
  }

  locate(index?: number): CellPlace {
    const sheet = this.#sheet;
    if (index === undefined) return { text: phrase("rowOfSheet", { row: this.line, sheet }), sheet };
    const cell = `${columnLetters(index + 1)}${this.line}`;
    return { text: phrase("cellOfSheet", { cell, sheet }), column: index + 1, sheet, cell };
  }

  /** As a text, a number that has lost its last digits would pass for an id. */
  #toWritten(text: string, index: number): WrittenCell {
    if (!this.cellFaults?.has(index)) return text;
    if (text.startsWith("#")) return { type: "e", value: text };
    return text !== "" && Number.isFinite(Number(text)) ? { type: "n", value: text } : text;
  }
}
