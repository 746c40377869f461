import { expect } from "vitest";
import { startFeishu, type TestFeishu } from "../../../src/testing/index.js";
import type { Program } from "../../support/program.js";
import type { CreatorResult, CreatorTask } from "./create-interviews.js";
import { type Creator, startCreators } from "./creators.js";
import type { RedisServer } from "./redis-server.js";

/** The size of a scenario: small in each run of the tests, large in `npm run test:redis`. */
export interface Size {
  /** The window's length; ten requests fit into it. */
  readonly periodMs: number;
  readonly processes: number;
  readonly createsEach: number;
}

/** What differs from the plain scenario. */
export interface ScenarioOptions {
  /** The task of every process. */
  readonly tasks?: Partial<CreatorTask>;
  /** The task of one process. */
  readonly getTask?: (index: number) => Partial<CreatorTask>;
  /** Called when a quarter of the creates have arrived, resent ones included. */
  readonly disrupt?: (creators: readonly Creator[]) => Promise<void> | void;
}

/** The outcome of a scenario. */
export interface ScenarioResult {
  readonly results: readonly CreatorResult[];
  readonly created: number;
  readonly limitResponses: number;
  readonly tokenRequests: number;
  /** Requests per period, relative to the limit. */
  readonly quotaUsed: number;
}

const REQUESTS = 10;

/** Lets several processes create at once, against a Feishu that allows ten requests a period. */
export async function createTogether(
  program: Program,
  redis: RedisServer,
  { periodMs, processes, createsEach }: Size,
  { tasks = {}, getTask = () => ({}), disrupt: disturb = () => {} }: ScenarioOptions = {},
): Promise<ScenarioResult> {
  const quarter = Math.max(1, Math.floor((processes * createsEach) / 4));
  let creates = 0;
  let creators: readonly Creator[] = [];
  let disturbed: Promise<void> | undefined;
  const feishu = await startFeishu({
    rateLimit: { requests: REQUESTS, periodMs },
    latencyMs: ({ operationId }) => {
      if (operationId === "createExternalInterview" && ++creates === quarter) {
        disturbed = Promise.resolve(disturb(creators));
        // Awaited below, unless a creator fails first.
        disturbed.catch(() => {});
      }
      return 0;
    },
  });
  try {
    const all = Array.from({ length: processes }, (_, index) => {
      return { creates: createsEach, periodMs, ...tasks, ...getTask(index) };
    });
    creators = startCreators(program, feishu, redis, all);
    const results = await Promise.all(creators.map(({ result }) => result));
    await disturbed;
    return {
      results,
      created: feishu.interviewCount,
      limitResponses: feishu.limitResponses,
      tokenRequests: feishu.tokenRequests,
      quotaUsed: measureQuotaUsed(feishu, periodMs),
    };
  } finally {
    for (const creator of creators) creator.kill();
    await feishu.close();
  }
}

/** Expects that every interview was created, once, and that no request met the limit. */
export function expectAllCreated(outcome: ScenarioResult, { processes, createsEach }: Size): void {
  expect(outcome.results).toEqual(outcome.results.map(() => ({ created: createsEach, failures: [] })));
  expect(outcome).toMatchObject({ created: processes * createsEach, limitResponses: 0 });
}

function measureQuotaUsed(feishu: TestFeishu, periodMs: number): number {
  const arrivedAtMs = feishu.requests.flatMap(({ operationId, receivedAtMs }) =>
    operationId === "createExternalInterview" ? [receivedAtMs] : [],
  );
  const tookMs = Math.max(...arrivedAtMs) - Math.min(...arrivedAtMs);
  // The first period's requests need no wait.
  return (arrivedAtMs.length - REQUESTS) / REQUESTS / (tookMs / periodMs);
}
