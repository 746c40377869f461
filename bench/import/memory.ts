import { rm } from "node:fs/promises";
import { Child } from "../child.js";
import type { ImportMeasurement, ImportTask } from "./programs/import.program.js";
import { formatMegabytes, type Part } from "./row.js";
import { writeSample } from "./sample.js";
import { withServer } from "./server.js";

const INTERVIEWS = 1_000_000;
const SAMPLE_EVERY = 100_000;
const GOAL_BYTES = 200e6;
/** The share by which one garbage collection more or less changes a peak. */
const NOISE = 0.03;

const WHY =
  "fetch alone, 32 in flight, takes 140 MB of Node 20; the index of a million keys takes 22 MB, what is in flight and V8's garbage the rest.";

/** Measures the memory of an import of a million interviews, from the first one to the report. */
export const memory: Part = async (stage) => {
  const file = stage.path("million.jsonl");
  await writeSample(file, { format: "jsonl", interviews: INTERVIEWS });
  const job = stage.path("million");
  const { created, wallMs, peakBytes } = await withServer(stage, {}, async (server) => {
    const [importer] = await Child.start(stage.program("import"), []);
    const measurement = await importer.request<ImportMeasurement>({
      server,
      file,
      job,
      pacing: false,
      concurrency: 32,
      sampleEvery: SAMPLE_EVERY,
    } satisfies ImportTask);
    await importer.stop();
    return measurement;
  });
  await Promise.all([file, job].map((path) => rm(path, { recursive: true })));
  const [early = NaN] = peakBytes;
  // The last hundred thousand, and the report.
  const late = Math.max(...peakBytes.slice(-2));
  const highest = Math.max(...peakBytes);
  const isComplete = created === INTERVIEWS;
  return [
    {
      figure: "A million interviews: highest resident memory",
      measured: `${formatMegabytes(highest)} MB; ${created} created in ${(wallMs / 1000).toFixed(0)} s`,
      goal: `< ${formatMegabytes(GOAL_BYTES)} MB`,
      why: WHY,
      met: isComplete && highest < GOAL_BYTES,
    },
    {
      figure: "The same at the end, report included, and up to 100,000",
      measured: `${formatMegabytes(late)} MB and ${formatMegabytes(early)} MB`,
      goal: `no more, within ${100 * NOISE} %`,
      why: WHY,
      met: isComplete && late <= early * (1 + NOISE),
    },
  ];
};
