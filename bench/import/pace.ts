import { Child } from "../child.js";
import type { ImportMeasurement, ImportTask } from "./programs/import.program.js";
import type { ServerTask } from "./programs/server.program.js";
import type { Part, Row } from "./row.js";
import { writeSample } from "./sample.js";
import { withServer } from "./server.js";
import type { Stage } from "./stage.js";

const INTERVIEWS = 300;
const REQUESTS_PER_SECOND = 10;
const MAX_DEVIATION_PERCENT = 2;

const WHY =
  "a permit is free again a period after its response, since all that is certain is that a request arrives before it is answered: of ten a second that leaves 7.7 at 300 ms and 3.3 at two seconds";

const WINDOWS = ["fixed", "sliding"] as const;
const LATENCIES_MS = [5, 300, 2000];

/**
 * Measures how long 300 interviews take, from the arrival of the first to that of the last. All six runs go
 * at once, because they wait far more than they work.
 */
export const pace: Part = async (stage) => {
  await writeSample(stage.path("pace.jsonl"), { format: "jsonl", interviews: INTERVIEWS });
  const servers = WINDOWS.flatMap((window) => LATENCIES_MS.map((latencyMs) => ({ window, latencyMs })));
  return Promise.all(servers.map((server) => measure(stage, server)));
};

function measure(
  stage: Stage,
  { window, latencyMs }: Required<Pick<ServerTask, "window" | "latencyMs">>,
): Promise<Row> {
  return withServer(stage, { window, latencyMs }, async (server, readCounts) => {
    const [importer] = await Child.start(stage.program("import"), []);
    const { created, wallMs } = await importer.request<ImportMeasurement>({
      server,
      pacing: true,
      file: stage.path("pace.jsonl"),
      job: stage.path(`pace-${window}-${latencyMs}`),
    } satisfies ImportTask);
    await importer.stop();
    const { limitResponses, arrivedAtMs } = await readCounts();
    const seconds = ((arrivedAtMs.at(-1) ?? NaN) - (arrivedAtMs[0] ?? NaN)) / 1000;
    const deviationPercent = 100 * (seconds / (INTERVIEWS / REQUESTS_PER_SECOND) - 1);
    return {
      figure: `${INTERVIEWS} interviews at ${latencyMs} ms, ${window} window`,
      measured: `${seconds.toFixed(2)} s (${deviationPercent.toFixed(1)} %), ${limitResponses} limit responses; whole run ${(wallMs / 1000).toFixed(1)} s`,
      goal: `${INTERVIEWS / REQUESTS_PER_SECOND} s within ${MAX_DEVIATION_PERCENT} %, 0 limit responses`,
      why: WHY,
      met:
        created === INTERVIEWS && Math.abs(deviationPercent) <= MAX_DEVIATION_PERCENT && limitResponses === 0,
    };
  });
}
