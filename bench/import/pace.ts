import { Child } from "../child.js";
import type { ImportMeasurement, ImportTask } from "./programs/import.program.js";
import type { ServerTask } from "./programs/server.program.js";
import type { Part, Row } from "./row.js";
import { writeSample } from "./sample.js";
import { withServer } from "./server.js";
import type { Stage } from "./stage.js";

const INTERVIEWS = 300;
const A_SECOND = 10;
/** In percent. */
const OFF_BY = 2;

const WHY =
  "a permit is free again a period after its response, since all that is certain is that a request arrives before it is answered: of ten a second that leaves 7.7 at 300 ms and 3.3 at two seconds";

const WINDOWS = ["fixed", "sliding"] as const;
const LATENCIES_MS = [5, 300, 2000];

/** How long 300 interviews take, from the first one's arrival to the last one's, all six runs side by side: they wait far more than they work. */
export const pace: Part = async (stage) => {
  await writeSample(stage.path("pace.jsonl"), { format: "jsonl", interviews: INTERVIEWS });
  const servers = WINDOWS.flatMap((window) => LATENCIES_MS.map((latencyMs) => ({ window, latencyMs })));
  return Promise.all(servers.map((server) => measure(stage, server)));
};

function measure(
  stage: Stage,
  { window, latencyMs }: Required<Pick<ServerTask, "window" | "latencyMs">>,
): Promise<Row> {
  return withServer(stage, { window, latencyMs }, async (server, countsOf) => {
    const [importer] = await Child.start(stage.program("import"), []);
    const { created, wallMs } = await importer.ask<ImportMeasurement>({
      server,
      pacing: true,
      file: stage.path("pace.jsonl"),
      job: stage.path(`pace-${window}-${latencyMs}`),
    } satisfies ImportTask);
    await importer.stop();
    const { limitResponses, arrivedAtMs } = await countsOf();
    const seconds = ((arrivedAtMs.at(-1) ?? Number.NaN) - (arrivedAtMs[0] ?? Number.NaN)) / 1000;
    const off = 100 * (seconds / (INTERVIEWS / A_SECOND) - 1);
    return {
      figure: `${INTERVIEWS} interviews at ${latencyMs} ms, ${window} window`,
      measured: `${seconds.toFixed(2)} s (${off.toFixed(1)} %), ${limitResponses} limit answers; whole run ${(wallMs / 1000).toFixed(1)} s`,
      goal: `${INTERVIEWS / A_SECOND} s within ${OFF_BY} %, 0 limit answers`,
      why: WHY,
      met: created === INTERVIEWS && Math.abs(off) <= OFF_BY && limitResponses === 0,
    };
  });
}
