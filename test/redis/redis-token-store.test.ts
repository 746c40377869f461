import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { setSystemTimer } from "../../src/clock.js";
import { FeishuHire } from "../../src/index.js";
import { redisTokenStore } from "../../src/redis/index.js";
import { startFeishu } from "../../src/testing/index.js";
import { untimedClock } from "../support/clock.js";
import { type Connection, connect } from "./support/connect.js";
import { hasRedis, RedisServer, skipNote } from "./support/redis-server.js";

const KEY = "cli_test@https://open.feishu.cn";
const APP_SECRET = "an-invented-app-secret";
const TOKEN = "t-caecc734c2e3328a62489fe0648c4b98779515d3";

describe.skipIf(!hasRedis)(`redisTokenStore${skipNote}`, () => {
  let server: RedisServer;
  let connection: Connection;
  beforeEach(async () => {
    server = await RedisServer.start();
    connection = await connect("ioredis", server);
  });
  afterEach(async () => {
    connection.close();
    await server.stop();
  });

  const command = (name: string, ...args: string[]) => {
    if (!("call" in connection.redis)) throw new Error("expected a client of ioredis");
    return connection.redis.call(name, ...args);
  };

  it("returns the stored token and its expiry, until it is deleted", async () => {
    const store = redisTokenStore(connection.redis, { appSecret: APP_SECRET });
    const expiresAtMs = Date.now() + 7_200_000;
    await store.set(KEY, { token: TOKEN, expiresAtMs });
    const stored = await store.get(KEY);
    expect(stored?.token).toBe(TOKEN);
    expect(Math.abs((stored?.expiresAtMs ?? 0) - expiresAtMs)).toBeLessThan(5_000);
    await store.delete(KEY);
    expect(await store.get(KEY)).toBeUndefined();
  });

  it("returns the remaining lifetime by the server's clock", async () => {
    const writer = redisTokenStore(connection.redis, { appSecret: APP_SECRET });
    await writer.set(KEY, { token: TOKEN, expiresAtMs: Date.now() + 7_200_000 });
    const aheadMs = 600_000;
    const clock = {
      now: () => Date.now() + aheadMs,
      monotonicNow: () => performance.now(),
      wait: async () => {},
      setTimer: setSystemTimer,
    };
    const reader = redisTokenStore(connection.redis, { appSecret: APP_SECRET, clock });
    const lifeMs = ((await reader.get(KEY))?.expiresAtMs ?? 0) - clock.now();
    expect(Math.abs(lifeMs - 7_200_000)).toBeLessThan(5_000);
  });

  it("stores nothing that can be read without the secret", async () => {
    const store = redisTokenStore(connection.redis, { appSecret: APP_SECRET });
    await store.set(KEY, { token: TOKEN, expiresAtMs: Date.now() + 60_000 });
    const [key = ""] = [await command("KEYS", "*")].flat().map(String);
    const value = String(await command("GET", key));
    expect(value).not.toContain(TOKEN);
    expect(Buffer.from(value, "base64").toString("latin1")).not.toContain(TOKEN);
    expect(Number(await command("PTTL", key))).toBeGreaterThan(0);
    await store.set(KEY, { token: TOKEN, expiresAtMs: Date.now() + 60_000 });
    expect(await command("GET", key)).not.toBe(value); // the same text under the same nonce would be
    expect(await redisTokenStore(connection.redis, { appSecret: "another secret" }).get(KEY)).toBeUndefined();
    // Nor can it be read under another app's key.
    await command("COPY", key, key.replace(KEY, "cli_other@https://open.feishu.cn"));
    expect(await store.get("cli_other@https://open.feishu.cn")).toBeUndefined();
  });

  it("gives the right to fetch to one process at a time", async () => {
    const store = redisTokenStore(connection.redis, { appSecret: APP_SECRET });
    const unlock = await store.lock?.(KEY);
    expect(await store.lock?.(KEY)).toBeUndefined();
    await unlock?.();
    const expired = await store.lock?.(KEY);
    await command("DEL", `feishu-hire:token:${KEY}:lock`);
    expect(await store.lock?.(KEY)).toBeTypeOf("function");
    await expired?.(); // the right is another's by now
    expect(await store.lock?.(KEY)).toBeUndefined();
  });

  it("lets each client fetch a token of its own while Redis is full", async () => {
    const feishu = await startFeishu({ rateLimit: false });
    await command("CONFIG", "SET", "maxmemory", "1");
    const tokenStore = redisTokenStore(connection.redis, { appSecret: feishu.appSecret });
    const clients = [0, 1].map(() => new FeishuHire({ ...feishu.clientOptions, tokenStore }));
    const create = (hire: FeishuHire, n: number) =>
      hire.externalInterviews.create({
        external_id: `id-${n}`,
        external_application_id: "6960663240925956437",
      });
    await Promise.all(clients.map(create)).finally(() => feishu.close());
    expect(feishu.tokenRequests).toBe(2);
  });

  it("lets many clients fetch one token, and one more after a rejection", async () => {
    const feishu = await startFeishu({ rateLimit: false });
    try {
      const { appSecret, clientOptions } = feishu;
      const tokenStore = redisTokenStore(connection.redis, { appSecret, commandTimeoutMs: 60_000 });
      const clients = Array.from(
        { length: 10 },
        () => new FeishuHire({ ...clientOptions, tokenStore, clock: untimedClock }),
      );
      const create = (hire: FeishuHire, n: number) =>
        hire.externalInterviews.create({
          external_id: `id-${n}`,
          external_application_id: "6960663240925956437",
        });
      await Promise.all(clients.map(create));
      expect(feishu.tokenRequests).toBe(1);
      feishu.revokeTokens();
      await Promise.all(clients.map((hire, n) => create(hire, 100 + n)));
      expect(feishu.tokenRequests).toBe(2);
    } finally {
      await feishu.close();
    }
  });
});
