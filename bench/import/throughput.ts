import { Child } from "../child.js";
import { format, ratios, rotated, summarize } from "../statistics.js";
import type { FetchFacts, FetchTask } from "./programs/fetch.program.js";
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
type Spent = Record<(typeof CONTENDERS)[number], FetchFacts>;

const WHY =
  "the client's own call costs what `npm run bench` shows; reading, checking and hashing a row, two journal entries and their flushes come on top. Where the disk or the machine is busy, what 32 in flight wait for their flushes shows too.";

/** How much of a bare `fetch` loop's throughput is left to the importer, journal on. */
export const throughput: Part = async (stage) => {
  const rounds: Spent[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await playRound(stage, round));
  const interviews = INTERVIEWS * BLOCKS;
  const rate = (name: keyof Spent) =>
    summarize(rounds.map((spent) => (1000 * interviews) / spent[name].wallMs)).median.toFixed(0);
  const ratio = (measure: keyof FetchFacts) =>
    ratios(
      rounds.map((spent) => spent.fetch[measure]),
      rounds.map((spent) => spent.import[measure]),
    );
  return [
    {
      figure: `Throughput, ${CONCURRENCY} in flight, pacing off, journal on: × bare fetch`,
      measured: `${format(ratio("wallMs"), 2)}; ${rate("import")} a second, fetch ${rate("fetch")}`,
      goal: `≥ ${GOAL}`,
      why: WHY,
      met: ratio("wallMs").median >= GOAL,
    },
    { figure: "The same in CPU time, interviews a CPU second", measured: format(ratio("cpuMs"), 2) },
  ];
};

/**
 * A round: both in a fresh process, both alive, each working in its turn, a block at a time. A machine's speed
 * changes from second to second, and so it changes for both.
 */
function playRound(stage: Stage, round: number): Promise<Spent> {
  return withServer(stage, {}, async (server) => {
    const [importer] = await Child.start(stage.program("import"), []);
    const [fetcher] = await Child.start(stage.program("fetch"), []);
    const spent = { import: { wallMs: 0, cpuMs: 0 }, fetch: { wallMs: 0, cpuMs: 0 } };
    // The first block warms up.
    for (let block = 0; block <= BLOCKS; block++) {
      for (const name of rotated(CONTENDERS, round + block)) {
        const id = `${round}-${block}-${name}`;
        const file = stage.path(`${id}.jsonl`);
        const from = 1 + INTERVIEWS * (2 * block + CONTENDERS.indexOf(name));
        await writeSample(file, { format: "jsonl", interviews: INTERVIEWS, from });
        const task = { server, file, concurrency: CONCURRENCY } satisfies FetchTask;
        const facts =
          name === "fetch"
            ? await fetcher.ask<FetchFacts>(task)
            : await importer.ask<ImportMeasurement>({
                ...task,
                pacing: false,
                job: stage.path(id),
              } satisfies ImportTask);
        if (block === 0) continue;
        spent[name].wallMs += facts.wallMs;
        spent[name].cpuMs += facts.cpuMs;
      }
    }
    await importer.stop();
    await fetcher.stop();
    return spent;
  });
}
