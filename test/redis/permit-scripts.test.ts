import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changePermits, takePermits } from "../../src/redis/permit-scripts.js";
import { sendCommand } from "../../src/redis/redis-client.js";
import { SharedWindow } from "../../src/redis/shared-window.js";
import { type Connection, connect } from "./support/connect.js";
import { hasRedis, RedisServer, skipNote } from "./support/redis-server.js";

/** Longer than any test takes: nothing is free again by itself. */
const PERIOD_MS = 600_000;
const MINUTE_MS = 60_000;
const TIMEOUT_MS = 60_000;
const POLL = { timeout: TIMEOUT_MS, interval: 5 };

describe.skipIf(!hasRedis)(`a window that processes share${skipNote}`, () => {
  let server: RedisServer;
  let connection: Connection;
  beforeAll(async () => {
    server = await RedisServer.start();
    connection = await connect("redis", server);
  });
  afterAll(async () => {
    connection.close();
    await server.stop();
  });

  /** Opens a window as several processes; it has state, unless the server has lost it. */
  async function open(
    requests: number,
    { processes = 3, hasState = true } = {},
  ): Promise<{ keys: string[]; windows: SharedWindow[] }> {
    const name = randomUUID();
    const { redis } = connection;
    if (hasState) await sendCommand(redis, "HSET", `{${name}}:state`, "tickets", "0", "pausedUntil", "0");
    const shared = { redis, commandTimeoutMs: TIMEOUT_MS };
    const limit = { requests, periodMs: PERIOD_MS };
    const windows = Array.from({ length: processes }, () => new SharedWindow(shared, name, limit));
    const keys = ["permits", "due", "waiting", "seen", "state"].map((part) => `{${name}}:${part}`);
    return { keys, windows };
  }

  async function take(window: SharedWindow | undefined, wanted = 1, priority = false): Promise<string[]> {
    return (await window?.take(wanted, priority))?.ids ?? [];
  }

  async function count(window: SharedWindow | undefined, wanted = 1, priority = false): Promise<number> {
    return (await take(window, wanted, priority)).length;
  }

  it("grants no more than the limit, and what was given back", async () => {
    const { windows } = await open(10);
    const [one, other] = windows;
    const ids = await take(one, 7);
    expect([ids.length, await count(other, 7), await count(one, 7)]).toEqual([7, 3, 0]);
    for (const id of ids.slice(0, 2)) await one?.release(id);
    expect(await count(other, 7)).toBe(1); // and the other half for the one that waits, too
    expect(await count(one, 7)).toBe(1);
  });

  it("has the processes take turns, in the order in which they asked", async () => {
    const { windows } = await open(2);
    const [holder, first, second] = windows;
    const [one = "", other = ""] = await take(holder, 2);
    expect([await count(first), await count(second)]).toEqual([0, 0]);
    await holder?.release(one);
    expect([await count(second), await count(first)]).toEqual([0, 1]);
    await holder?.release(other);
    expect([await count(first), await count(second)]).toEqual([0, 1]);
  });

  it("lets priority go first, and has several that have it take turns, too", async () => {
    const { windows } = await open(2, { processes: 5 });
    const [holder, normal, first, second, third] = windows;
    const ids = await take(holder, 2);
    expect([await count(normal), await count(first)]).toEqual([0, 0]);
    // Whichever asks last, and however often.
    for (let n = 0; n < 3; n++)
      for (const window of [first, second, third]) expect(await count(window, 1, true)).toBe(0);
    for (const id of ids) await holder?.release(id);
    expect([await count(normal), await count(third, 1, true)]).toEqual([0, 0]);
    expect([await count(second, 1, true), await count(first, 1, true)]).toEqual([1, 1]);
  });

  it("shares what is free among the processes that wait, and puts one that got its share behind the others", async () => {
    const { windows } = await open(10);
    const [holder, greedy, other] = windows;
    const ids = await take(holder, 10);
    expect([await count(greedy, 100, true), await count(other, 100)]).toEqual([0, 0]);
    for (const id of ids.slice(0, 3)) await holder?.release(id);
    expect([await count(greedy, 100, true), await count(greedy, 100)]).toEqual([2, 0]);
    expect(await count(other, 100)).toBe(1);
  });

  it("gives the turn of a process that leaves, or has died, to the next", async () => {
    const { windows, keys } = await open(1);
    const [holder, leaver, last] = windows;
    const [id = ""] = await take(holder);
    expect(await count(leaver)).toBe(0);
    await takeAs("dead", keys, { waiterMs: 1 });
    expect(await count(last)).toBe(0);
    await leaver?.leave();
    await holder?.release(id);
    await expect.poll(() => count(last), POLL).toBe(1);
  });

  it("frees the permit of a process that has died, and forgets when it was due", async () => {
    const { windows, keys } = await open(1);
    await takeAs("dead", keys, { holdMs: 1 });
    await expect.poll(() => count(windows[0]), POLL).toBe(1);
    expect(await sendCommand(connection.redis, "ZCARD", keys[1] as string)).toBe(1);
  });

  it("frees a permit a period after its response, and not before", async () => {
    const [one, other] = (await open(1)).windows;
    const [first = ""] = await take(one);
    await one?.end(first, PERIOD_MS);
    expect(await count(other)).toBe(0);
    await one?.end(first, 0);
    await expect.poll(() => count(other), POLL).toBe(1);
  });

  it("is not full for a renewal that arrives after its permit was given back", async () => {
    const { windows, keys } = await open(1);
    const [one, other] = windows;
    const [id = ""] = await take(one);
    await one?.release(id);
    await changePermits.run(connection.redis, TIMEOUT_MS, keys, ["renew", id, PERIOD_MS]);
    expect(await count(other)).toBe(1);
  });

  it("says when to ask again: when the permit of that turn is due, or after half a second", async () => {
    const [holder, first, second] = (await open(2)).windows;
    const [one = "", other = ""] = await take(holder, 2);
    const getWaitMs = async (window: SharedWindow | undefined) => (await window?.take(1, false))?.waitMs;
    expect([await getWaitMs(first), await getWaitMs(second)]).toEqual([500, 500]);
    await holder?.end(one, 300);
    expect(await getWaitMs(second)).toBe(500);
    expect(await getWaitMs(first)).toBeLessThanOrEqual(301);
    await holder?.release(other);
    expect(await getWaitMs(holder)).toBe(15); // free, but for those before it
  });

  it("grants nothing while it pauses, and says for how long", async () => {
    const [one, other] = (await open(1)).windows;
    await one?.pause(PERIOD_MS);
    await other?.pause(1);
    expect(await other?.take(1, false)).toEqual({ ids: [], waitMs: expect.closeTo(PERIOD_MS, -5) });
  });

  it.each([
    ["it is asked for a permit", 0],
    ["a limit response pauses it for less", 1],
  ])("pauses for a period on a server that may have lost its state, if first %s", async (_, pauseMs) => {
    const [window] = (await open(1, { hasState: false })).windows;
    if (pauseMs > 0) await window?.pause(pauseMs);
    expect(await window?.take(1, false)).toEqual({ ids: [], waitMs: expect.closeTo(PERIOD_MS, -5) });
  });

  it("outlives its permits and pauses, by a period and a minute at most", async () => {
    const { windows, keys } = await open(1);
    const [holder, waiter] = windows;
    await take(holder);
    await take(waiter);
    const getLifetimes = () =>
      Promise.all(keys.map(async (key) => Number(await sendCommand(connection.redis, "PTTL", key))));
    for (const ms of await getLifetimes()) {
      expect(ms).toBeGreaterThan(PERIOD_MS);
      expect(ms).toBeLessThanOrEqual(2 * PERIOD_MS + MINUTE_MS);
    }
    await holder?.pause(5 * PERIOD_MS);
    expect((await getLifetimes())[4]).toBeGreaterThan(5 * PERIOD_MS);
  });

  /** Takes a permit as a process of its own times. */
  function takeAs(
    process: string,
    keys: string[],
    { holdMs = PERIOD_MS, waiterMs = PERIOD_MS },
  ): Promise<unknown> {
    const args = [1, PERIOD_MS, process, 1, 0, holdMs, 0, 15, waiterMs];
    return takePermits.run(connection.redis, TIMEOUT_MS, keys, args);
  }
});
