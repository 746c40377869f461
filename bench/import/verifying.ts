import { Child } from "../child.js";
import type { ImportMeasurement, ImportTask } from "./programs/import.program.js";
import type { ServerCounts, ServerTask } from "./programs/server.program.js";
import type { VerifyMeasurement, VerifyTask } from "./programs/verify.program.js";
import { formatMegabytes, type Part } from "./row.js";
import { writeSample } from "./sample.js";
import { withServer } from "./server.js";
import type { Stage } from "./stage.js";

const INTERVIEWS = 300_000;
const SAMPLE_EVERY = 100_000;
/** The interviews of the goal: they take nine minutes at most, at Feishu's pace. */
const GOAL_INTERVIEWS = 100_000;
const GOAL_MINUTES = 9;
const NOISE = 0.03;
/** Fewer at Feishu's pace: 200 requests. */
const PACED_INTERVIEWS = 4_000;
const LATENCY_MS = 50;
const IDS_PER_REQUEST = 20;

const WHY_PACE =
  "ten requests a second are Feishu's limit; a permit is free again a second after its response";
const WHY_MEMORY = "the index of the job's keys and ids does not grow; the rest is V8's garbage";

/** Measures a verification: its memory without pacing, and its time at Feishu's pace. */
export const verifying: Part = async (stage) => {
  const all = await measure(stage, { interviews: INTERVIEWS, pacing: false, server: {} });
  const paced = await measure(stage, {
    interviews: PACED_INTERVIEWS,
    pacing: true,
    server: { latencyMs: LATENCY_MS },
  });
  const minutes = (paced.wallMs * (GOAL_INTERVIEWS / PACED_INTERVIEWS)) / 60_000;
  const [early = NaN] = all.peakBytes;
  const late = Math.max(...all.peakBytes.slice(-2));
  return [
    {
      figure: `Verifying ${PACED_INTERVIEWS} interviews at ${LATENCY_MS} ms, at Feishu's pace`,
      measured: `${(paced.wallMs / 1000).toFixed(1)} s: ${GOAL_INTERVIEWS} in ${minutes.toFixed(1)} min`,
      goal: `${GOAL_INTERVIEWS} in ${GOAL_MINUTES} min`,
      why: WHY_PACE,
      met: paced.same === PACED_INTERVIEWS && minutes <= GOAL_MINUTES,
    },
    {
      figure: `Verifying ${INTERVIEWS} interviews, pacing off`,
      measured: `${(all.wallMs / 1000).toFixed(1)} s, ${all.queries} requests`,
      goal: `${INTERVIEWS / IDS_PER_REQUEST} requests`,
      met: all.same === INTERVIEWS && all.queries === INTERVIEWS / IDS_PER_REQUEST,
    },
    {
      figure: `The same: resident memory at the end, and up to ${SAMPLE_EVERY}`,
      measured: `${formatMegabytes(late)} MB and ${formatMegabytes(early)} MB`,
      goal: `no more, within ${100 * NOISE} %`,
      why: WHY_MEMORY,
      met: late <= early * (1 + NOISE),
    },
  ];
};

interface Case {
  readonly interviews: number;
  readonly pacing: boolean;
  readonly server: ServerTask;
}

async function measure(
  stage: Stage,
  { interviews, pacing, server: task }: Case,
): Promise<VerifyMeasurement & ServerCounts> {
  const file = stage.path(`verify-${interviews}.jsonl`);
  const job = stage.path(`verify-${interviews}`);
  await writeSample(file, { format: "jsonl", interviews });
  return withServer(stage, { ...task, keepsInterviews: true }, async (server, readCounts) => {
    const [importer] = await Child.start(stage.program("import"), []);
    await importer.request<ImportMeasurement>({
      server,
      file,
      job,
      pacing: false,
      concurrency: 32,
    } satisfies ImportTask);
    await importer.stop();
    const [verifier] = await Child.start(stage.program("verify"), []);
    const verifyTask: VerifyTask = { server, file, job, pacing, sampleEvery: SAMPLE_EVERY };
    const measured = await verifier.request<VerifyMeasurement>(verifyTask);
    await verifier.stop();
    return { ...measured, ...(await readCounts()) };
  });
}
