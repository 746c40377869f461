import { phrase } from "../../messages/phrase.js";
import type { CellFault } from "../table/table-record.js";
import { type CellRange, parseRange } from "./cell-address.js";
import { parseXml } from "./package/xml-parser.js";
import type { SheetRow } from "./sheet-parser.js";

const MAX_MERGES = 500_000;

/** Reads a worksheet's merged ranges, which a file has behind its rows. */
export async function readMerges(chunks: AsyncIterable<Uint8Array>): Promise<readonly CellRange[]> {
  const merges: CellRange[] = [];
  await parseXml(chunks, {
    open(name, attributes) {
      if (name !== "m:mergeCell") return;
      const range = parseRange(attributes().ref ?? "");
      if (!range) throw new Error("a range of merged cells that is none");
      if (merges.length >= MAX_MERGES) throw new Error(`more than ${MAX_MERGES} ranges of merged cells`);
      merges.push(range);
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
  readonly #byFirstRow = new Map<number, CellRange[]>();
  readonly #sources = new Map<number, Source>();

  constructor(ranges: readonly CellRange[]) {
    for (const range of ranges) {
      if (range.firstColumn !== range.lastColumn || range.firstRow === range.lastRow) continue;
      const others = this.#byFirstRow.get(range.firstRow);
      if (others) others.push(range);
      else this.#byFirstRow.set(range.firstRow, [range]);
    }
  }

  /** Fills a row's blank cells. Rows must come in order, and those above the data not at all. */
  fill(row: SheetRow): void {
    for (const [index, source] of this.#sources) {
      if (row.number > source.lastRow) this.#sources.delete(index);
      else fillCell(row, index, source);
    }
    for (const { firstColumn, lastRow } of this.#byFirstRow.get(row.number) ?? []) {
      const index = firstColumn - 1;
      this.#sources.set(index, { lastRow, text: row.cells[index] ?? "", fault: row.faults.get(index) });
    }
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
