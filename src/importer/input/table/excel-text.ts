/** Writes a text as a formula: a spreadsheet keeps all digits of an id only so. */
export function wrapExcelText(text: string): string {
  return text === "" ? "" : `="${text.replaceAll('"', '""')}"`;
}

const MARKED = /^\s*="([^"]*(?:""[^"]*)*)"\s*$/;

/**
 * Removes the `="…"` by which a program keeps a spreadsheet from reading a cell as a number, with the blanks around it.
 * Any other cell stays as it is.
 */
export function unwrapExcelText(cell: string): string {
  const [, text] = MARKED.exec(cell) ?? [];
  return text === undefined ? cell : text.replaceAll('""', '"');
}

/** The text of a cell, without `="…"` and the blanks around and within it. */
export function trimCell(cell: string): string {
  return unwrapExcelText(cell).trim();
}
