import { describe, expect, test } from "vitest";
import type { Fault } from "../../src/testing/index.js";
import { buildProgram, type Running, start } from "../support/program.js";
import { describeKill, type Kill, randomKill, STEPS, type Step, type VictimOptions } from "./support/kill.js";
import { createRandom } from "./support/random.js";
import { type Scenario, survive } from "./support/scenario.js";

const victimProgram = await buildProgram("test/crash/support/victim.ts");
const command = await buildProgram("src/cli/main.ts");

function victim(options: VictimOptions): Running {
  return start(process.execPath, [victimProgram.path, JSON.stringify(options)]);
}

function realCommand({ file, job, ...server }: VictimOptions): Running {
  const { baseUrl: FEISHU_BASE_URL, appId: FEISHU_APP_ID, appSecret: FEISHU_APP_SECRET } = server;
  const env = { FEISHU_BASE_URL, FEISHU_APP_ID, FEISHU_APP_SECRET };
  return start(process.execPath, [command.path, "import", file, "--job", job, "--json"], { env });
}

const HOUR_MS = 3_600_000;
const ROWS = 40;
/** Set FEISHU_HIRE_SEED to what a failure prints to repeat it, as far as processes allow. */
const seed = Number(process.env.FEISHU_HIRE_SEED ?? Date.now() % 1_000_000);
const random = createRandom(seed);
const steps = Object.keys(STEPS) as Step[];

/** Faults with an ambiguous outcome, besides the kill itself. */
const FAULTS: readonly (readonly Fault[])[] = [
  [],
  [],
  [{ kind: "reset", applied: true, times: 3 }],
  [{ kind: "html" }, { kind: "cut", applied: true, times: 2 }],
];

let killedAtRandom = 0;

describe.concurrent(`killed with SIGKILL (seed ${seed}), an import loses nothing and creates nothing twice:`, () => {
  for (const step of steps) {
    for (const nth of STEPS[step] === "onceARun" ? [1] : [1, 2, 9, ROWS]) {
      const kill: Kill = { step, nth };
      survives([kill], { laterMs: 0 });
      survives([kill, { step: pick(steps), nth: 1 }], { laterMs: pick([0, HOUR_MS]) });
    }
    survives([{ step, nth: 1 }], { laterMs: 25 * HOUR_MS });
  }

  for (let i = 0; i < 220; i++) {
    const again = i % 3 === 0 ? [randomKill(ROWS, random)] : [];
    const laterMs = pick([0, 0, 60_000, 23.4 * HOUR_MS, 25 * HOUR_MS]);
    survives([randomKill(ROWS, random), ...again], { laterMs, faults: pick(FAULTS) });
  }

  for (let i = 0; i < 12; i++) {
    const rows = 8;
    const kills = [randomKill(rows, random), randomKill(rows, random)];
    survives(kills, { start: realCommand, rows }, "the real command ");
  }
});

test("at least 200 processes were killed at random moments before they had ended", () => {
  expect(killedAtRandom).toBeGreaterThanOrEqual(200);
});

function survives(kills: readonly Kill[], changes: Partial<Scenario>, who = ""): void {
  const scenario: Scenario = {
    start: victim,
    kills,
    rows: ROWS,
    seed: Math.floor(random() * 1e6),
    ...changes,
  };
  const { laterMs = 0, faults = [] } = scenario;
  const besides = faults.length > 0 ? ", with faults" : "";
  const name = `${who}${kills.map(describeKill).join(", then ")}; resumed ${laterMs / HOUR_MS} h later${besides}`;
  test(name, async () => {
    const killed = await survive(scenario);
    if (!("step" in (kills[0] ?? {}))) killedAtRandom += killed;
  });
}

function pick<T>(items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError("There is nothing to pick from.");
  return item;
}
