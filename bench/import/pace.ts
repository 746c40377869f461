import { Child } from "../child.js";
import type { ImportFacts, ImportTask } from "./import.program.js";
import type { Part, Row } from "./row.js";
import { writeSample } from "./sample.js";
import { withServer } from "./server.js";
import type { ServerTask } from "./server.program.js";
import type { Stage } from "./stage.js";

const INTERVIEWS = 300;
const A_SECOND = 10;
const OFF_BY = 0.02;

const WINDOWS = ["fixed", "sliding"] as const;
const LATENCIES_MS = [5, 300, 2000];

/** How long 300 interviews take, all six runs side by side: they wait far more than they work. */
export const pace: Part = async (stage) => {
  await writeSample(stage.path("pace.jsonl"), { format: "jsonl", interviews: INTERVIEWS });
  const servers = WINDOWS.flatMap((window) => LATENCIES_MS.map((latencyMs) => ({ window, latencyMs })));
  return Promise.all(servers.map((server) => measure(stage, server)));
};

function measure(stage: Stage, { window, latencyMs }: Required<ServerTask>): Promise<Row> {
  return withServer(stage, { window, latencyMs }, async (server, countsOf) => {
    const [importer] = await Child.start(stage.program("import"), []);
    const { created, wallMs } = await importer.ask<ImportFacts>({
      ...{ server, pacing: true, file: stage.path("pace.jsonl") },
      job: stage.path(`pace-${window}-${latencyMs}`),
    } satisfies ImportTask);
    await importer.stop();
    const { limitAnswers, arrivedAtMs } = await countsOf();
    // The last one's answer takes its time after all have left.
    const seconds = (wallMs - latencyMs) / 1000;
    const off = seconds / (INTERVIEWS / A_SECOND) - 1;
    const spanMs = (arrivedAtMs.at(-1) ?? Number.NaN) - (arrivedAtMs[0] ?? Number.NaN);
    const sustained = ((INTERVIEWS - A_SECOND) * 1000) / spanMs;
    return {
      figure: `${INTERVIEWS} interviews at ${latencyMs} ms, ${window} window`,
      measured: `${seconds.toFixed(2)} s (${(100 * off).toFixed(1)} %), ${sustained.toFixed(2)} a second, ${limitAnswers} limit answers`,
      goal: `${INTERVIEWS / A_SECOND} s within ${100 * OFF_BY} %, 0 limit answers`,
      met: created === INTERVIEWS && Math.abs(off) <= OFF_BY && limitAnswers === 0,
    };
  });
}
