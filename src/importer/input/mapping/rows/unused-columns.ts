import { type Phrase, phrase } from "../../../messages/phrase.js";
import { readIgnored } from "../../assert-columns-known.js";
import { trimCell } from "../../table/excel-text.js";
import { labelColumn } from "../../table/schema/column-name.js";
import type { TableRecord } from "../../table/table-record.js";
import type { MapContext } from "./cell-mapper.js";

const MAX_LISTED = 10;

/** The columns of a person's file that its mapping has no use for. What they hold is not imported. */
export class UnusedColumns {
  /** Those that have been blank so far, in order. */
  #blank: number[];
  readonly #filled: number[] = [];
  readonly #path: string;
  readonly #names: readonly string[];

  /**
   * @param context of which the mapping has asked for all columns that it uses
   * @param count how many there are without those of a file of rejected rows
   */
  constructor({ path, columns }: Pick<MapContext, "path" | "columns">, count: number) {
    this.#path = path;
    this.#names = columns.names;
    this.#blank = [...Array(count).keys()].filter((index) => !columns.isUsed(index));
  }

  look({ cells, cellFaults }: TableRecord): void {
    const isBlank = (index: number) => trimCell(cells[index] ?? "") === "" && !cellFaults?.has(index);
    if (this.#blank.every(isBlank)) return;
    this.#filled.push(...this.#blank.filter((index) => !isBlank(index)));
    this.#blank = this.#blank.filter(isBlank);
  }

  /** The warning of those that hold anything; none if all of these are ignored. */
  describe(ignored: readonly string[]): Phrase[] {
    const ignoredNames = readIgnored(ignored, this.#names);
    const columns = this.#filled
      .toSorted((a, b) => a - b)
      .map((index) => labelColumn(this.#names[index] ?? "", index))
      .filter(({ name }) => !ignoredNames.has(name.trim()));
    if (columns.length === 0) return [];
    const listed = columns.slice(0, MAX_LISTED).map(({ label }) => label);
    const others = columns.length - listed.length;
    const all = others > 0 ? [...listed, phrase("moreColumns", { count: others })] : listed;
    return [phrase("unusedColumns", { path: this.#path, columns: all })];
  }
}
