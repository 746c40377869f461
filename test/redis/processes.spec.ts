import { describe } from "vitest";
import { defineScenarios, type ScenarioSize } from "./support/define-scenarios.js";

/** The long form: Feishu's own pace, one scenario after the other. */
const SIZE: ScenarioSize = {
  periodMs: 1_000,
  processes: 4,
  createsEach: 150,
  outageMs: 5_000,
  firstCallers: 100,
  minQuotaUsed: 0.95,
};

describe("several processes on one Redis", () => {
  defineScenarios(SIZE);
});
