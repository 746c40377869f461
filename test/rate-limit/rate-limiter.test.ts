import { getEventListeners } from "node:events";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { countBusiestPeriod } from "../../bench/redis/busiest-period.js";
import type { PermitRequest } from "../../src/index.js";
import { InMemoryRateLimiter } from "../../src/rate-limit/in-memory-rate-limiter.js";
import { ManualClock, runPending } from "../support/clock.js";

const KEY = "cli_test@127.0.0.1:create";
const LIMIT = { requests: 10, periodMs: 1000 };

function createRequest(more: Partial<PermitRequest> = {}): PermitRequest {
  return { key: KEY, operationId: "create", limit: LIMIT, priority: false, signal: undefined, ...more };
}

/** How long a request takes to be recorded, to arrive, and then to get its response. */
interface Trip {
  prepareMs?: number;
  arriveMs: number;
  responseMs: number;
}

/** Sends requests as soon as the limiter grants their permits. */
function drive(clock: ManualClock, trips: Trip[]) {
  const limiter = new InMemoryRateLimiter(clock);
  const starts: number[] = [];
  const arrivals: number[] = [];
  const done = trips.map(async ({ prepareMs = 0, arriveMs, responseMs }) => {
    const permit = await limiter.acquire(createRequest());
    if (prepareMs > 0) await clock.wait(prepareMs);
    permit.sent();
    starts.push(clock.monotonicNow());
    arrivals.push(clock.monotonicNow() + arriveMs);
    await clock.wait(arriveMs + responseMs);
    permit.responded();
  });
  return { starts, arrivals, done };
}

/** Takes all ten permits, whose requests get their responses at once. */
async function useUp(limiter: InMemoryRateLimiter): Promise<void> {
  for (let i = 0; i < 10; i++) (await limiter.acquire(createRequest())).responded();
}

type TripMs = [arriveMs: number, responseMs: number];

function trips(...all: [TripMs, TripMs, TripMs]): [Trip, Trip, Trip] {
  const [first, second, third] = all;
  const trip = ([arriveMs, responseMs]: TripMs): Trip => ({ arriveMs, responseMs });
  return [trip(first), trip(second), trip(third)];
}

const many = (count: number, trip: Trip) => Array.from({ length: count }, () => trip);

