/** A cell to write: text, or what a spreadsheet does not take for text. */
export type WrittenCell = string | { readonly type: "n" | "e"; readonly value: string };

/** What XML cannot hold, and what would be read as an escape of it. */
const UNWRITABLE = /(?![\t\n])\p{Cc}|[\ufffe\uffff]|_(?=x[0-9a-f]{4}_)|\p{Cs}/giu;
/** The most characters of a cell. */
const MAX_LENGTH = 32_767;
/** The style of cells whose content stays as it is typed: see the workbook's styles. */
export const TEXT_STYLE = 1;

/** Writes a row of a sheet. */
export function formatRow(cells: readonly WrittenCell[]): string {
  return wrapCells(cells.map(formatCell).join(""));
}

export function wrapCells(cells: string): string {
  return `<row>${cells}</row>`;
}

/** Writes a cell. Its text holds no `<`, so that `</c>` ends each. */
export function formatCell(cell: WrittenCell): string {
  if (cell === "") return BLANK_CELL;
  if (typeof cell !== "string") return `<c t="${cell.type}"><v>${escapeXml(cell.value)}</v></c>`;
  const text = escapeXml(cell.slice(0, MAX_LENGTH));
  return `<c t="inlineStr" s="${TEXT_STYLE}"><is><t xml:space="preserve">${text}</t></is></c>`;
}

export const BLANK_CELL: string = `<c s="${TEXT_STYLE}"></c>`;

export function escapeXml(text: string): string {
  return text
    .replace(UNWRITABLE, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
