import { availableParallelism, cpus, totalmem } from "node:os";
import type { Row } from "./row.js";

const HEADINGS = ["figure", "measured", "goal", ""];

/** The rows as a section of Markdown, whose table reads well in a terminal too. */
export function describe(rows: readonly Row[]): string {
  const day = new Date().toISOString().slice(0, 10);
  return `## Importing

\`npm run bench:import -- --write\` measured this on ${day}: Node ${process.versions.node},
${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB.

Importer and server are processes of their own. Where there are rounds, the median is given and in brackets the
lowest and the highest. The time of 300 interviews runs from the arrival of the first to that of the last, so that
it is the pace; the whole run also waits for the token before, and for the last answer after. Bare fetch is \`fetch\`
and \`response.json()\` on lines that are in memory: nothing is read, checked or written. Both take turns, a block of
2,000 at a time. The million interviews are sent to the server, 32 in flight. A CSV is read twice.

${tableOf(rows)}
${explanationsOf(rows)}`;
}

function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ figure, measured, goal = "", met }) => {
    const result = met === undefined ? "" : met ? "met" : "**missed**";
    return [figure, measured, goal, result];
  });
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...lines.map((line) => line[column]?.length ?? 0)),
  );
  const render = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [HEADINGS, widths.map((width) => "-".repeat(width)), ...lines].map(render).join("\n");
}

function explanationsOf(rows: readonly Row[]): string {
  const lines = rows.filter(({ met }) => met === false).map(({ figure, why }) => `- ${figure}: ${why}`);
  return lines.length > 0 ? `\nWhy the goals were missed:\n\n${lines.join("\n")}\n` : "";
}
