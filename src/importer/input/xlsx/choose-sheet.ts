import { type Phrase, phrase } from "../../messages/phrase.js";
import { InputError } from "../input-error.js";
import { normalizeName } from "../table/schema/column-name.js";
import type { ColumnName } from "../table/schema/table-schema.js";
import type { SheetPart } from "./package/workbook-parts.js";
import type { Workbook } from "./workbook.js";

const REQUIRED_COLUMN: ColumnName = "external_application_id";

/**
 * The sheet of this name; or the only visible one with rows, or of several the only one with this tool's columns.
 *
 * @throws InputError if there is none, or more than one
 */
export async function chooseSheet(workbook: Workbook, name: string | undefined): Promise<SheetPart> {
  const { sheets } = workbook;
  if (name !== undefined) {
    const named = sheets.find((sheet) => sheet.name.trim() === name.trim());
    if (named) return named;
    throw new InputError(phrase("noSuchSheet", { name, sheets: listNames(sheets) }));
  }
  const filled: { readonly sheet: SheetPart; readonly header: readonly string[] }[] = [];
  for (const sheet of sheets) {
    const header = sheet.isHidden ? undefined : await readHeader(workbook, sheet);
    if (header) filled.push({ sheet, header });
  }
  const ours = filled.filter(({ header }) => header.some((name) => normalizeName(name) === REQUIRED_COLUMN));
  const [only, ...others] = ours.length > 0 ? ours : filled;
  if (only && others.length === 0) return only.sheet;
  if (only)
    throw new InputError(phrase("severalSheets", { sheets: listNames(filled.map(({ sheet }) => sheet)) }));
  throw new InputError(phrase("noSheetWithRows", { sheets: listNames(sheets) }));
}

/** The first row of a sheet; undefined if it has none. */
async function readHeader(workbook: Workbook, sheet: SheetPart): Promise<readonly string[] | undefined> {
  for await (const { cells } of workbook.rows(sheet)) return cells;
  return undefined;
}

function listNames(sheets: readonly SheetPart[]): readonly Phrase[] {
  return sheets.map(({ name, isHidden }) => phrase(isHidden ? "hiddenSheet" : "quoted", { text: name }));
}
