import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countBusiestPeriod } from "../../bench/redis/busiest-period.js";
import type { PermitRequest, RateLimiter } from "../../src/rate-limit/rate-limiter.js";
import { RateLimiterError, redisRateLimiter } from "../../src/redis/index.js";
import { sendCommand } from "../../src/redis/redis-client.js";
import { catchError } from "../support/hire.js";
import { type Connection, connect } from "./support/connect.js";
import { hasRedis, RedisServer, skipNote } from "./support/redis-server.js";

const PERIOD_MS = 150;
const REQUEST: PermitRequest = {
  key: "cli_test@open.feishu.cn:createExternalInterview",
  operationId: "createExternalInterview",
  limit: { requests: 10, periodMs: PERIOD_MS },
  priority: false,
  signal: undefined,
};

describe.skipIf(!hasRedis)(`redisRateLimiter${skipNote}`, () => {
  let server: RedisServer;
  let connections: Connection[];
  beforeEach(async () => {
    server = await RedisServer.start();
    connections = [];
  });
  afterEach(async () => {
    for (const { close } of connections) close();
    await server.stop();
  });

  async function open(
    name: "redis" | "ioredis" = "redis",
    options: Parameters<typeof redisRateLimiter>[1] = {},
  ): Promise<RateLimiter> {
    const connection = await connect(name, server);
    connections.push(connection);
    return redisRateLimiter(connection.redis, options);
  }

  /** Sends a simulated request, which arrives after `lateMs`, and returns when it arrived. */
  async function send(limiter: RateLimiter, lateMs = 0, request = REQUEST): Promise<number> {
    const permit = await limiter.acquire(request);
    permit?.sent();
    if (lateMs > 0) await delay(lateMs);
    const arrivedAtMs = performance.now();
    permit?.responded();
    return arrivedAtMs;
  }

  it("lets no period see more arrivals than the limit, over both packages and however late they arrive", async () => {
    const limiters = [await open("redis"), await open("ioredis"), await open("redis"), await open("ioredis")];
    const arrivals = limiters.flatMap((limiter, who) =>
      Array.from({ length: 20 }, (_, n) => send(limiter, (n * 37 + who * 11) % 90)),
    );
    expect(countBusiestPeriod(await Promise.all(arrivals), PERIOD_MS)).toBeLessThanOrEqual(10);
  });

  it("pauses every process after a limit response", async () => {
    const [first, second] = [await open(), await open()];
    await send(first);
    // Taken before, since the reply to the pause may be late on a busy machine.
    const pausedAtMs = performance.now();
    await first.pause(REQUEST.key, 300);
    await first.pause(REQUEST.key, 1); // does not end the longer one
    expect((await send(second)) - pausedAtMs).toBeGreaterThan(250);
  });

  it("grants a released permit again at once", async () => {
    const limiter = await open();
    const slow = { ...REQUEST, limit: { requests: 1, periodMs: 2_000 } };
    (await limiter.acquire(slow))?.release();
    const startedAtMs = performance.now();
    for (let n = 0; n < 4; n++) (await limiter.acquire(slow))?.release();
    expect(performance.now() - startedAtMs).toBeLessThan(4_000);
  });

  it("shares the permits among the processes that wait", async () => {
    const [busy, late] = [await open(), await open()];
    const flood = Array.from({ length: 100 }, () => send(busy));
    const arrivals = Array.from({ length: 10 }, () => send(late));
    await Promise.all(arrivals);
    const lastOfLate = Math.max(...(await Promise.all(arrivals)));
    const lastOfFlood = Math.max(...(await Promise.all(flood)));
    expect(lastOfLate).toBeLessThan(lastOfFlood - 3 * PERIOD_MS);
  });

  it("ends a wait when its signal aborts, and gives the turn to others", async () => {
    const [first, second] = [await open(), await open()];
    const slow = { ...REQUEST, limit: { requests: 1, periodMs: 400 } };
    const controller = new AbortController();
    await send(first, 0, slow);
    const waiting = first.acquire({ ...slow, signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    await send(second, 0, slow);
  });

  it("sets an expiry on every key", async () => {
    const limiter = await open("ioredis");
    await Promise.all([send(limiter), limiter.pause(REQUEST.key, 10)]);
    const keys = await command("KEYS", "*");
    const lifetimesMs = await Promise.all([keys].flat().map((key) => command("PTTL", String(key))));
    expect(lifetimesMs.length).toBeGreaterThan(0);
    expect(lifetimesMs.every((ms) => Number(ms) > 0)).toBe(true);
  });

  /** Runs one command over a connection of its own. */
  async function command(name: string, ...args: string[]): Promise<unknown> {
    const { redis, close } = await connect("redis", server);
    return sendCommand(redis, name, ...args).finally(close);
  }

  const outages: readonly [string, () => unknown, () => unknown][] = [
    ["does not reply", () => server.freeze(), () => server.thaw()],
    ["is gone", () => server.kill(), () => server.restart()],
    [
      "became a replica",
      () => command("REPLICAOF", "127.0.0.1", "1"),
      () => command("REPLICAOF", "NO", "ONE"),
    ],
  ];
  it.each(outages)("throws once Redis %s, and recovers by itself", async (_, fail, recover) => {
    const limiter = await open("redis", { commandTimeoutMs: 100, unavailableAfterMs: 150 });
    await send(limiter);
    await fail();
    const error = await catchError(send(limiter), RateLimiterError);
    expect(error).toMatchObject({ isTransient: true, mayHaveSucceeded: false });
    await recover();
    const trySend = () =>
      send(limiter).then(
        () => "sent",
        () => "failed",
      );
    await expect.poll(trySend, { timeout: 60_000 }).toBe("sent");
  });

  it("keeps its pace on a Redis that is full", async () => {
    const startedAtMs = performance.now();
    await command("CONFIG", "SET", "maxmemory", "1");
    const limiters = [await open("redis"), await open("ioredis")];
    const arrivals = limiters.flatMap((limiter) => Array.from({ length: 15 }, () => send(limiter, 20)));
    expect(countBusiestPeriod(await Promise.all(arrivals), PERIOD_MS)).toBe(10);
    // A permit that could not be given back would be held for five seconds.
    expect(performance.now() - startedAtMs).toBeLessThan(4_500);
  });

  it("keeps to its local share while Redis is unavailable", async () => {
    const options = {
      commandTimeoutMs: 100,
      unavailableAfterMs: 150,
      onUnavailable: "local",
      localShare: 0.2,
    } as const;
    const limiter = await open("ioredis", options);
    await send(limiter);
    server.freeze();
    const arrivals = await Promise.all(Array.from({ length: 8 }, () => send(limiter)));
    server.thaw();
    expect(countBusiestPeriod(arrivals, PERIOD_MS)).toBe(2);
  });
});
