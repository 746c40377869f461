import { describe, expect, test } from "vitest";
import { buildProgram, start } from "../support/program.js";
import type { MaintainOptions } from "./support/maintain-options.js";
import { surviveMaintenance } from "./support/maintain-scenario.js";

const program = await buildProgram("test/crash/support/maintainer.ts");
const maintain = (options: MaintainOptions) =>
  start(process.execPath, [program.path, JSON.stringify(options)]);

/** Set FEISHU_HIRE_SEED to what a failure prints to repeat it, as far as processes allow. */
const seed = Number(process.env.FEISHU_HIRE_SEED ?? Date.now() % 1_000_000);
const SCENARIOS = 60;
let killed = 0;

describe.concurrent(`killed with SIGKILL (seed ${seed}), import, settle, update and undo leave at most one interview for each key:`, () => {
  for (let i = 0; i < SCENARIOS; i++)
    test(`scenario ${i}`, async () => {
      const count = await surviveMaintenance({ start: maintain, kills: 6, seed: seed + i });
      killed += count;
    });
});

test("at least 200 processes were killed before they had ended", () => {
  expect(killed).toBeGreaterThanOrEqual(200);
});
