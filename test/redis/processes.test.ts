import { describe } from "vitest";
import { defineScenarios, type ScenarioSize } from "./support/define-scenarios.js";

/** The short form of `npm run test:redis`: most of its time is waits, so the scenarios run side by side. */
const SIZE: ScenarioSize = {
  periodMs: 150,
  processes: 2,
  createsEach: 20,
  outageMs: 300,
  firstCallers: 6,
  minQuotaUsed: 0,
};

describe.concurrent("several processes on one Redis", () => {
  defineScenarios(SIZE);
});
