import { afterAll, beforeAll, test } from "vitest";
import { buildProgram, type Program } from "../support/program.js";
import { hasRedis, RedisServer, skipNote } from "./support/redis-server.js";
import { importWithKills } from "./support/tenants.js";

let program: Program;
let redis: RedisServer;
beforeAll(async () => {
  program = await buildProgram("examples/bullmq/worker.ts");
  if (hasRedis) redis = await RedisServer.start();
});
afterAll(async () => {
  await redis?.stop();
});

test.skipIf(!hasRedis)(`ten tenants' imports survive killed workers${skipNote}`, async () => {
  await importWithKills(program, redis, {
    workers: 3,
    tenants: 10,
    interviewsEach: 60,
    kills: 8,
    seed: 20_261_125,
  });
});
