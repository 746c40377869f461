import { randomUUID } from "node:crypto";
import type { TokenStore } from "../auth/token-store.js";
import { type Clock, systemClock } from "../clock.js";
import { decrypt, encrypt } from "./encrypt-token.js";
import { LuaScript } from "./lua-script.js";
import { type RedisClient, sendWithin } from "./redis-client.js";

/** Options of `redisTokenStore`. */
export interface RedisTokenStoreOptions {
  /** The app's secret. The token is stored encrypted under it, so that Redis alone is of no use to a thief. */
  readonly appSecret: string;
  /** What the keys in Redis begin with. @default "feishu-hire" */
  readonly prefix?: string | undefined;
  /** How long one command may take, in milliseconds. @default 1000 */
  readonly commandTimeoutMs?: number | undefined;
  /** Clock. Override it in tests. @default the system's */
  readonly clock?: Clock | undefined;
}

/** Another process may try when a fetch takes longer. */
const LOCK_MS = 10_000;

/** The stored token and how much longer it lives, by the server's clock: those of the processes may differ. */
const read = new LuaScript(`return { redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1]) }`);

/** Removes the lock only if it is still the caller's. */
const unlock = new LuaScript(
  `if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`,
);

/**
 * A token store for all processes that use the same Redis: one of them fetches, the others read. Pass it to
 * each client: `new FeishuHire({ tokenStore: redisTokenStore(redis, { appSecret }) })`.
 *
 * The token is encrypted with AES-256-GCM under a key derived from the
 * app_secret, and expires with the token.
 *
 * @param redis a connected client of `redis` or `ioredis`
 */
export function redisTokenStore(redis: RedisClient, options: RedisTokenStoreOptions): TokenStore {
  const { appSecret, prefix = "feishu-hire", commandTimeoutMs = 1_000, clock = systemClock } = options;
  const tokenKey = (key: string) => `${prefix}:token:${key}`;
  const send = (command: string, ...args: string[]) => sendWithin(redis, commandTimeoutMs, command, ...args);
  return {
    async get(key) {
      const reply = await read.run(redis, commandTimeoutMs, [tokenKey(key)], []);
      const [stored, lifeMs] = Array.isArray(reply) ? reply : [];
      if (typeof stored !== "string" || Number(lifeMs) <= 0) return undefined;
      const token = decryptToken(stored, appSecret, key);
      return token === undefined ? undefined : { token, expiresAtMs: clock.now() + Number(lifeMs) };
    },
    async set(key, token) {
      const lifeMs = Math.max(1, Math.ceil(token.expiresAtMs - clock.now()));
      await send("SET", tokenKey(key), encrypt(token.token, appSecret, key), "PX", String(lifeMs));
    },
    async delete(key) {
      await send("DEL", tokenKey(key));
    },
    async lock(key) {
      const lockKey = `${tokenKey(key)}:lock`;
      const owner = randomUUID();
      const reply = await send("SET", lockKey, owner, "NX", "PX", String(LOCK_MS));
      if (reply === null) return undefined;
      return async () => {
        await unlock.run(redis, commandTimeoutMs, [lockKey], [owner]);
      };
    },
  };
}

/** Decrypts a token; undefined if that fails, because the secret was changed, for example. */
function decryptToken(stored: string, appSecret: string, key: string): string | undefined {
  try {
    return decrypt(stored, appSecret, key);
  } catch {
    return undefined;
  }
}
