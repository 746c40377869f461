import { formatColumnLetters, parseColumn } from "../cell-address.js";

/** A cell to write: text, or what a spreadsheet does not take for text. */
export type WrittenCell = string | { readonly type: "n" | "e"; readonly value: string };

/** What XML cannot hold, and what would be read as an escape of it. */
const UNWRITABLE = /(?![\t\n])\p{Cc}|[\ufffe\uffff]|_(?=x[0-9a-f]{4}_)|\p{Cs}/giu;
/** The most characters of a cell. */
const MAX_LENGTH = 32_767;
/** The style of cells whose content stays as it is typed: see the workbook's styles. */
export const TEXT_STYLE = 1;

/** Writes a row of a sheet. Its number is added once it is known: see `numberRows`. */
export function formatRow(cells: readonly WrittenCell[]): string {
  return wrapCells(cells.map((cell, index) => formatCell(cell, index + 1)).join(""));
}

export function wrapCells(cells: string): string {
  return `<row>${cells}</row>`;
}

/**
 * Writes a cell of a row whose number is not known yet. Its text holds no `<`, so that `</c>` ends each.
 *
 * @param column from 1
 */
export function formatCell(cell: WrittenCell, column: number): string {
  const start = `<c r="${formatColumnLetters(column)}"`;
  if (cell === "") return `${start} s="${TEXT_STYLE}"></c>`;
  if (typeof cell !== "string") return `${start} t="${cell.type}"><v>${escapeXml(cell.value)}</v></c>`;
  const text = escapeXml(cell.slice(0, MAX_LENGTH));
  return `${start} s="${TEXT_STYLE}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** The 1-based column of a cell that `formatCell` has written. */
export function parseCellColumn(xml: string): number {
  return parseColumn(xml.slice(CELL_START.length));
}

const CELL_START = '<c r="';

/** Numbers rows from 1, as Excel does: some programs read no row and no cell without its address. */
export async function* numberRows(rows: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let row = 0;
  const number = (text: string) =>
    text.replace(/<row>|<c r="([A-Z]+)/g, (tag, letters: string | undefined) => {
      if (letters === undefined) row++;
      return letters === undefined ? `<row r="${row}">` : `${tag}${row}`;
    });
  let rest = "";
  for await (const part of rows) {
    // A tag may be split between two parts.
    const text = rest + part;
    const end = Math.max(0, text.lastIndexOf("<"));
    yield number(text.slice(0, end));
    rest = text.slice(end);
  }
  yield number(rest);
}

export function escapeXml(text: string): string {
  return text
    .replace(UNWRITABLE, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
