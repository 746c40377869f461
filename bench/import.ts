/**
 * `npm run bench:import`: measures the importer's pace and memory, on 127.0.0.1.
 *
 *   npm run bench:import                       all parts
 *   npm run bench:import -- pace validating    some of them
 *   npm run bench:import -- --write            all parts, and writes the table to BENCHMARKS.md
 *   npm run bench:import -- --json             prints the rows as JSON
 *
 * Exits with 0 only if every goal is met. Takes a quarter of an hour and 3 GB of the temporary folder (TMPDIR).
 */
import { statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { parseArgs } from "node:util";
import { writeSection } from "./benchmarks-file.js";
import { describe } from "./import/describe.js";
import { memory } from "./import/memory.js";
import { pace } from "./import/pace.js";
import type { Part, Row } from "./import/row.js";
import { createStage } from "./import/stage.js";
import { start } from "./import/start.js";
import { throughput } from "./import/throughput.js";
import { validating } from "./import/validating.js";
import { verifying } from "./import/verifying.js";
import { workbooks } from "./import/workbooks.js";

const PARTS: Readonly<Record<string, Part>> = {
  pace,
  throughput,
  memory,
  start,
  validating,
  verifying,
  workbooks,
};
const NEEDED_BYTES = 3e9;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean", default: false }, json: { type: "boolean", default: false } },
});
const chosen = positionals.length > 0 ? positionals : Object.keys(PARTS);
if (options.write && positionals.length > 0) throw new Error("--write writes all parts or none.");

const rows = await measure(chosen);
const text = describe(rows);
process.stdout.write(options.json ? `${JSON.stringify(rows, null, 2)}\n` : text);
if (options.write) await writeSection("npm run bench:import", text);
process.exitCode = rows.some(({ met }) => met === false) ? 1 : 0;

async function measure(names: readonly string[]): Promise<Row[]> {
  const { bavail, bsize } = await statfs(tmpdir());
  if (bavail * bsize < NEEDED_BYTES)
    throw new Error(`${tmpdir()} has less than ${NEEDED_BYTES / 1e9} GB left; set TMPDIR.`);
  const stage = await createStage();
  try {
    const measured: Row[] = [];
    for (const name of names) {
      const part = PARTS[name];
      if (!part) throw new Error(`There is no part ${name}; the parts are ${Object.keys(PARTS).join(", ")}.`);
      process.stderr.write(`${name} ...\n`);
      measured.push(...(await part(stage)));
    }
    return measured;
  } finally {
    await stage.remove();
  }
}
