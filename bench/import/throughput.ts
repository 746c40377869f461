import { Child } from "../child.js";
import { format, rotate, summarize, summarizeRatios } from "../statistics.js";
import type { FetchMeasurement, FetchTask } from "./programs/fetch.program.js";
import type { ImportMeasurement, ImportTask } from "./programs/import.program.js";
import type { Part } from "./row.js";
import { writeSample } from "./sample.js";
import { withServer } from "./server.js";
import type { Stage } from "./stage.js";

const ROUNDS = 5;
const BLOCKS = 6;
const INTERVIEWS = 2_000;
const CONCURRENCY = 32;
const GOAL = 0.6;

const CONTENDERS = ["import", "fetch"] as const;
type Spent = Record<(typeof CONTENDERS)[number], FetchMeasurement>;

const WHY =
  "the client's own call costs what `npm run bench` shows; reading, checking and hashing a row, two journal entries and their flushes come on top. Where the disk or the machine is busy, what 32 in flight wait for their flushes shows too.";

/** Measures the importer's throughput, with its journal, relative to a bare `fetch` loop. */
export const throughput: Part = async (stage) => {
  const rounds: Spent[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measureRound(stage, round));
  const interviews = INTERVIEWS * BLOCKS;
  const formatRate = (name: keyof Spent) =>
    summarize(rounds.map((spent) => (1000 * interviews) / spent[name].wallMs)).median.toFixed(0);
  const getRatio = (measure: keyof FetchMeasurement) =>
    summarizeRatios(
      rounds.map((spent) => spent.fetch[measure]),
      rounds.map((spent) => spent.import[measure]),
    );
  return [
    {
      figure: `Throughput, ${CONCURRENCY} in flight, pacing off, journal on: × bare fetch`,
      measured: `${format(getRatio("wallMs"), 2)}; ${formatRate("import")} a second, fetch ${formatRate("fetch")}`,
      goal: `≥ ${GOAL}`,
      why: WHY,
      met: getRatio("wallMs").median >= GOAL,
    },
    { figure: "The same in CPU time, interviews a CPU second", measured: format(getRatio("cpuMs"), 2) },
  ];
};

/**
 * Measures a round: both contenders run in fresh processes and take turns, a block at a time, since a
 * machine's speed changes from second to second, and does so for both.
 */
function measureRound(stage: Stage, round: number): Promise<Spent> {
  return withServer(stage, {}, async (server) => {
    const [importer] = await Child.start(stage.program("import"), []);
    const [fetcher] = await Child.start(stage.program("fetch"), []);
    const spent = { import: { wallMs: 0, cpuMs: 0 }, fetch: { wallMs: 0, cpuMs: 0 } };
    // The first block warms up.
    for (let block = 0; block <= BLOCKS; block++) {
      for (const name of rotate(CONTENDERS, round + block)) {
        const id = `${round}-${block}-${name}`;
        const file = stage.path(`${id}.jsonl`);
        const from = 1 + INTERVIEWS * (2 * block + CONTENDERS.indexOf(name));
        await writeSample(file, { format: "jsonl", interviews: INTERVIEWS, from });
        const task = { server, file, concurrency: CONCURRENCY } satisfies FetchTask;
        const measurement =
          name === "fetch"
            ? await fetcher.request<FetchMeasurement>(task)
            : await importer.request<ImportMeasurement>({
                ...task,
                pacing: false,
                job: stage.path(id),
              } satisfies ImportTask);
        if (block === 0) continue;
        spent[name].wallMs += measurement.wallMs;
        spent[name].cpuMs += measurement.cpuMs;
      }
    }
    await importer.stop();
    await fetcher.stop();
    return spent;
  });
}
