/** A table for a terminal, its columns as wide as their widest cell; the last one ends where its text does. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - widthOf(cell))).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}

/** The columns that a text takes in a terminal, where a Chinese character is two wide and an accent none. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => {
    if (/\p{Mark}|\p{Default_Ignorable_Code_Point}/u.test(character)) return width;
    return width + (WIDE.test(character) ? 2 : 1);
  }, 0);
}

/** Wide and fullwidth characters in the sense of Unicode's annex 11. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
