import { Child } from "../child.js";
import type { Figure, Row } from "../figure.js";
import type { CallMeasurement, CallsTask } from "../programs/calls.program.js";
import { format, rotate, summarize, summarizeRatios } from "../statistics.js";
import { type Workspace, withServer } from "../workspace.js";

const ROUNDS = 5;
/** Enough for V8 to compile the code that matters. */
const WARM_UP_CALLS = 8_000;
const WARM_UP_CONCURRENCY = 32;
const BLOCKS = 5;
/** Enough that the first ones after a pause, whose code and data have left the CPU's caches, hardly count. */
const BLOCK_CALLS = 2_000;

const CONTENDERS = ["fetch", "control", "fetchWithSignal", "client", "clientOverFetch", "official"] as const;
type Contender = (typeof CONTENDERS)[number];

type Load = { readonly concurrency: number; readonly label: string };
const LOADS: readonly Load[] = [
  { concurrency: 1, label: "one at a time" },
  { concurrency: 32, label: "32 in flight" },
];
/** Relative to bare fetch, over the default transport on Node. */
const GOAL = 0.5;
/** Relative to the official SDK. */
const OFFICIAL_GOAL = 0.5;
/** Relative to bare fetch, over fetch. */
const FETCH_GOAL = 1.15;

/** Measures the CPU and wall-clock time of a call whose code is compiled, relative to bare fetch. */
export const calls: Figure = async (workspace) => {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await measureRound(workspace, round));
  return LOADS.flatMap((load) => {
    const spent = rounds.map((round) => round.get(load) ?? {});
    return [...createRows(spent, "cpuMs", load), ...createRows(spent, "wallMs", load)];
  });
};

/** What each contender took for a call, under each load. */
type Round = Map<Load, Partial<Record<Contender, CallMeasurement>>>;

/** Measures every contender in a fresh process, all of them alive at once and warmed up. */
function measureRound(workspace: Workspace, round: number): Promise<Round> {
  return withServer(workspace, async (baseUrl) => {
    const children = new Map<Contender, Child>();
    for (const name of rotate(CONTENDERS, round)) {
      const project = name === "official" ? workspace.official : workspace.client;
      if (!project) continue;
      const [child] = await Child.start(project.program("calls"), [
        name === "control" ? "fetch" : name,
        baseUrl,
      ]);
      await child.request({ calls: WARM_UP_CALLS, concurrency: WARM_UP_CONCURRENCY } satisfies CallsTask);
      children.set(name, child);
    }
    const spent: Round = new Map();
    for (const load of LOADS) spent.set(load, await takeTurns(children, load));
    for (const child of children.values()) await child.stop();
    return spent;
  });
}

/**
 * Lets the contenders send in turn, a block at a time: a machine's speed changes from second to
 * second, and does so for all of them. The median block counts, since a stall of the machine
 * affects one block of one contender.
 */
async function takeTurns(
  children: ReadonlyMap<Contender, Child>,
  { concurrency }: Load,
): Promise<Partial<Record<Contender, CallMeasurement>>> {
  const blocks = new Map<Contender, CallMeasurement[]>();
  for (let block = 0; block < BLOCKS; block++) {
    for (const [name, child] of rotate([...children], block)) {
      const measurement = await child.request<CallMeasurement>({ calls: BLOCK_CALLS, concurrency });
      blocks.set(name, [...(blocks.get(name) ?? []), measurement]);
    }
  }
  const getMedian = (measurements: readonly CallMeasurement[], measure: keyof CallMeasurement) =>
    summarize(measurements.map((block) => block[measure])).median;
  return Object.fromEntries(
    [...blocks].map(([name, measurements]) => [
      name,
      { cpuMs: getMedian(measurements, "cpuMs"), wallMs: getMedian(measurements, "wallMs") },
    ]),
  );
}

function createRows(
  rounds: readonly Partial<Record<Contender, CallMeasurement>>[],
  measure: keyof CallMeasurement,
  { label }: Load,
): Row[] {
  const getValues = (name: Contender) => rounds.flatMap((round) => round[name]?.[measure] ?? []);
  const getRatio = (name: Contender) => summarizeRatios(getValues(name), getValues("fetch"));
  const [client, overFetch, withSignal] = [
    getRatio("client"),
    getRatio("clientOverFetch"),
    getRatio("fetchWithSignal"),
  ];
  const official = getValues("official").length > 0 ? getRatio("official") : undefined;
  const officialGoal = (official?.median ?? Infinity) * OFFICIAL_GOAL;
  const micros = (summarize(getValues("fetch")).median * 1000).toFixed(0);
  const what = `${measure === "cpuMs" ? "CPU" : "Wall"} a call, ${label}`;
  return [
    {
      figure: `${what}: × bare fetch`,
      client: format(client, 2),
      official: official && format(official, 2),
      fetch: `${format(getRatio("control"), 2)}, ${micros} µs`,
      goal: `≤ ${GOAL.toFixed(2)}, ≤ ${OFFICIAL_GOAL} of official`,
      met: client.median <= GOAL && client.median <= officialGoal,
      spentOn: "node:http itself, the attempt's timer and signal, the permit, and the promises between them.",
    },
    {
      figure: `${what}, over fetch: × bare fetch`,
      client: format(overFetch, 2),
      goal: `≤ ${FETCH_GOAL.toFixed(2)}`,
      met: overFetch.median <= FETCH_GOAL,
      spentOn: `bare fetch with an AbortSignal, as every attempt has one so that it can end, is ${format(withSignal, 2)} in the same rounds; the rest is the client's own work.`,
    },
  ];
}
