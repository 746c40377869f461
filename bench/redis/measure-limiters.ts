import { RedisServer } from "../../test/redis/support/redis-server.js";
import { Child } from "../child.js";
import { countBusiestPeriod } from "./busiest-period.js";
import type { LimiterResult, LimiterTask } from "./limiter.program.js";
import { LIMITERS, type LimiterName } from "./limiters.js";

const PROCESSES = 4;
const CALLS_EACH = 40;
const REQUESTS = 10;
const PERIOD_MS = 1_000;

/** How a limiter paced the same calls. */
export interface LimiterFigure {
  readonly limiter: LimiterName;
  /** The most arrivals in any second; ten are allowed. */
  readonly busiestSecond: number;
  /** Calls per second, relative to the limit. */
  readonly quotaUsed: number;
}

/** Measures each limiter with the same calls from four processes, on a Redis server of its own. */
export async function measureLimiters(program: string): Promise<LimiterFigure[]> {
  const figures: LimiterFigure[] = [];
  for (const limiter of LIMITERS) figures.push(await measure(program, limiter));
  return figures;
}

async function measure(program: string, limiter: LimiterName): Promise<LimiterFigure> {
  const redis = await RedisServer.start();
  const tasks = Array.from({ length: PROCESSES }, (_, seed): LimiterTask => {
    return { limiter, redisUrl: redis.url, calls: CALLS_EACH, seed: seed + 1 };
  });
  const children = await Promise.all(tasks.map((task) => Child.start(program, [JSON.stringify(task)])));
  try {
    const results = await Promise.all(children.map(([child]) => child.request<LimiterResult>({})));
    const arrivedAtMs = results.flatMap((result) => result.arrivedAtMs);
    const tookMs = Math.max(...arrivedAtMs) - Math.min(...arrivedAtMs);
    // The first period's requests need no wait.
    const perPeriod = (arrivedAtMs.length - REQUESTS) / (tookMs / PERIOD_MS);
    return {
      limiter,
      busiestSecond: countBusiestPeriod(arrivedAtMs, PERIOD_MS),
      quotaUsed: perPeriod / REQUESTS,
    };
  } finally {
    for (const [child] of children) await child.stop();
    await redis.stop();
  }
}
