import { Child } from "../child.js";
import type { ImportMeasurement, ImportTask } from "./programs/import.program.js";
import type { ServerFacts, ServerTask } from "./programs/server.program.js";
import type { VerifyFacts, VerifyTask } from "./programs/verify.program.js";
import { formatMegabytes, type Part } from "./row.js";
import { writeSample } from "./sample.js";
import { withServer } from "./server.js";
import type { Stage } from "./stage.js";

const INTERVIEWS = 300_000;
const STRETCH = 100_000;
/** These take nine minutes at most, at Feishu's pace. */
const PROMISED = 100_000;
const GOAL_MINUTES = 9;
const NOISE = 0.03;
/** At Feishu's pace, fewer of them: 200 requests. */
const PACED_INTERVIEWS = 4_000;
const LATENCY_MS = 50;
const IDS_PER_REQUEST = 20;

const WHY_PACE =
  "ten requests a second are Feishu's limit; a permit is free again a second after its response";
const WHY_MEMORY = "the index of the job's keys and ids does not grow; the rest is V8's garbage";

/** How long a verification takes, without pacing for its size and at Feishu's pace for its rate. */
export const verifying: Part = async (stage) => {
  const all = await measure(stage, { interviews: INTERVIEWS, pacing: false, server: {} });
  const paced = await measure(stage, {
    interviews: PACED_INTERVIEWS,
    pacing: true,
    server: { latencyMs: LATENCY_MS },
  });
  const minutes = (paced.wallMs * (PROMISED / PACED_INTERVIEWS)) / 60_000;
  const [early = Number.NaN] = all.peakBytes;
  const late = Math.max(...all.peakBytes.slice(-2));
  return [
    {
      figure: `Verifying ${PACED_INTERVIEWS} interviews at ${LATENCY_MS} ms, at Feishu's pace`,
      measured: `${(paced.wallMs / 1000).toFixed(1)} s: ${PROMISED} in ${minutes.toFixed(1)} min`,
      goal: `${PROMISED} in ${GOAL_MINUTES} min`,
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
      figure: `The same: resident memory at the end, and up to ${STRETCH}`,
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
): Promise<VerifyFacts & ServerFacts> {
  const file = stage.path(`verify-${interviews}.jsonl`);
  const job = stage.path(`verify-${interviews}`);
  await writeSample(file, { format: "jsonl", interviews });
  return withServer(stage, { ...task, keepsInterviews: true }, async (server, readFacts) => {
    const [importer] = await Child.start(stage.program("import"), []);
    await importer.ask<ImportMeasurement>({
      server,
      file,
      job,
      pacing: false,
      concurrency: 32,
    } satisfies ImportTask);
    await importer.stop();
    const [verifier] = await Child.start(stage.program("verify"), []);
    const verifyTask: VerifyTask = { server, file, job, pacing, sampleEvery: STRETCH };
    const facts = await verifier.ask<VerifyFacts>(verifyTask);
    await verifier.stop();
    return { ...facts, ...(await readFacts()) };
  });
}