describe("the in-memory rate limiter", () => {
  it("grants ten at once, and never more than ten in any second", async () => {
    const clock = new ManualClock();
    const { starts } = drive(clock, many(100, { arriveMs: 0, responseMs: 5 }));
    await clock.advance(0);
    expect(starts).toHaveLength(10);
    await clock.advance(9_500);
    expect(starts).toHaveLength(100);
    expect(countBusiestPeriod(starts, 1_000)).toBe(10);
  });

  it("does not accumulate permits while the event loop stalls", async () => {
    const clock = new ManualClock();
    const { starts } = drive(clock, many(60, { arriveMs: 0, responseMs: 5 }));
    await clock.advance(500);
    await clock.stall(10_000);
    expect(starts).toHaveLength(20);
    await clock.advance(10_000);
    expect(starts).toHaveLength(60);
    expect(countBusiestPeriod(starts, 1_000)).toBe(10);
  });

  it.each<[string, [Trip, Trip, Trip]]>([
    ["the first requests open connections", trips([390, 10], [90, 10], [1, 2])],
    ["the first requests take longer than a period", trips([1090, 10], [40, 5], [1, 2])],
    ["responses take longer than a period", trips([200, 2000], [10, 2000], [10, 2000])],
    ["latency falls step by step", trips([400, 20], [200, 20], [10, 20])],
  ])("keeps to the limit at arrival when %s", async (_, rounds) => {
    const clock = new ManualClock();
    const { arrivals } = drive(
      clock,
      rounds.flatMap((trip) => many(20, trip)),
    );
    await clock.advance(60_000);
    expect(arrivals).toHaveLength(60);
    expect(countBusiestPeriod(arrivals, 1_000)).toBeLessThanOrEqual(10);
  });

  it("counts from when a request is sent, however long it took to be recorded", async () => {
    const clock = new ManualClock();
    const slow = many(10, { prepareMs: 600, arriveMs: 0, responseMs: 2000 });
    const quick = many(40, { arriveMs: 0, responseMs: 2000 });
    const { arrivals } = drive(clock, [...quick, ...slow, ...quick]);
    await clock.advance(60_000);
    expect(arrivals).toHaveLength(90);
    expect(countBusiestPeriod(arrivals, 1_000)).toBe(10);
  });

  it("grants a permit again a period after its response, and no later", async () => {
    const clock = new ManualClock();
    for (const responseMs of [5, 300, 1000]) {
      const { starts } = drive(clock, many(30, { arriveMs: 0, responseMs }));
      const startedAtMs = clock.monotonicNow();
      await clock.advance(2 * (1_000 + responseMs));
      expect(starts.at(-1), `at ${responseMs} ms`).toBe(startedAtMs + 2 * (1_000 + responseMs));
      await clock.advance(60_000);
    }
  });

  it("keeps to the limit at arrival under any trips and stalls (property)", async () => {
    const trip = fc.record({ arriveMs: fc.nat(3000), responseMs: fc.nat(3000), prepareMs: fc.nat(300) });
    const step = fc.record({ ms: fc.nat(1500), stall: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(trip, { maxLength: 60 }),
        fc.array(step, { maxLength: 12 }),
        async (trips, steps) => {
          const clock = new ManualClock();
          const { arrivals } = drive(clock, trips);
          for (const { ms, stall } of steps) await (stall ? clock.stall(ms) : clock.advance(ms));
          await clock.advance(120_000);
          expect(arrivals).toHaveLength(trips.length);
          expect(countBusiestPeriod(arrivals, 1_000)).toBeLessThanOrEqual(10);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each([0, 1])("grants a released permit again at once (after %i responses)", async (responses) => {
    const clock = new ManualClock();
    const limiter = new InMemoryRateLimiter(clock);
    await useUp(limiter);
    await clock.advance(1_000);
    const permits = await Promise.all(Array.from({ length: 10 }, () => limiter.acquire(createRequest())));
    for (const permit of permits.slice(0, responses)) permit.responded();
    const eleventh = vi.fn();
    limiter.acquire(createRequest()).then(eleventh);
    await runPending();
    expect(eleventh).not.toHaveBeenCalled();
    permits.at(-1)?.release();
    permits.at(-1)?.release(); // a permit ends once
    permits.at(-1)?.responded();
    limiter.acquire(createRequest()).then(eleventh);
    await runPending();
    expect(eleventh).toHaveBeenCalledTimes(1);
  });

  it("grants in the order of the requests", async () => {
    const clock = new ManualClock();
    const limiter = new InMemoryRateLimiter(clock);
    const order: number[] = [];
    for (let i = 0; i < 40; i++)
      limiter.acquire(createRequest()).then((permit) => {
        order.push(i);
        permit.responded();
      });
    await clock.advance(5_000);
    expect(order).toEqual(Array.from({ length: 40 }, (_, i) => i));
  });

  it("keeps a window for each key", async () => {
    const clock = new ManualClock();
    const limiter = new InMemoryRateLimiter(clock);
    await useUp(limiter);
    await limiter.acquire(createRequest({ key: "cli_other@127.0.0.1:create" }));
    expect(clock.pending).toBe(0);
  });

  it("supports a limit per minute", async () => {
    const clock = new ManualClock();
    const limiter = new InMemoryRateLimiter(clock);
    const starts: number[] = [];
    const limit = { requests: 20, periodMs: 60_000 };
    for (let i = 0; i < 45; i++)
      limiter.acquire(createRequest({ limit })).then((permit) => {
        starts.push(clock.monotonicNow());
        permit.responded();
      });
    await clock.advance(120_000);
    expect(starts.map((atMs) => atMs / 60_000)).toEqual(
      Array.from({ length: 45 }, (_, i) => Math.floor(i / 20)),
    );
  });

  it("takes an aborted request out of the queue, and keeps no timer without a waiter", async () => {
    const clock = new ManualClock();
    const limiter = new InMemoryRateLimiter(clock);
    await useUp(limiter);
    const controller = new AbortController();
    const aborted = limiter.acquire(createRequest({ signal: controller.signal }));
    expect(clock.pending).toBe(1);
    controller.abort(new Error("enough"));
    await expect(aborted).rejects.toThrow("enough");
    await runPending();
    expect(clock.pending).toBe(0);
    const { signal } = new AbortController();
    const later = limiter.acquire(createRequest({ signal }));
    await clock.advance(1_100);
    await later;
    expect(getEventListeners(signal, "abort")).toEqual([]);
    await expect(limiter.acquire(createRequest({ signal: controller.signal }))).rejects.toThrow("enough");
  });

  it("reports a wait once, for the request that is next in line", async () => {
    const clock = new ManualClock();
    const limiter = new InMemoryRateLimiter(clock);
    const waits: [string, number][] = [];
    await useUp(limiter);
    for (const name of ["first", "second"])
      void limiter.acquire(createRequest({ onWait: (waitMs) => waits.push([name, waitMs]) }));
    await clock.advance(5_000);
    expect(waits).toEqual([["first", 1_000]]);
  });

  it("grants nothing during a pause, and then to requests with priority first", async () => {
    const clock = new ManualClock();
    const limiter = new InMemoryRateLimiter(clock);
    const order: string[] = [];
    await useUp(limiter);
    for (let i = 0; i < 12; i++) limiter.acquire(createRequest()).then(() => order.push("new"));
    limiter.pause(KEY, 5_000);
    limiter.pause(KEY, 1_000); // does not end the longer one
    limiter.acquire(createRequest({ priority: true })).then(() => order.push("priority"));
    await clock.advance(4_999);
    expect(order).toEqual([]);
    await clock.advance(1);
    expect(order).toEqual(["priority", ...Array.from({ length: 9 }, () => "new")]);
  });
});

it("keeps to the limit of an operation that was paused before its first permit", async () => {
  const clock = new ManualClock();
  const limiter = new InMemoryRateLimiter(clock);
  limiter.pause("k", 500);
  const request = { key: "k", operationId: "o", limit: { requests: 2, periodMs: 1_000 } };
  let granted = 0;
  for (let n = 0; n < 5; n++)
    void limiter.acquire({ ...request, priority: false, signal: undefined }).then(() => granted++);
  await clock.advance(499);
  expect(granted).toBe(0);
  await clock.advance(1);
  expect(granted).toBe(2);
});
