import { availableParallelism, cpus, totalmem } from "node:os";
import { formatMarkdownTable, formatResult } from "../markdown-table.js";
import type { Row } from "./row.js";

const HEADINGS = ["figure", "measured", "goal", ""];

/** Formats the rows as a section of BENCHMARKS.md. */
export function describe(rows: readonly Row[]): string {
  const day = new Date().toISOString().slice(0, 10);
  return `## Importing

\`npm run bench:import -- --write\` measured this on ${day}: Node ${process.versions.node},
${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB.

The importer and the server are separate processes. Figures measured in rounds are medians, with the lowest and the
highest in brackets. The time of 300 interviews is from the arrival of the first to that of the last, so it is the
pace; the whole run also waits for the token first and for the last response. Bare fetch is \`fetch\` and
\`response.json()\` on lines in memory: nothing is read, checked or written. Both take turns, a block of 2,000 at a
time. The million interviews are sent to the server, 32 in flight. A CSV is read twice.

${formatTable(rows)}
${formatExplanations(rows)}`;
}

function formatTable(rows: readonly Row[]): string {
  const lines = rows.map(({ figure, measured, goal = "", met }) => [
    figure,
    measured,
    goal,
    formatResult(met),
  ]);
  return formatMarkdownTable(HEADINGS, lines);
}

function formatExplanations(rows: readonly Row[]): string {
  const lines = rows.filter(({ met }) => met === false).map(({ figure, why }) => `- ${figure}: ${why}`);
  return lines.length > 0 ? `\nWhy the goals were missed:\n\n${lines.join("\n")}\n` : "";
}
