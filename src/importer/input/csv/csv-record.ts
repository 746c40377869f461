import type { CellPlace, Fault, TableRecord } from "../table/table-record.js";

/** One record of a CSV, or a line that cannot be read as one. */
export class CsvRecord implements TableRecord {
  readonly cells: readonly string[];
  readonly line: number;
  readonly fault: Fault | undefined;
  readonly #text: Buffer;

  constructor(text: Buffer, line: number, read: readonly string[] | Fault) {
    this.#text = text;
    this.line = line;
    this.cells = "expected" in read ? [] : read;
    this.fault = "expected" in read ? read : undefined;
  }

  get bytes(): number {
    return this.#text.length;
  }

  /** Made on demand, since few records are written back. */
  get raw(): string {
    return this.#text.toString().replace(/(\r\n|\n|\r)$/, "");
  }

  locate(index?: number): CellPlace {
    return { text: `line ${this.line}`, column: index === undefined ? undefined : index + 1 };
  }
}
