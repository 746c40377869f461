import { type Clock, systemClock } from "../clock.js";
import { InMemoryRateLimiter } from "../rate-limit/in-memory-rate-limiter.js";
import type { Permit, PermitRequest, RateLimiter } from "../rate-limit/rate-limiter.js";
import { PermitQueue } from "./permit-queue.js";
import { RateLimiterError } from "./rate-limiter-error.js";
import type { RedisClient } from "./redis-client.js";
import { SharedWindow, type WindowLimit } from "./shared-window.js";

/** Options of `redisRateLimiter`. */
export interface RedisRateLimiterOptions {
  /** What the keys in Redis begin with. @default "feishu-hire" */
  readonly prefix?: string | undefined;
  /** How long one command may take, in milliseconds. @default 1000 */
  readonly commandTimeoutMs?: number | undefined;
  /**
   * How long Redis may fail before `onUnavailable` applies, in milliseconds; requests wait meanwhile.
   *
   * @default 5000
   */
  readonly unavailableAfterMs?: number | undefined;
  /**
   * What happens once Redis is unavailable: `"throw"` fails calls with a `RateLimiterError`, before anything
   * is sent; `"local"` lets this process use `localShare` of the limit on its own.
   *
   * @default "throw"
   */
  readonly onUnavailable?: "throw" | "local" | undefined;
  /**
   * The share of the limit that each process uses on its own, from 0 to 1; at least one request a period.
   *
   * @default 0.1
   */
  readonly localShare?: number | undefined;
  /** Clock. Override it in tests. @default the system's */
  readonly clock?: Clock | undefined;
}

/**
 * A rate limiter whose windows are shared by all processes that use the same Redis. Pass it to each client:
 * `new FeishuHire({ rateLimiter: redisRateLimiter(redis) })`.
 *
 * No period sees more requests arrive than the limit, over all processes, by the clock of the Redis server.
 * Processes take turns. The permits of a process that dies are free again within 5 seconds, or a period if
 * that is longer. No key outlives its last permit by more than that and a minute.
 *
 * @param redis a connected client of `redis` or `ioredis`
 */
export function redisRateLimiter(redis: RedisClient, options: RedisRateLimiterOptions = {}): RateLimiter {
  return new RedisRateLimiter(redis, options);
}

class RedisRateLimiter implements RateLimiter {
  readonly #redis: RedisClient;
  readonly #options: RedisRateLimiterOptions;
  readonly #clock: Clock;
  readonly #local: InMemoryRateLimiter;
  readonly #shared = new Map<string, { readonly window: SharedWindow; readonly queue: PermitQueue }>();

  constructor(redis: RedisClient, options: RedisRateLimiterOptions) {
    this.#redis = redis;
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#local = new InMemoryRateLimiter(this.#clock);
  }

  async acquire(request: PermitRequest): Promise<Permit> {
    const { key, operationId, limit, priority, signal, onWait } = request;
    if (!limit) return this.#local.acquire(request);
    const { window, queue } = this.#open(key, limit);
    const id = await queue.wait(priority, signal, onWait);
    if (id !== undefined) return createPermit(window, id);
    if (this.#options.onUnavailable !== "local")
      throw new RateLimiterError(`${operationId} was not sent: Redis is unavailable.`, operationId);
    const requests = Math.max(1, Math.floor(limit.requests * (this.#options.localShare ?? 0.1)));
    return this.#local.acquire({ ...request, limit: { ...limit, requests } });
  }

  async pause(key: string, waitMs: number): Promise<void> {
    await this.#local.pause(key, waitMs);
    // If Redis fails, the other processes learn of the limit from responses of their own.
    await this.#shared
      .get(key)
      ?.window.pause(waitMs)
      .catch(() => {});
  }

  #open(key: string, limit: WindowLimit): { readonly window: SharedWindow; readonly queue: PermitQueue } {
    const known = this.#shared.get(key);
    if (known) return known;
    const { prefix = "feishu-hire", commandTimeoutMs = 1_000, unavailableAfterMs = 5_000 } = this.#options;
    const connection = { redis: this.#redis, commandTimeoutMs };
    const window = new SharedWindow(connection, `${prefix}:${key}`, limit);
    const queue = new PermitQueue(window, { clock: this.#clock, unavailableAfterMs });
    this.#shared.set(key, { window, queue });
    return { window, queue };
  }
}

/** A permit that counts from the response: only then is it certain that the request has arrived. */
function createPermit(window: SharedWindow, id: string): Permit {
  let ended = false;
  const end = (change: Promise<unknown>) => {
    ended = true;
    change.catch(() => {}); // otherwise the hold expires
  };
  return {
    sent: () => {},
    responded: () => {
      if (!ended) end(window.end(id, window.limit.periodMs));
    },
    release: () => {
      if (!ended) end(window.release(id));
    },
  };
}
