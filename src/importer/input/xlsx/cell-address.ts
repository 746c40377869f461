/** XFD, the last column of a sheet. */
export const MAX_COLUMNS: number = 16_384;
export const MAX_ROWS: number = 1_048_576;

/** Formats a 1-based column as its letters: `A`, `Z`, `AA`. */
export function formatColumnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Parses the 1-based column of an address such as `B17`; 0 if it has none. */
export function parseColumn(address: string): number {
  let column = 0;
  for (let at = 0; at < address.length; at++) {
    const letter = (address.charCodeAt(at) & ~32) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}

/** A rectangle of cells, 1-based, its ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** Parses `B2:B5`; undefined if it is none, or if it is larger than a sheet. */
export function parseRange(text: string): CellRange | undefined {
  const [, from = "", fromRow, to = from, toRow = fromRow] =
    /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/i.exec(text) ?? [];
  const range = {
    firstRow: Number(fromRow),
    lastRow: Number(toRow),
    firstColumn: parseColumn(from),
    lastColumn: parseColumn(to),
  };
  const isRange = range.firstRow >= 1 && range.firstRow <= range.lastRow && range.lastRow <= MAX_ROWS;
  const isWithin = range.firstColumn >= 1 && range.firstColumn <= range.lastColumn;
  return isRange && isWithin && range.lastColumn <= MAX_COLUMNS ? range : undefined;
}
