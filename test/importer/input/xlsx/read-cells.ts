import { onTestFinished } from "vitest";
import type { CellFault } from "../../../../src/importer/input/xlsx/cell-value.js";
import type { SheetRow } from "../../../../src/importer/input/xlsx/sheet-parser.js";
import { Workbook } from "../../../../src/importer/input/xlsx/workbook.js";
import { type WorkbookSource, writeWorkbook } from "./make-workbook.js";

/** The rows of a workbook's first sheet. */
export async function readRows(source: WorkbookSource): Promise<SheetRow[]> {
  const workbook = await Workbook.open(writeWorkbook(source));
  onTestFinished(() => workbook.close());
  const rows: SheetRow[] = [];
  const [sheet] = workbook.sheets;
  if (sheet) for await (const row of workbook.rows(sheet)) rows.push(row);
  return rows;
}

/** The texts of the cells of one row. */
export async function readCells(
  cells: string,
  source: Omit<WorkbookSource, "sheets"> = {},
): Promise<string[]> {
  const [row] = await readRows({ ...source, sheets: [{ rows: `<row r="1">${cells}</row>` }] });
  return row?.cells ?? [];
}

/** The fault of a row's first cell. */
export async function readFault(
  cell: string,
  source: Omit<WorkbookSource, "sheets"> = {},
): Promise<CellFault | undefined> {
  const [row] = await readRows({ ...source, sheets: [{ rows: `<row r="1">${cell}</row>` }] });
  return row?.faults.get(0);
}
