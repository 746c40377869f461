import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { PermitRequest } from "../../src/index.js";
import { InMemoryRateLimiter } from "../../src/rate-limit/in-memory-rate-limiter.js";
import { settled, TurnedClock } from "../support/clock.js";

const LIMIT = { requests: 10, periodMs: 1000 };

function place(more: Partial<PermitRequest> = {}): PermitRequest {
  return { operationId: "create", limit: LIMIT, priority: false, signal: undefined, ...more };
}

/** The most that any second holds, wherever it starts. */
function busiestSecond(times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.max(
    ...sorted.map((from) => sorted.filter((time) => time >= from && time < from + 1000).length),
  );
}

/** What a request takes to be written down, to arrive and to be answered. */
interface Trip {
  prepareMs?: number;
  arriveMs: number;
  responseMs: number;
}

/** Requests that start as soon as the lane lets them. */
function drive(clock: TurnedClock, trips: Trip[]) {
  const lane = new InMemoryRateLimiter(clock);
  const starts: number[] = [];
  const arrivals: number[] = [];
  const done = trips.map(async ({ prepareMs = 0, arriveMs, responseMs }) => {
    const taken = await lane.acquire(place());
    if (prepareMs > 0) await clock.wait(prepareMs);
    taken.sent();
    starts.push(clock.monotonicNow());
    arrivals.push(clock.monotonicNow() + arriveMs);
    await clock.wait(arriveMs + responseMs);
    taken.responded();
  });
  return { starts, arrivals, done };
}

