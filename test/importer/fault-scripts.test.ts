import { test } from "vitest";
import { expectTruthUnderAnyFaults } from "./support/fault-scripts.js";

test("whatever the faults, over any number of runs, no interview is lost or created twice", async () => {
  await expectTruthUnderAnyFaults(15);
});
