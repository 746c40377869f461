import type { Row } from "./figure.js";

const HEADINGS = ["figure", "this client", "official SDK", "bare fetch", "goal", ""];

/** The rows as a Markdown table, which reads well in a terminal too. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ figure, client, official = "", fetch = "", goal = "", met }) => {
    const result = met === undefined ? "" : met ? "met" : "**missed**";
    return [figure, client, official, fetch, goal, result];
  });
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const render = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [render(HEADINGS), render(widths.map((width) => "-".repeat(width))), ...lines.map(render)].join(
    "\n",
  );
}

/** What the missed goals are spent on. */
export function explanationsOf(rows: readonly Row[]): string {
  return rows
    .filter(({ met }) => met === false)
    .map(({ figure, spentOn }) => `- ${figure}: ${spentOn ?? "not explained yet."}`)
    .join("\n");
}
