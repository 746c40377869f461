import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
import { buildProgram, type Program } from "../importer/support/program.js";
import { defineScenarios } from "./support/define-scenarios.js";
import { hasRedis, RedisServer } from "./support/redis-server.js";

const SIZE = { periodMs: 1_000, processes: 4, createsEach: 150, outageMs: 5_000, firstCallers: 100 };

let program: Program;
let redis: RedisServer;
beforeAll(async () => {
  program = await buildProgram("test/redis/support/create-interviews.ts");
});
afterAll(() => program.remove());
beforeEach(async () => {
  if (hasRedis) redis = await RedisServer.start();
});
afterEach(() => redis?.stop());

describe("several processes on one Redis", () => {
  defineScenarios(SIZE, () => ({ program, redis }));
});
