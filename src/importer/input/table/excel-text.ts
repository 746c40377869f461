/** Writes a text as a formula: a spreadsheet keeps all digits of an id only so. */
export function wrapExcelText(text: string): string {
  return text === "" ? "" : `="${text.replaceAll('"', '""')}"`;
}

/** Removes the `="…"` by which a program keeps a spreadsheet from reading a cell as a number. */
export function unwrapExcelText(cell: string): string {
  return cell.startsWith('="') ? cell.replace(/^="([^"]*)"$/, "$1") : cell;
}

/** The text of a cell, without `="…"` and the blanks around it. */
export function trimCell(cell: string): string {
  return unwrapExcelText(cell.trim()).trim();
}
