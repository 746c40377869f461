import { expect, test } from "vitest";
import type { Program } from "../../importer/support/program.js";
import { hasRedis, type RedisServer, skipNote } from "./redis-server.js";
import { createTogether, expectAllCreated, type Size } from "./scenarios.js";

const TEN_MINUTES_MS = 600_000;

/** The tests over several processes, in one size. Each gets a Redis of its own, empty. */
export function defineScenarios(
  size: Size & { readonly outageMs: number; readonly firstCallers: number },
  open: () => { program: Program; redis: RedisServer },
): void {
  const scenario = (name: string, run: (program: Program, redis: RedisServer) => Promise<void>) =>
    test.skipIf(!hasRedis)(`${name}${skipNote}`, async () => {
      const { program, redis } = open();
      await run(program, redis);
    });

  scenario("all processes together keep to the limit, and fetch one token", async (program, redis) => {
    const outcome = await createTogether(program, redis, size);
    expectAllCreated(outcome, size);
    expect(outcome.tokenRequests).toBe(1);
  });

  scenario("the others keep to the limit when a process is killed", async (program, redis) => {
    const outcome = await createTogether(program, redis, size, {
      disturb: ([first]) => first?.kill(),
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
        disturb: () => {
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
      disturb: () => redis.restart(),
    });
    expectAllCreated(outcome, size);
  });

  scenario("clocks that differ by ten minutes do no harm", async (program, redis) => {
    const outcome = await createTogether(program, redis, size, {
      taskOf: (index) => ({ clockSkewMs: index * TEN_MINUTES_MS }),
    });
    expectAllCreated(outcome, size);
    expect(outcome.tokenRequests).toBe(1);
  });

  scenario("the first calls of many processes fetch one token", async (program, redis) => {
    const many = { ...size, processes: size.firstCallers, createsEach: 1 };
    const outcome = await createTogether(program, redis, many);
    expectAllCreated(outcome, many);
    expect(outcome.tokenRequests).toBe(1);
  });
}
