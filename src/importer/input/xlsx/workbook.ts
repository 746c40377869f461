import type { CellContext } from "./cell-value.js";
import { readStyles } from "./format/styles.js";
import { MergedCells, readMerges } from "./merged-cells.js";
import { assertZip } from "./package/assert-zip.js";
import { readWorkbookParts, type SheetPart } from "./package/workbook-parts.js";
import { XmlParser } from "./package/xml-parser.js";
import { ZipArchive } from "./package/zip-archive.js";
import { readSharedStrings } from "./shared-strings.js";
import { SheetParser, type SheetRow } from "./sheet-parser.js";

/** A million rows of twenty cells. */
const MAX_SHEET_BYTES = 2 * 1024 * 1024 * 1024;

/** What a sheet hides from those who look at it. */
export interface HiddenCells {
  rows: number;
  columns: readonly { readonly from: number; readonly to: number }[];
}

/** An open workbook, whose sheets can be read any number of times. */
export class Workbook {
  readonly sheets: readonly SheetPart[];
  readonly #archive: ZipArchive;
  readonly #context: CellContext;

  private constructor(archive: ZipArchive, sheets: readonly SheetPart[], context: CellContext) {
    this.#archive = archive;
    this.sheets = sheets;
    this.#context = context;
  }

  /** @throws InputError if the file is not a workbook, or if it is damaged, encrypted or too large. */
  static async open(path: string): Promise<Workbook> {
    await assertZip(path);
    const archive = await ZipArchive.open(path);
    try {
      const { sheets, usesDate1904, stylesPath, sharedStringsPath } = await readWorkbookParts(archive);
      const numberFormats = await readStyles(archive, stylesPath);
      const sharedStrings = await readSharedStrings(archive, sharedStringsPath);
      return new Workbook(archive, sheets, { sharedStrings, numberFormats, usesDate1904 });
    } catch (error) {
      archive.close();
      throw error;
    }
  }

  /** Yields the rows that hold anything, as the file has them. */
  async *rows(sheet: SheetPart, hidden?: HiddenCells): AsyncGenerator<SheetRow> {
    const handler = new SheetParser(this.#context);
    const parser = new XmlParser(handler);
    for await (const chunk of this.#archive.read(sheet.path, MAX_SHEET_BYTES)) {
      parser.write(chunk);
      yield* this.#takeRows(handler, hidden);
    }
    parser.end();
    yield* this.#takeRows(handler, hidden);
    if (hidden) hidden.columns = handler.hiddenColumns;
  }

  /**
   * Reads a sheet's merged cells, which come after its rows. Most sheets have none, and are not parsed for it.
   *
   * @throws InputError if the sheet is not whole
   */
  async mergedCells(sheet: SheetPart): Promise<MergedCells> {
    const hasAny = await this.#contains(sheet, "mergeCell");
    return new MergedCells(hasAny ? await readMerges(this.#archive.read(sheet.path, MAX_SHEET_BYTES)) : []);
  }

  close(): void {
    this.#archive.close();
  }

  *#takeRows(handler: SheetParser, hidden: HiddenCells | undefined): Generator<SheetRow> {
    for (const row of handler.takeRows()) {
      if (hidden && row.isHidden) hidden.rows++;
      yield row;
    }
  }

  /** Whether a sheet's bytes hold a word of ASCII letters. Reads them all, which checks their checksum. */
  async #contains(sheet: SheetPart, word: string): Promise<boolean> {
    const overlap = word.length - 1;
    let found = false;
    let end: Buffer = Buffer.alloc(0);
    for await (const chunk of this.#archive.read(sheet.path, MAX_SHEET_BYTES)) {
      if (found) continue;
      found = chunk.includes(word) || Buffer.concat([end, chunk.subarray(0, overlap)]).includes(word);
      end = Buffer.from(chunk.subarray(-overlap));
    }
    return found;
  }
}
