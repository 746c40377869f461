import { Child } from "../child.js";
import type { Figure, Row } from "../figure.js";
import type { CallFacts, CallsTask } from "../programs/calls.program.js";
import { format, ratios, rotated, type Summary, summarize } from "../statistics.js";
import { type Workspace, withServer } from "../workspace.js";

const ROUNDS = 5;
/** Enough for V8 to have compiled what matters. */
const WARM_UP_CALLS = 8_000;
const WARM_UP_CONCURRENCY = 32;
const BLOCKS = 9;
const BLOCK_CALLS = 200;

const CONTENDERS = [
  "fetch",
  "control",
  "fetchWithSignal",
  "undici",
  "client",
  "clientOverUndici",
  "official",
] as const;
type Contender = (typeof CONTENDERS)[number];

type Load = { readonly concurrency: number; readonly label: string; readonly fastGoal: number };
const LOADS: readonly Load[] = [
  { concurrency: 1, label: "one at a time", fastGoal: 0.45 },
  { concurrency: 32, label: "32 in flight", fastGoal: 0.2 },
];
const GOAL = 1.1;

/** What a call costs, once its code is compiled: CPU and wall-clock time, by the side of bare fetch. */
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
  { label, fastGoal }: Load,
): Row[] {
  const valuesOf = (name: Contender) => rounds.flatMap((round) => round[name]?.[measure] ?? []);
  const ratioOf = (name: Contender) => ratios(valuesOf(name), valuesOf("fetch"));
  const [client, overUndici, undici] = (["client", "clientOverUndici", "undici"] as const).map(ratioOf) as [
    Summary,
    Summary,
    Summary,
  ];
  const official = valuesOf("official").length > 0 ? ratioOf("official") : undefined;
  const micros = (summarize(valuesOf("fetch")).median * 1000).toFixed(0);
  const what = `${measure === "cpuMs" ? "CPU" : "Wall"} a call, ${label}`;
  const withSignal = format(ratioOf("fetchWithSignal"), 2);
  return [
    {
      figure: `${what}: × bare fetch`,
      client: format(client, 2),
      official: official && format(official, 2),
      fetch: `${format(ratioOf("control"), 2)}, ${micros} µs`,
      undici: format(undici, 2),
      goal: `≤ ${GOAL.toFixed(2)}, ≤ official`,
      met: client.median <= GOAL && client.median <= (official?.median ?? GOAL),
      spentOn: `bare fetch with an AbortSignal, as every attempt has one so that it can end, is ${withSignal} in the same rounds. The rest is openapi-fetch, which merges options and headers several times, the attempt's timer, the lane, and the promises between them. The official SDK sends over node:http, which costs less than fetch.`,
    },
    {
      figure: `${what}, over undici: × bare fetch`,
      client: format(overUndici, 2),
      undici: format(undici, 2),
      goal: `≤ ${fastGoal.toFixed(2)}`,
      met: overUndici.median <= fastGoal,
      spentOn: `undici.request by itself is ${format(undici, 2)}. What comes on top is the same work of the client as over fetch, which is as much here as it is there.`,
    },
  ];
}
