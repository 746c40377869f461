import type { Row } from "./figure.js";
import { formatMarkdownTable, formatResult } from "./markdown-table.js";

const HEADINGS = ["figure", "this client", "official SDK", "bare fetch", "goal", ""];

/** Formats the rows as a Markdown table. */
export function formatTable(rows: readonly Row[]): string {
  const lines = rows.map(({ figure, client, official = "", fetch = "", goal = "", met }) => {
    return [figure, client, official, fetch, goal, formatResult(met)];
  });
  return formatMarkdownTable(HEADINGS, lines);
}

/** Formats what the rows with missed goals are spent on, an entry each. */
export function formatExplanations(rows: readonly Row[]): string {
  return rows
    .filter(({ met }) => met === false)
    .map(({ figure, spentOn }) => `- ${figure}: ${spentOn ?? "not explained yet."}`)
    .join("\n");
}
