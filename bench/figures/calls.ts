import { Child } from "../child.js";
import type { Figure, Row } from "../figure.js";
import type { CallFacts, CallsTask } from "../programs/calls.program.js";
import { format, ratios, rotated, summarize } from "../statistics.js";
import { type Workspace, withServer } from "../workspace.js";

const ROUNDS = 5;
/** Enough for V8 to have compiled what matters. */
const WARM_UP_CALLS = 8_000;
const WARM_UP_CONCURRENCY = 32;
const BLOCKS = 9;
const BLOCK_CALLS = 200;

const CONTENDERS = ["fetch", "control", "fetchWithSignal", "client", "clientOverFetch", "official"] as const;
type Contender = (typeof CONTENDERS)[number];

type Load = { readonly concurrency: number; readonly label: string };
const LOADS: readonly Load[] = [
  { concurrency: 1, label: "one at a time" },
  { concurrency: 32, label: "32 in flight" },
];
/** To bare fetch, over the transport that is the default on Node. */
const GOAL = 0.5;
/** Of the official SDK's. */
const OFFICIAL_GOAL = 0.5;
/** To bare fetch, over fetch. */
const FETCH_GOAL = 1.15;

/** What a call costs, once its code is compiled: CPU and wall-clock time, beside bare fetch. */
export const calls: Figure = async (workspace) => {
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(await playRound(workspace, round));
  return LOADS.flatMap((load) => {
    const spent = rounds.map((round) => round.get(load) ?? {});
    return [...rowsOf(spent, "cpuMs", load), ...rowsOf(spent, "wallMs", load)];
  });
};

/** What each contender spent on a call, under each load. */
type Round = Map<Load, Partial<Record<Contender, CallFacts>>>;

/** Every contender in a fresh process, all of them alive at once and warmed up. */
function playRound(workspace: Workspace, round: number): Promise<Round> {
  return withServer(workspace, async (baseUrl) => {
    const children = new Map<Contender, Child>();
    for (const name of rotated(CONTENDERS, round)) {
      const project = name === "official" ? workspace.official : workspace.client;
      if (!project) continue;
      const [child] = await Child.start(project.program("calls"), [
        name === "control" ? "fetch" : name,
        baseUrl,
      ]);
      await child.ask({ calls: WARM_UP_CALLS, concurrency: WARM_UP_CONCURRENCY } satisfies CallsTask);
      children.set(name, child);
    }
    const spent: Round = new Map();
    for (const load of LOADS) spent.set(load, await takeTurns(children, load));
    for (const child of children.values()) await child.stop();
    return spent;
  });
}

/**
 * They send in turn, a block at a time: a machine's speed changes from second to second, and so it does for all.
 * The median block counts, since a stall of the machine befalls one block of one contender.
 */
async function takeTurns(
  children: ReadonlyMap<Contender, Child>,
  { concurrency }: Load,
): Promise<Partial<Record<Contender, CallFacts>>> {
  const blocks = new Map<Contender, CallFacts[]>();
  for (let block = 0; block < BLOCKS; block++) {
    for (const [name, child] of rotated([...children], block)) {
      const facts = await child.ask<CallFacts>({ calls: BLOCK_CALLS, concurrency });
      blocks.set(name, [...(blocks.get(name) ?? []), facts]);
    }
  }
  const medianOf = (facts: readonly CallFacts[], measure: keyof CallFacts) =>
    summarize(facts.map((block) => block[measure])).median;
  return Object.fromEntries(
    [...blocks].map(([name, facts]) => [
      name,
      { cpuMs: medianOf(facts, "cpuMs"), wallMs: medianOf(facts, "wallMs") },
    ]),
  );
}

function rowsOf(
  rounds: readonly Partial<Record<Contender, CallFacts>>[],
  measure: keyof CallFacts,
  { label }: Load,
): Row[] {
  const valuesOf = (name: Contender) => rounds.flatMap((round) => round[name]?.[measure] ?? []);
  const ratioOf = (name: Contender) => ratios(valuesOf(name), valuesOf("fetch"));
  const [client, overFetch, withSignal] = [
    ratioOf("client"),
    ratioOf("clientOverFetch"),
    ratioOf("fetchWithSignal"),
  ];
  const official = valuesOf("official").length > 0 ? ratioOf("official") : undefined;
  const officialGoal = (official?.median ?? Number.POSITIVE_INFINITY) * OFFICIAL_GOAL;
  const micros = (summarize(valuesOf("fetch")).median * 1000).toFixed(0);
  const what = `${measure === "cpuMs" ? "CPU" : "Wall"} a call, ${label}`;
  return [
    {
      figure: `${what}: × bare fetch`,
      client: format(client, 2),
      official: official && format(official, 2),
      fetch: `${format(ratioOf("control"), 2)}, ${micros} µs`,
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
