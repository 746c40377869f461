import type { Phrase } from "../../../messages/phrase.js";
import { meansNoValue } from "../../rows/check-ids.js";
import { trimCell } from "../../table/excel-text.js";
import type { CellFault, CellPlace, RecordFault, TableRecord } from "../../table/table-record.js";
import type { BlankAdvice } from "./blank-advice.js";

/** A cell that a mapping has made. */
export interface MappedCell {
  readonly text: string;
  /** The index of the person's own column that it comes from; undefined if it comes from none, or from several. */
  readonly source?: number | undefined;
  readonly fault?: CellFault | undefined;
  /** What `text` joins by bars. */
  readonly options?: readonly string[] | undefined;
}

export const BLANK_CELL: MappedCell = { text: "" };

/** What problems of a person's file say of it and of its mapping. */
export interface RecordContext {
  /** The names of the person's columns. */
  readonly header: readonly string[];
  readonly blank: BlankAdvice;
}

/** A record in this tool's columns, made of one in a person's own. Problems point at the person's. */
export class MappedRecord implements TableRecord {
  readonly cells: readonly string[];
  readonly line: number;
  readonly fault: RecordFault | undefined;
  readonly cellFaults: ReadonlyMap<number, CellFault> | undefined;
  readonly options: ReadonlyMap<number, readonly string[]> | undefined;
  readonly bytes: number;
  readonly heldBytes: number;
  readonly #own: TableRecord;
  readonly #context: RecordContext;
  readonly #cells: readonly MappedCell[];

  /**
   * @param own the person's record
   * @param isFirst whether it is the first that is made of that record, which is held once
   */
  constructor(
    own: TableRecord,
    context: RecordContext,
    cells: readonly MappedCell[],
    { fault = own.fault, isFirst = true }: { fault?: RecordFault | undefined; isFirst?: boolean } = {},
  ) {
    this.cells = cells.map(({ text }) => text);
    this.line = own.line;
    this.fault = fault;
    this.cellFaults = collect(cells, ({ fault }) => fault);
    this.options = collect(cells, ({ options }) => options);
    this.bytes = own.bytes;
    this.heldBytes = isFirst ? (own.heldBytes ?? own.bytes) : 0;
    this.#own = own;
    this.#context = context;
    this.#cells = cells;
  }

  get raw(): string {
    return this.#own.raw;
  }

  locate(index?: number): CellPlace {
    const source = index === undefined ? undefined : this.#cells[index]?.source;
    return source === undefined
      ? this.#own.locate()
      : { ...this.#own.locate(source), field: this.#context.header[source] };
  }

  /** A word that means no value can be named in the mapping. */
  explain(index: number, expected: Phrase): Phrase {
    const source = this.#cells[index]?.source;
    const word = source === undefined ? "" : trimCell(this.#own.cells[source] ?? "");
    return meansNoValue(word) ? this.#context.blank.explain(word, expected) : expected;
  }
}

/** What some of the cells have, by index; undefined if none has. */
function collect<Value>(
  cells: readonly MappedCell[],
  pick: (cell: MappedCell) => Value | undefined,
): ReadonlyMap<number, Value> | undefined {
  let found: Map<number, Value> | undefined;
  for (const [index, cell] of cells.entries()) {
    const value = pick(cell);
    if (value === undefined) continue;
    found ??= new Map();
    found.set(index, value);
  }
  return found;
}
