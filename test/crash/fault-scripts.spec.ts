import { test } from "vitest";
import { expectTruthUnderAnyFaults } from "../importer/support/fault-scripts.js";

test("under any script of faults, over any runs, nothing is lost and nothing made twice", async () => {
  await expectTruthUnderAnyFaults(600);
}, 600_000);
