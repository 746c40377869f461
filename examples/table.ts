import { measureText, padText } from "../src/cli/language/text-width.js";

/** A table for a terminal, its columns as wide as their widest cell; the last one ends where its text does. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => measureText(row[column] ?? ""))),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) => padText(cell, widths[column] ?? 0)).join("  ");
  return rows.map((row) => line(row).trimEnd()).join("\n");
}
