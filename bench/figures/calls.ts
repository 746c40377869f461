import { Child } from "../child.js";
import type { Figure, Row } from "../figure.js";
import type { CallFacts, CallsTask } from "../programs/calls.program.js";
import { format, ratios, rotated, type Summary, summarize } from "../statistics.js";
import { type Workspace, withServer } from "../workspace.js";

const ROUNDS = 5;
const WARM_UP_CALLS = 2_000;
const BLOCKS = 5;
const BLOCK_CALLS = 400;

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

const LOADS = [
  { concurrency: 1, label: "one at a time", fastGoal: 0.45 },
  { concurrency: 32, label: "32 in flight", fastGoal: 0.2 },
];
const GOAL = 1.1;

/** What a call costs: CPU and wall-clock time, by the side of bare fetch. */
export const calls: Figure = async (workspace) => {
  const rows: Row[] = [];
  for (const load of LOADS) {
    const rounds: Record<string, CallFacts>[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push(await playRound(workspace, load.concurrency, round));
    }
    rows.push(...rowsOf(rounds, "cpuMs", load), ...rowsOf(rounds, "wallMs", load));
  }
  return rows;
};

/**
 * A round: every contender in a fresh process, all alive at once, each sending in its turn, a block at a time. A
 * machine's speed changes from second to second, and so it changes for all.
 */
function playRound(
  workspace: Workspace,
  concurrency: number,
  round: number,
): Promise<Record<string, CallFacts>> {
  return withServer(workspace, async (baseUrl) => {
    const children = new Map<Contender, Child>();
    for (const name of rotated(CONTENDERS, round)) {
      const project = name === "official" ? workspace.official : workspace.client;
      if (!project) continue;
      const [child] = await Child.start(project.program("calls"), [
        name === "control" ? "fetch" : name,
        baseUrl,
      ]);
      await child.ask({ calls: WARM_UP_CALLS, concurrency } satisfies CallsTask);
      children.set(name, child);
    }
    const spent: Record<string, CallFacts> = {};
    for (let block = 0; block < BLOCKS; block++) {
      for (const [name, child] of rotated([...children], block)) {
        const task: CallsTask = { calls: BLOCK_CALLS, concurrency };
        const { cpuMs, wallMs } = await child.ask<CallFacts>(task);
        const before = spent[name] ?? { cpuMs: 0, wallMs: 0 };
        spent[name] = { cpuMs: before.cpuMs + cpuMs / BLOCKS, wallMs: before.wallMs + wallMs / BLOCKS };
      }
    }
    for (const child of children.values()) await child.stop();
    return spent;
  });
}

function rowsOf(
  rounds: readonly Record<string, CallFacts>[],
  measure: keyof CallFacts,
  { label, fastGoal }: (typeof LOADS)[number],
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
