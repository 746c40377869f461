import { describe, expect, test } from "vitest";
import { buildProgram, start } from "../support/program.js";
import { describeKill, randomKill, STEPS, type Step, type VictimOptions } from "./support/kill.js";
import type { MaintainOptions } from "./support/maintain-options.js";
import { surviveMaintenance } from "./support/maintain-scenario.js";
import { createRandom } from "./support/random.js";
import { survive } from "./support/scenario.js";

/** The short form, for every `npm test`; `npm run test:crash` has the long one. */
const program = await buildProgram("test/crash/support/victim.ts");
const victim = (options: VictimOptions) => start(process.execPath, [program.path, JSON.stringify(options)]);

const HOUR_MS = 3_600_000;
const ROWS = 20;
const seed = Date.now() % 1_000_000;
const random = createRandom(seed);

const maintainer = await buildProgram("test/crash/support/maintainer.ts");
const maintain = (options: MaintainOptions) =>
  start(process.execPath, [maintainer.path, JSON.stringify(options)]);

test.concurrent(`killed with SIGKILL, settle, update and undo leave at most one interview for each key (seed ${seed})`, async () => {
  await surviveMaintenance({ start: maintain, kills: 6, seed });
});

describe.concurrent("killed with SIGKILL, an import loses nothing and creates nothing twice:", () => {
  test.each(Object.keys(STEPS) as Step[])("%s", async (step) => {
    const nth = STEPS[step] === "onceARun" ? 1 : 4;
    expect(await survive({ start: victim, kills: [{ step, nth }], rows: ROWS, seed })).toBe(1);
  });

  test("resumed 25 hours later, when an ambiguous request may not be sent again", async () => {
    const kills = [{ step: "beforeResponse", nth: 6 }] as const;
    await survive({ start: victim, kills, rows: ROWS, laterMs: 25 * HOUR_MS, seed });
  });

  for (let i = 0; i < 2; i++) {
    const kills = [randomKill(ROWS, random), randomKill(ROWS, random)];
    test(`${kills.map(describeKill).join(", then ")} (seed ${seed + i})`, async () => {
      expect(await survive({ start: victim, kills, rows: ROWS, seed: seed + i })).toBeGreaterThan(0);
    });
  }
});
