import { measureText, padText } from "../src/cli/language/text-width.js";

/** Formats a table for a terminal, with columns as wide as their widest cell and without trailing blanks. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => measureText(row[column] ?? ""))),
  );
  const formatRow = (row: readonly string[]) =>
    row.map((cell, column) => padText(cell, widths[column] ?? 0)).join("  ");
  return rows.map((row) => formatRow(row).trimEnd()).join("\n");
}
