/** Formats a Markdown table whose columns are aligned, so that it reads well in a terminal too. */
export function formatMarkdownTable(
  headings: readonly string[],
  lines: readonly (readonly string[])[],
): string {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const formatLine = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [headings, widths.map((width) => "-".repeat(width)), ...lines].map(formatLine).join("\n");
}

/** Formats whether a goal was met; empty without a goal. */
export function formatResult(met: boolean | undefined): string {
  if (met === undefined) return "";
  return met ? "met" : "**missed**";
}
