/**
 * `npm run bench`: compares this client with the official SDK and bare fetch, on 127.0.0.1.
 *
 *   npm run bench                       prints the table
 *   npm run bench -- --write            and writes it to BENCHMARKS.md
 *   npm run bench -- --only calls       measures only these figures, separated by commas
 */
import { availableParallelism, cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { writeSection } from "./benchmarks-file.js";
import type { Figure, Row } from "./figure.js";
import { bundle } from "./figures/bundle.js";
import { calls } from "./figures/calls.js";
import { firstCalls } from "./figures/first-calls.js";
import { importCost } from "./figures/import-cost.js";
import { install } from "./figures/install.js";
import { types } from "./figures/types.js";
import { wholeProcess } from "./figures/whole-process.js";
import { formatExplanations, formatTable } from "./report.js";
import {
  createWorkspace,
  OFFICIAL_VERSION,
  pathInRepository,
  readVersion,
  type Workspace,
} from "./workspace.js";

const FIGURES: Readonly<Record<string, Figure>> = {
  calls,
  importCost,
  wholeProcess,
  bundle,
  install,
  types,
  firstCalls,
};

const { values } = parseArgs({
  options: { write: { type: "boolean", default: false }, only: { type: "string" } },
});
const chosen = values.only?.split(",") ?? Object.keys(FIGURES);

const workspace = await createWorkspace();
try {
  const rows: Row[] = [];
  for (const name of chosen) {
    process.stderr.write(`${name} ...\n`);
    rows.push(...((await FIGURES[name]?.(workspace)) ?? []));
  }
  const text = await describeRun(workspace, rows);
  process.stdout.write(text);
  if (values.write) await writeSection("npm run bench", text);
} finally {
  await workspace.remove();
}

async function describeRun(workspace: Workspace, rows: readonly Row[]): Promise<string> {
  const typescript = await readVersion(pathInRepository(""), "typescript");
  const official = workspace.official
    ? OFFICIAL_VERSION
    : `could not be installed, so its column is empty: ${workspace.officialFailure}`;
  const missed = formatExplanations(rows);
  return `## The client

\`npm run bench -- --write\` measured this on ${new Date().toISOString().slice(0, 10)}: Node ${process.versions.node} (its fetch is undici
${process.versions.undici}), TypeScript ${typescript}, ${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB.
Official SDK: ${official}.

Medians of rounds in rotated order, with a fresh process for each contender and round; the lowest and the highest round
are in brackets. Ratios are taken within a round. Bare fetch's cell holds the control: fetch measured against itself.
All defaults are on except for pacing; the cost of a call is measured after 8,000 others.

${formatTable(rows)}
${missed ? `\nWhat the missed goals are spent on:\n\n${missed}\n` : ""}`;
}
