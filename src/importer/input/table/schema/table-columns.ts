import { listTexts, type Phrase, phrase } from "../../../messages/phrase.js";
import { InputError } from "../../input-error.js";
import { quoteShort } from "../../rows/escape-short.js";
import { trimCell, unwrapExcelText } from "../excel-text.js";
import type { TableRecord } from "../table-record.js";
import { type ColumnLabel, labelColumn, normalizeName, simplifyName } from "./column-name.js";
import { type HeaderShape, measureHeader } from "./header-shape.js";
import { isMisalignedMark, type RejectedColumn } from "./rejected-columns.js";
import { type ColumnName, type ColumnNames, listColumns, type TableSchema } from "./table-schema.js";

/** A column that the header names, but the schema does not. */
export interface UnknownHeader extends ColumnLabel {
  readonly index: number;
  readonly isNameless: boolean;
  /** The column that it may be meant as. */
  readonly meant: ColumnName | undefined;
}

/** No spreadsheet has more. */
const MAX_COLUMNS = 16_384;
const MAX_LISTED = 10;

/** Which column is where in a table, by its header. */
export class TableColumns implements HeaderShape {
  readonly schema: TableSchema;
  readonly count: number;
  readonly ownCount: number;
  readonly hasRejectionColumns: boolean;
  readonly unknown: readonly UnknownHeader[];
  /** The columns that are understood by another name, as the header has it. */
  readonly understood: readonly { readonly name: string; readonly column: ColumnName }[];
  readonly #names: readonly string[];
  readonly #indexes = new Map<string, number>();

  /**
   * @param place where the header is, for messages
   * @throws InputError if the header cannot be that of a table of interviews
   */
  constructor(header: readonly string[], place: Phrase, schema: TableSchema) {
    this.schema = schema;
    if (header.length > MAX_COLUMNS)
      throw new InputError(phrase("tooManyColumns", { place, count: header.length, max: MAX_COLUMNS }));
    const ownNames = header.map(normalizeName);
    this.#names = ownNames;
    const { count, ownCount, hasRejectionColumns } = measureHeader(header);
    this.count = count;
    this.ownCount = ownCount;
    this.hasRejectionColumns = hasRejectionColumns;
    const columns = listColumns(schema);
    const isKnown = (name: string) => columns.some((column) => column.name === name);
    const aliases = findAliases(ownNames, place, columns);
    this.understood = [...aliases].map(([index, column]) => ({ name: header[index] ?? "", column }));
    const names = ownNames.map((name, index) => aliases.get(index) ?? name);
    for (const [index, name] of names.entries()) {
      if (isKnown(name) && this.#indexes.has(name))
        throw new InputError(phrase("columnTwice", { place, name }));
      this.#indexes.set(name, index);
    }
    this.unknown = header.flatMap((name, index) => {
      const normal = names[index] ?? "";
      if (index >= this.ownCount || isKnown(normal)) return [];
      const isNameless = normal === "";
      const meant = isNameless ? undefined : this.#guessMeaning(normal);
      return { ...labelColumn(isNameless ? "" : name, index), index, isNameless, meant };
    });
    this.#assertSpelling(place);
    if (!this.#indexes.has("external_application_id")) throw missingHeader(header, place, schema);
  }

  /** Without a column that is misspelt, interviews would be created that lack what it holds. */
  #assertSpelling(place: Phrase): void {
    const misspelt = this.unknown.filter(
      ({ name, meant }) => meant && simplifyName(name) === simplifyName(meant),
    );
    if (misspelt.length === 0) return;
    const columns = misspelt
      .slice(0, MAX_LISTED)
      .map(({ label, meant = "" }) => phrase("columnMeant", { name: label, meant }));
    throw new InputError(phrase("misspeltColumns", { place, columns }));
  }

  #guessMeaning(name: string): ColumnName | undefined {
    const simple = simplifyName(name);
    const found = listColumns(this.schema).find((column) =>
      [column.name, ...column.aliases, ...column.hintNames].some((other) => simplifyName(other) === simple),
    );
    return found && !this.#indexes.has(found.name) ? found.name : undefined;
  }

  /** Whether a record repeats the header, as where two files were joined. */
  isHeader(cells: readonly string[]): boolean {
    // Each record comes through here: most differ in their first cell.
    const [first = ""] = this.#names;
    if (!cells[0]?.toLowerCase().includes(first)) return false;
    return (
      isBlank(cells.slice(this.count)) &&
      this.#names.slice(0, this.count).every((name, index) => normalizeName(cells[index] ?? "") === name)
    );
  }

