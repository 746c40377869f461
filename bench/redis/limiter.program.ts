/**
 * Paces simulated calls, as one of several processes that share a limit of ten a second,
 * and replies with their arrivals.
 */
import { setTimeout as delay } from "node:timers/promises";
import { createLimiter, type LimiterName } from "./limiters.js";

/** The task of the process. */
export interface LimiterTask {
  readonly limiter: LimiterName;
  readonly redisUrl: string;
  readonly calls: number;
  readonly seed: number;
}

export interface LimiterResult {
  /** When each call arrived, in milliseconds since 1970-01-01 UTC. */
  readonly arrivedAtMs: readonly number[];
}

/** The first calls of a process open connections, so they arrive late; later ones reuse them. */
const COLD_CALLS = 5;
const COLD_LATENCY_MS = 400;
const WARM_LATENCY_MS = 40;
const RESPONSE_MS = 5;

const task: LimiterTask = JSON.parse(process.argv[2] ?? "{}");
const run = await createLimiter(task.limiter, task.redisUrl);
const arrivedAtMs: number[] = [];
let started = 0;
let state = task.seed;

process.on("message", async () => {
  await Promise.all(Array.from({ length: task.calls }, () => run(simulateCall)));
  process.send?.({ arrivedAtMs } satisfies LimiterResult);
});
process.on("disconnect", () => process.exit());
process.send?.({});

async function simulateCall(): Promise<void> {
  const latencyMs = started++ < COLD_CALLS ? COLD_LATENCY_MS : WARM_LATENCY_MS * random();
  await delay(latencyMs);
  arrivedAtMs.push(Date.now());
  await delay(RESPONSE_MS);
}

/** A linear congruential generator: the same latencies for each limiter. */
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}
