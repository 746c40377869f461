import { test } from "vitest";
import { expectTruthUnderAnyFaults } from "./support/fault-scripts.js";

test("under any script of faults, over any runs, nothing is lost and nothing made twice", async () => {
  await expectTruthUnderAnyFaults(25);
}, 60_000);
