import { beforeAll, expect, test } from "vitest";
import { buildProgram, type Program } from "../../support/program.js";
import { hasRedis, RedisServer, skipNote } from "./redis-server.js";
import { createTogether, expectAllCreated, type Size } from "./scenarios.js";

const TEN_MINUTES_MS = 600_000;

export interface ScenarioSize extends Size {
  readonly outageMs: number;
  readonly firstCallers: number;
  /** The least share of the quota that must be used; a short run mostly consists of starting the processes. */
  readonly minQuotaUsed: number;
}

/** Defines the tests over several processes, in one size. Each gets an empty Redis of its own. */
export function defineScenarios(size: ScenarioSize): void {
  let program: Program;
  beforeAll(async () => {
    program = await buildProgram("test/redis/support/create-interviews.ts");
  });

  const scenario = (name: string, run: (program: Program, redis: RedisServer) => Promise<void>) =>
    test.skipIf(!hasRedis)(`${name}${skipNote}`, async () => {
      const redis = await RedisServer.start();
      await run(program, redis).finally(() => redis.stop());
    });

  scenario("all processes together keep to the limit, and fetch one token", async (program, redis) => {
    const outcome = await createTogether(program, redis, size);
    expectAllCreated(outcome, size);
    expect(outcome.tokenRequests).toBe(1);
    expect(outcome.quotaUsed).toBeGreaterThanOrEqual(size.minQuotaUsed);
  });

  scenario("the others keep to the limit when a process is killed", async (program, redis) => {
    const outcome = await createTogether(program, redis, size, {
      disrupt: ([first]) => first?.kill(),
    });
    expect(outcome.limitResponses).toBe(0);
    expect(outcome.results.slice(1)).toEqual(
      outcome.results.slice(1).map(() => ({ created: size.createsEach, failures: [] })),
    );
  });

  scenario(
    "an outage of Redis that ends in time delays the creates and fails none",
    async (program, redis) => {
      const outcome = await createTogether(program, redis, size, {
        tasks: { unavailableAfterMs: 60_000 },
        disrupt: () => {
          redis.freeze();
          setTimeout(() => redis.thaw(), size.outageMs);
        },
      });
      expectAllCreated(outcome, size);
    },
  );

  scenario("a Redis that restarts empty makes nobody exceed the limit", async (program, redis) => {
    const outcome = await createTogether(program, redis, size, {
      tasks: { unavailableAfterMs: 60_000 },
      disrupt: () => redis.restart(),
    });
    expectAllCreated(outcome, size);
  });

  scenario("clocks that differ by ten minutes do no harm", async (program, redis) => {
    const outcome = await createTogether(program, redis, size, {
      getTask: (index) => ({ clockSkewMs: index * TEN_MINUTES_MS }),
    });
    expectAllCreated(outcome, size);
    expect(outcome.tokenRequests).toBe(1);
  });

  scenario("first calls of many processes at the same time fetch one token", async (program, redis) => {
    const many = { ...size, processes: size.firstCallers, createsEach: 1 };
    const outcome = await createTogether(program, redis, many, { tasks: { startWith: many.processes } });
    expectAllCreated(outcome, many);
    expect(outcome.tokenRequests).toBe(1);
  });
}
