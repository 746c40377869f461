import { rm } from "node:fs/promises";
import { Child } from "../child.js";
import type { ImportMeasurement, ImportTask } from "./programs/import.program.js";
import { formatMegabytes, type Part } from "./row.js";
import { writeSample } from "./sample.js";
import { withServer } from "./server.js";

const INTERVIEWS = 1_000_000;
const STRETCH = 100_000;
const GOAL_BYTES = 200e6;
/** What one collection of garbage more or less makes. */
const NOISE = 0.03;

const WHY =
  "fetch alone, 32 in flight, takes 140 MB of Node 20; the index of a million keys takes 22 MB, what is in flight and V8's garbage the rest.";

/** What a million interviews take of memory, from the first to the report. */
export const memory: Part = async (stage) => {
  const file = stage.path("million.jsonl");
  await writeSample(file, { format: "jsonl", interviews: INTERVIEWS });
  const job = stage.path("million");
  const { created, wallMs, peakBytes } = await withServer(stage, {}, async (server) => {
    const [importer] = await Child.start(stage.program("import"), []);
    const facts = await importer.ask<ImportMeasurement>({
      server,
      file,
      job,
      pacing: false,
      concurrency: 32,
      sampleEvery: STRETCH,
    } satisfies ImportTask);
    await importer.stop();
    return facts;
  });
  await Promise.all([file, job].map((path) => rm(path, { recursive: true })));
  const [early = Number.NaN] = peakBytes;
  // The last hundred thousand, and the report.
  const late = Math.max(...peakBytes.slice(-2));
  const highest = Math.max(...peakBytes);
  const all = created === INTERVIEWS;
  return [
    {
      figure: "A million interviews: highest resident memory",
      measured: `${formatMegabytes(highest)} MB; ${created} created in ${(wallMs / 1000).toFixed(0)} s`,
      goal: `< ${formatMegabytes(GOAL_BYTES)} MB`,
      why: WHY,
      met: all && highest < GOAL_BYTES,
    },
    {
      figure: "The same at the end, report included, and up to 100,000",
      measured: `${formatMegabytes(late)} MB and ${formatMegabytes(early)} MB`,
      goal: `no more, within ${100 * NOISE} %`,
      why: WHY,
      met: all && late <= early * (1 + NOISE),
    },
  ];
};
