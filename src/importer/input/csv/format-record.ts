/** Writes cells as a record of a CSV, without its line end. */
export function formatRecord(cells: readonly string[], separator = ","): string {
  return cells.map((cell) => quoteCell(cell, separator)).join(separator);
}

/** Puts a cell in quotes if it needs them. */
export function quoteCell(cell: string, separator = ","): string {
  const needsQuotes = cell.includes(separator) || /["\r\n]/.test(cell);
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}
