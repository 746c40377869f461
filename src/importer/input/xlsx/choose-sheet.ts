import { type Phrase, phrase } from "../../messages/phrase.js";
import { InputError } from "../input-error.js";
import type { SheetPart } from "./package/workbook-parts.js";
import type { Workbook } from "./workbook.js";

/**
 * The sheet of this name, or the only visible one with rows.
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
  const filled: SheetPart[] = [];
  for (const sheet of sheets) if (!sheet.isHidden && (await hasRows(workbook, sheet))) filled.push(sheet);
  const [only, ...others] = filled;
  if (only && others.length === 0) return only;
  if (only) throw new InputError(phrase("severalSheets", { sheets: listNames(filled) }));
  throw new InputError(phrase("noSheetWithRows", { sheets: listNames(sheets) }));
}

async function hasRows(workbook: Workbook, sheet: SheetPart): Promise<boolean> {
  for await (const _ of workbook.rows(sheet)) return true;
  return false;
}

function listNames(sheets: readonly SheetPart[]): readonly Phrase[] {
  return sheets.map(({ name, isHidden }) => phrase(isHidden ? "hiddenSheet" : "quoted", { text: name }));
}