describe("a lane", () => {
  it("starts ten at once, and never more than ten in any second", async () => {
    const clock = new TurnedClock();
    const { starts } = drive(
      clock,
      Array.from({ length: 100 }, () => ({ arriveMs: 0, responseMs: 5 })),
    );
    await clock.advance(0);
    expect(starts).toHaveLength(10);
    await clock.advance(9_500);
    expect(starts).toHaveLength(100);
    expect(busiestSecond(starts)).toBe(10);
  });

  it("saves nothing up over a stall of the event loop", async () => {
    const clock = new TurnedClock();
    const { starts } = drive(
      clock,
      Array.from({ length: 60 }, () => ({ arriveMs: 0, responseMs: 5 })),
    );
    await clock.advance(500);
    await clock.stall(10_000);
    expect(starts).toHaveLength(20);
    await clock.advance(10_000);
    expect(starts).toHaveLength(60);
    expect(busiestSecond(starts)).toBe(10);
  });

  it("keeps the limit where it counts, at the arrival, however slow the first requests are", async () => {
    const clock = new TurnedClock();
    const cold = Array.from({ length: 10 }, () => ({ arriveMs: 400, responseMs: 20 }));
    const warm = Array.from({ length: 40 }, () => ({ arriveMs: 10, responseMs: 20 }));
    const { arrivals } = drive(clock, [...cold, ...warm]);
    await clock.advance(10_000);
    expect(arrivals).toHaveLength(50);
    expect(busiestSecond(arrivals)).toBe(10);
  });

  it("allows for the connections that are opened before the first answer, where answers take longer than a period", async () => {
    const clock = new TurnedClock();
    const cold = Array.from({ length: 20 }, () => ({ arriveMs: 200, responseMs: 2000 }));
    const warm = Array.from({ length: 40 }, () => ({ arriveMs: 10, responseMs: 2000 }));
    const { arrivals } = drive(clock, [...cold, ...warm]);
    await clock.advance(10_000);
    expect(arrivals).toHaveLength(60);
    expect(busiestSecond(arrivals)).toBe(10);
  });

  it("counts from when a request leaves, whatever it had to write down first", async () => {
    const clock = new TurnedClock();
    const slow = Array.from({ length: 10 }, () => ({ prepareMs: 600, arriveMs: 0, responseMs: 2000 }));
    const quick = Array.from({ length: 40 }, () => ({ arriveMs: 0, responseMs: 2000 }));
    const { arrivals } = drive(clock, [...quick, ...slow, ...quick]);
    await clock.advance(20_000);
    expect(arrivals).toHaveLength(90);
    expect(busiestSecond(arrivals)).toBe(10);
  });

  it("waits no longer than it must once the first answers are there", async () => {
    const clock = new TurnedClock();
    const lane = new InMemoryRateLimiter(clock);
    const taken = await Promise.all(Array.from({ length: 10 }, () => lane.acquire(place())));
    for (const { sent } of taken) sent();
    const eleventh = vi.fn();
    lane.acquire(place()).then(eleventh);
    await clock.advance(5);
    for (const { responded } of taken) responded();
    await clock.advance(1_020);
    expect(eleventh).toHaveBeenCalled();
  });

  it("keeps ten a second at any steady latency", async () => {
    for (const responseMs of [5, 300, 1000, 1100, 2000, 10_000]) {
      const clock = new TurnedClock();
      const { starts } = drive(
        clock,
        Array.from({ length: 300 }, () => ({ arriveMs: 0, responseMs })),
      );
      await clock.advance(30_000 * 1.02);
      expect(starts, `at ${responseMs} ms`).toHaveLength(300);
    }
  });

  it("keeps the limit under any arrivals, latencies and stalls (property)", async () => {
    const trip = fc.record({ arriveMs: fc.nat(50), responseMs: fc.nat(3000) });
    const step = fc.record({ ms: fc.nat(1500), stall: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(trip, { maxLength: 60 }),
        fc.array(step, { maxLength: 12 }),
        async (trips, steps) => {
          const clock = new TurnedClock();
          const { starts } = drive(clock, trips);
          for (const { ms, stall } of steps) await (stall ? clock.stall(ms) : clock.advance(ms));
          await clock.advance(60_000);
          expect(starts).toHaveLength(trips.length);
          expect(busiestSecond(starts.length ? starts : [0])).toBeLessThanOrEqual(10);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("lets requests go in the order in which they came", async () => {
    const clock = new TurnedClock();
    const lane = new InMemoryRateLimiter(clock);
    const order: number[] = [];
    for (let i = 0; i < 40; i++) lane.acquire(place()).then(() => order.push(i));
    await clock.advance(5_000);
    expect(order).toEqual(Array.from({ length: 40 }, (_, i) => i));
  });

  it("is one for each operation", async () => {
    const clock = new TurnedClock();
    const lane = new InMemoryRateLimiter(clock);
    for (let i = 0; i < 10; i++) await lane.acquire(place());
    await lane.acquire(place({ operationId: "other" }));
    expect(clock.pending).toBe(0);
  });

  it("is left at once by a request that is aborted, and keeps no timer when nobody waits", async () => {
    const clock = new TurnedClock();
    const lane = new InMemoryRateLimiter(clock);
    for (let i = 0; i < 10; i++) await lane.acquire(place());
    const controller = new AbortController();
    const aborted = lane.acquire(place({ signal: controller.signal }));
    expect(clock.pending).toBe(1);
    controller.abort(new Error("enough"));
    await expect(aborted).rejects.toThrow("enough");
    await settled();
    expect(clock.pending).toBe(0);
    const later = lane.acquire(place());
    await clock.advance(1_100);
    await later;
  });

  it("stands still as a whole after a limit answer, and then lets what was refused go first", async () => {
    const clock = new TurnedClock();
    const lane = new InMemoryRateLimiter(clock);
    const order: string[] = [];
    for (let i = 0; i < 10; i++) await lane.acquire(place());
    for (let i = 0; i < 12; i++) lane.acquire(place()).then(() => order.push("waiting"));
    lane.pause("create", 5_000);
    lane.acquire(place({ priority: true })).then(() => order.push("refused"));
    await clock.advance(4_999);
    expect(order).toEqual([]);
    await clock.advance(1);
    expect(order).toEqual(["refused", ...Array.from({ length: 9 }, () => "waiting")]);
  });
});
