/** Chinese Excel reads a CSV without it as GB18030. */
export const BYTE_ORDER_MARK = "\uFEFF";
export const LINE_END = "\r\n";

/** Writes cells as a record of a CSV, without its line end. */
export function formatRecord(cells: readonly string[], separator = ","): string {
  return cells.map((cell) => quoteCell(cell, separator)).join(separator);
}

/** Keeps a spreadsheet from running a text as a formula. */
export function escapeFormula(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quoteCell(cell: string, separator: string): string {
  const needsQuotes = cell.includes(separator) || /["\r\n]/.test(cell);
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}
