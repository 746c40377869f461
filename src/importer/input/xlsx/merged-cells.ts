import { phrase } from "../../messages/phrase.js";
import type { CellFault } from "../table/table-record.js";
import { type CellRange, parseRange } from "./cell-address.js";
import { damagedWorkbook } from "./package/workbook-error.js";
import { parseXml } from "./package/xml-parser.js";
import type { SheetRow } from "./sheet-parser.js";

const MAX_MERGES = 500_000;
/** A few ranges can cover all cells of a sheet. */
const MAX_FILLED_CELLS = 50_000_000;

/** Reads the merged ranges of a worksheet that `MergedCells` fills. A file has them after its rows. */
export async function readMerges(chunks: AsyncIterable<Uint8Array>): Promise<readonly CellRange[]> {
  const merges: CellRange[] = [];
  let count = 0;
  await parseXml(chunks, {
    open(name, attributes) {
      if (name !== "m:mergeCell") return;
      const range = parseRange(attributes().ref ?? "");
      if (!range) throw new Error("a range of merged cells that is none");
      if (++count > MAX_MERGES) throw new Error(`more than ${MAX_MERGES} ranges of merged cells`);
      if (range.firstColumn === range.lastColumn && range.firstRow < range.lastRow) merges.push(range);
    },
    close() {},
  });
  return merges;
}

/** The cell that a merged one keeps its value in. */
interface Source {
  readonly lastRow: number;
  readonly text: string;
  readonly fault: CellFault | undefined;
}

/**
 * Gives the cells of merged ranges their value, which a file has in the first of them only. That is unambiguous for a
 * range of one column; one of several columns keeps its value in its first cell.
 */
export class MergedCells {
  readonly #ranges: readonly CellRange[];
  /** The first of the ranges that may begin on the next row or below it. */
  #next = 0;
  /** By column, from 0. */
  readonly #sources = new Map<number, Source>();
  #filled = 0;

  /** @param ranges what `readMerges` has read */
  constructor(ranges: readonly CellRange[]) {
    this.#ranges = ranges.toSorted((a, b) => a.firstRow - b.firstRow);
  }

  /**
   * Fills a row's blank cells. Rows must come in order, and those above the data not at all.
   *
   * @param width how many columns the table has: merged cells beyond them are not read
   * @throws InputError if almost all cells are merged ones
   */
  fill(row: SheetRow, width: number): void {
    for (const [index, source] of this.#sources) {
      if (row.number > source.lastRow) this.#sources.delete(index);
      else fillCell(row, index, source);
    }
    this.#filled += this.#sources.size;
    if (this.#filled > MAX_FILLED_CELLS) throw damagedWorkbook("almost all of its cells are merged ones");
    for (let range = this.#ranges[this.#next]; range; range = this.#ranges[++this.#next]) {
      if (range.firstRow > row.number) break;
      this.#addSource(row, range, width);
    }
  }

  /** Only a cell that holds anything has a value for the others. */
  #addSource({ number, cells, faults }: SheetRow, range: CellRange, width: number): void {
    const index = range.firstColumn - 1;
    if (range.firstRow < number || index >= width) return;
    const [text, fault] = [cells[index] ?? "", faults.get(index)];
    if (text !== "" || fault) this.#sources.set(index, { lastRow: range.lastRow, text, fault });
  }
}

function fillCell({ cells, faults }: SheetRow, index: number, { text, fault }: Source): void {
  const own = cells[index] ?? "";
  if (own === "" && fault) faults.set(index, fault);
  if (own === text || text === "") return;
  if (own !== "") {
    faults.set(index, { expected: phrase("oneMergedValue"), received: phrase("hiddenValue") });
    return;
  }
  while (cells.length <= index) cells.push("");
  cells[index] = text;
}
