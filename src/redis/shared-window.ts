import { randomUUID } from "node:crypto";
import { changePermits, leaveQueue, pauseWindow, takePermits } from "./permit-scripts.js";
import type { RedisClient } from "./redis-client.js";

/** How long a permit is held without a sign of life from its process; a period, if that is longer. */
const HOLD_MS = 5_000;
const RENEW_EVERY_MS = 1_500;
/** A process that waits loses its turn after this long without asking again. */
const WAITER_MS = 3_000;
const POLL_MS = 15;

export interface WindowLimit {
  readonly requests: number;
  readonly periodMs: number;
}

/** How a window reaches Redis. */
export interface RedisConnection {
  readonly redis: RedisClient;
  readonly commandTimeoutMs: number;
}

/** A change of a permit, in `ms` milliseconds; see `changePermits`. */
type PermitChange = readonly [change: "renew" | "end" | "release", id: string, ms: number];

/** One operation's window as one process sees it: all shared state is in Redis. */
export class SharedWindow {
  readonly limit: WindowLimit;
  readonly #holdMs: number;
  readonly #connection: RedisConnection;
  readonly #keys: readonly string[];
  readonly #processId: string = randomUUID();
  readonly #held = new Set<string>();
  #nextId = 0;
  #renewal: NodeJS.Timeout | undefined;

  constructor(connection: RedisConnection, name: string, limit: WindowLimit) {
    this.limit = limit;
    this.#holdMs = Math.max(HOLD_MS, limit.periodMs);
    this.#connection = connection;
    this.#keys = ["permits", "due", "waiting", "seen", "state"].map((part) => `{${name}}:${part}`);
  }

  /**
   * Takes up to `wanted` permits; `waitMs` is when to ask for the rest. Rejects
   * if Redis fails or is too slow.
   */
  async take(wanted: number, priority: boolean): Promise<{ ids: string[]; waitMs: number }> {
    const { redis, commandTimeoutMs } = this.#connection;
    const { requests, periodMs } = this.limit;
    const firstId = this.#nextId;
    this.#nextId += wanted;
    const args = [
      requests,
      periodMs,
      this.#processId,
      wanted,
      priority ? 1 : 0,
      this.#holdMs,
      firstId,
      POLL_MS,
      WAITER_MS,
    ];
    const reply = await takePermits.run(redis, commandTimeoutMs, this.#keys, args);
    const [taken, waitMs] = Array.isArray(reply) ? reply.map(Number) : [];
    if (taken === undefined || waitMs === undefined) throw new Error("Redis sent an unexpected reply");
    const ids = Array.from({ length: taken }, (_, n) => `${this.#processId}:${firstId + n}`);
    for (const id of ids) this.#held.add(id);
    this.#keepRenewing();
    return { ids, waitMs };
  }

  /** Counts a permit as used: it is free again after `ms`. */
  end(id: string, ms: number): Promise<unknown> {
    return this.#change([["end", id, ms]]);
  }

  /** Gives a permit back unused. */
  release(id: string): Promise<unknown> {
    return this.#change([["release", id, 0]]);
  }

  /** Pauses the window: nothing is granted to any process for `ms`. */
  pause(ms: number): Promise<unknown> {
    const { redis, commandTimeoutMs } = this.#connection;
    const args = [Math.ceil(ms), this.limit.periodMs, this.#holdMs];
    return pauseWindow.run(redis, commandTimeoutMs, this.#keys, args);
  }

  /** Gives up this process's turn. */
  leave(): Promise<unknown> {
    const { redis, commandTimeoutMs } = this.#connection;
    return leaveQueue.run(redis, commandTimeoutMs, this.#keys, [this.#processId]);
  }

  #change(changes: readonly PermitChange[]): Promise<unknown> {
    const { redis, commandTimeoutMs } = this.#connection;
    for (const [change, id] of changes) if (change !== "renew") this.#held.delete(id);
    if (this.#held.size === 0) this.#stopRenewing();
    return changePermits.run(redis, commandTimeoutMs, this.#keys, changes.flat());
  }

  #keepRenewing(): void {
    if (this.#held.size === 0 || this.#renewal) return;
    this.#renewal = setInterval(() => {
      const changes = [...this.#held].map((id) => ["renew", id, this.#holdMs] as const);
      // If a renewal fails, the next one makes up for it, or the hold expires.
      this.#change(changes).catch(() => {});
    }, RENEW_EVERY_MS);
    this.#renewal.unref();
  }

  #stopRenewing(): void {
    clearInterval(this.#renewal);
    this.#renewal = undefined;
  }
}