  /**
   * Whether a record has the cells that the header promises. Spreadsheets drop blank cells at a row's end, so a short
   * record is accepted if it lacks all cells of a dimension, or the last ones of a rejection; otherwise a comma is
   * probably missing. Blank cells beyond the last column are nothing.
   */
  hasExpectedWidth({ cells, omitsBlanks }: Pick<TableRecord, "cells" | "omitsBlanks">): boolean {
    const { length } = cells;
    if (length > this.count) return isBlank(cells.slice(this.count));
    if (length === this.count || omitsBlanks) return true;
    // A reason that is not under its own column would give itself away by its blanks.
    if (length >= this.ownCount) return cells.slice(this.ownCount).every((cell) => !/\S\s\S/.test(cell));
    return this.schema.dimension.every(({ name }) => {
      const index = this.#indexes.get(name);
      return index !== undefined && index >= length;
    });
  }

  /** The key that was made for a record of a file of rejected rows; empty if none was. */
  assignedId(cells: readonly string[]): string {
    return this.hasRejectionColumns ? this.trimmed(cells, "rejected_external_id") : "";
  }

  /** Whether a record is still as it was rejected, with cells that may be under the wrong columns. */
  isMisaligned(cells: readonly string[]): boolean {
    // With a cell too many, not even the mark is under its column.
    return (
      this.hasRejectionColumns && cells.slice(this.ownCount).some((cell) => isMisalignedMark(cell.trim()))
    );
  }

  /** The index of a column; undefined if the table does not have it. */
  indexOf(column: ColumnName): number | undefined {
    return this.#indexes.get(column);
  }

  /** What the table itself calls a column. */
  getOwnName(column: ColumnName): string {
    const found = this.understood.find((understood) => understood.column === column);
    return found?.name.trim() ?? column;
  }

  /** The text of a cell, unchanged; empty if it is blank, or if the table does not have the column. */
  text(cells: readonly string[], column: ColumnName | RejectedColumn): string {
    const index = this.#indexes.get(column);
    const text = unwrapExcelText(index === undefined ? "" : (cells[index] ?? ""));
    return text.trim() === "" ? "" : text;
  }

  /** The text of a cell without the blanks around it. */
  trimmed(cells: readonly string[], column: ColumnName | RejectedColumn): string {
    return this.text(cells, column).trim();
  }
}

/**
 * Which columns a header means by other names, by index. A name with blanks for underscores is one of them.
 *
 * @throws InputError if it has two names for one column
 */
function findAliases(
  header: readonly string[],
  place: Phrase,
  columns: readonly ColumnNames[],
): ReadonlyMap<number, ColumnName> {
  const found = new Map<number, ColumnName>();
  for (const { name, aliases } of columns) {
    if (header.includes(name)) continue;
    const simple = aliases.map(simplifyName);
    const indexes = [...header.keys()].filter((index) => {
      const text = header[index] ?? "";
      return simple.includes(simplifyName(text)) || text.replace(/\s+/g, "_") === name;
    });
    const [only, ...more] = indexes;
    if (more.length > 0) {
      const names = indexes.map((index) => quoteShort(header[index] ?? ""));
      throw new InputError(phrase("columnsAlike", { place, name, names }));
    }
    if (only !== undefined) found.set(only, name);
  }
  return found;
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => trimCell(cell) === "");
}

function missingHeader(header: readonly string[], place: Phrase, schema: TableSchema): InputError {
  if (measureHeader(header).hasRejectionColumns)
    return new InputError(phrase("rejectedNeedsMapping", { map: "--map <original>.map.yaml" }));
  const [first = "", ...more] = header;
  const isUnseparated = more.length === 0 && /[;\t，；]/.test(first);
  if (!isUnseparated && isTitle(header)) return createTitleError(header, place);
  const names = listTexts(listColumns(schema).map(({ name }) => name));
  return new InputError(phrase(isUnseparated ? "missingHeaderSeparator" : "missingHeader", { place, names }));
}

/** Whether a row has one cell alone, as a title above the header has. */
export function isTitle(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell.trim() !== "").length === 1;
}

/** Creates the error for a table that begins with a title. */
export function createTitleError(cells: readonly string[], place: Phrase): InputError {
  const title = quoteShort(cells.find((cell) => cell.trim() !== "") ?? "");
  return new InputError(phrase("titleAbove", { place, title }));
}
