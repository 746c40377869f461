import { stat } from "node:fs/promises";
import { type Phrase, phrase } from "../../messages/phrase.js";
import { UnchangedFile } from "../bytes/unchanged-file.js";
import { InputError } from "../input-error.js";
import type { PackRejected } from "../rows/interview-row.js";
import { type HeaderShape, measureHeader } from "../table/schema/header-shape.js";
import { REJECTED_COLUMNS } from "../table/schema/rejected-columns.js";
import type { TableRecord } from "../table/table-record.js";
import type { RejectedWriter, TableSource } from "../table/table-source.js";
import { formatColumnLetters, MAX_COLUMNS } from "./cell-address.js";
import { chooseSheet } from "./choose-sheet.js";
import type { SheetPart } from "./package/workbook-parts.js";
import { SheetRecord } from "./sheet-record.js";
import type { HiddenCells, Workbook } from "./workbook.js";
import { RejectedWorkbookWriter } from "./write/rejected-workbook.js";

export interface WorkbookSourceOptions {
  /** The sheet's name. @default the only visible sheet with rows */
  readonly sheet: string | undefined;
  /** The list that warnings of the input as a whole are added to. */
  readonly warnings: Phrase[];
}

/** About how many bytes of text a byte of a workbook holds. */
const TEXT_BYTES_PER_BYTE = 6;

/**
 * The rows of a workbook's sheet. Damage may only show at the end of a sheet, so once a reading has failed, every later
 * one throws the same error.
 */
export class WorkbookSource implements TableSource {
  readonly rejectedFormat = "xlsx";
  readonly #path: string;
  readonly #options: WorkbookSourceOptions;
  readonly #identity = new UnchangedFile();
  /** Why the first reading failed. */
  #failure: { readonly error: unknown } | undefined;
  /** How many rows the first reading found. */
  #rowCount: number | undefined;
  #sheetName = "";

  constructor(path: string, options: WorkbookSourceOptions) {
    this.#path = path;
    this.#options = options;
  }

  async rereadableBytes(): Promise<number> {
    return (await this.#checkSize()) * TEXT_BYTES_PER_BYTE;
  }

  async *records(): AsyncGenerator<TableRecord> {
    if (this.#failure) throw this.#failure.error;
    const isFirst = this.#rowCount === undefined;
    try {
      // Its zip reader and XML parser are for workbooks alone.
      const { Workbook } = await import("./workbook.js");
      const workbook = await Workbook.open(this.#path);
      try {
        const fileBytes = await this.#checkSize();
        yield* this.#readSheet(workbook, fileBytes, isFirst);
        await this.#checkSize();
      } finally {
        workbook.close();
      }
    } catch (error) {
      this.#failure = { error };
      throw error;
    }
  }

  createRejectedWriter(header: TableRecord, shape: HeaderShape): RejectedWriter {
    return new RejectedWorkbookWriter(header, shape);
  }

  /** The sheet keeps its name, which a mapping may have. */
  readonly packRejected: PackRejected = async (textPath, path) => {
    const { writeWorkbook } = await import("./write/write-workbook.js");
    await writeWorkbook(path, [{ name: this.#sheetName || "Sheet1", rows: { path: textPath } }]);
  };

  async *#readSheet(workbook: Workbook, fileBytes: number, isFirst: boolean): AsyncGenerator<TableRecord> {
    const sheet = await chooseSheet(workbook, this.#options.sheet);
    this.#sheetName = sheet.name;
    const merged = await workbook.mergedCells(sheet);
    const hidden: HiddenCells = { rows: 0, columns: [] };
    // Of the file, once the rows are counted.
    const share = this.#rowCount === undefined ? undefined : fileBytes / this.#rowCount;
    let rows = 0;
    let width = 0;
    for await (const row of workbook.rows(sheet, hidden)) {
      // Merged cells are not filled into the first row, which names the columns: there they are titles.
      if (rows++ === 0) width = row.cells.length;
      else merged.fill(row, width);
      const record = new SheetRecord(row, sheet.name, share);
      if (rows === 1) assertRoomForReason(record);
      yield record;
    }
    this.#rowCount = rows;
    if (isFirst) this.#warnOfHidden(workbook, sheet, hidden);
  }

  #warnOfHidden({ sheets }: Workbook, { name }: SheetPart, { rows, columns }: HiddenCells): void {
    const { warnings } = this.#options;
    const others = sheets.filter((sheet) => sheet.isHidden && sheet.name !== name);
    if (others.length > 0)
      warnings.push(
        phrase("hiddenSheets", { sheets: others.map((sheet) => phrase("quoted", { text: sheet.name })) }),
      );
    if (rows > 0) warnings.push(phrase("hiddenRows", { count: rows }));
    if (columns.length > 0) warnings.push(phrase("hiddenColumns", { columns: columns.map(formatColumns) }));
  }

  /**
   * The file's size in bytes; 0 if it cannot be accessed, which opening it then explains.
   *
   * @throws InputError if it is another file than before, or has changed
   */
  async #checkSize(): Promise<number> {
    const stats = await stat(this.#path).catch(() => undefined);
    if (!stats) return 0;
    this.#identity.assertSame(stats);
    return stats.size;
  }
}

/** The file of rejected rows adds columns of its own. @throws InputError if a sheet has no room for them */
function assertRoomForReason(header: SheetRecord): void {
  const { ownCount } = measureHeader(header.cells);
  const max = MAX_COLUMNS - REJECTED_COLUMNS.length;
  if (ownCount <= max) return;
  const place = header.locate(ownCount - 1).text;
  throw new InputError(phrase("tooManyColumns", { place, count: ownCount, max }));
}

function formatColumns({ from, to }: { readonly from: number; readonly to: number }): Phrase {
  const [first, last] = [formatColumnLetters(from), formatColumnLetters(to)];
  return phrase("text", { text: first === last ? first : `${first}:${last}` });
}
