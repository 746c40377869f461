import { expect } from "vitest";
import { startFeishu, type TestFeishu } from "../../../src/testing/index.js";
import type { Program } from "../../support/program.js";
import type { CreatorResult, CreatorTask } from "./create-interviews.js";
import { type Creator, startCreators } from "./creators.js";
import type { RedisServer } from "./redis-server.js";

/** How large a scenario is: a short one in each run of the tests, a long one in `npm run test:redis`. */
export interface Size {
  /** The window's length; ten requests fit into it. */
  readonly periodMs: number;
  readonly processes: number;
  readonly createsEach: number;
}

/** What happens while the processes create. */
export interface Turn {
  readonly tasks?: Partial<CreatorTask>;
  /** What is particular to one process. */
  readonly taskOf?: (index: number) => Partial<CreatorTask>;
  /** Called when a quarter of the creates have arrived, resent ones included. */
  readonly disturb?: (creators: readonly Creator[]) => Promise<void> | void;
}

/** What came of a scenario. */
export interface Outcome {
  readonly results: readonly CreatorResult[];
  readonly created: number;
  readonly limitResponses: number;
  readonly tokenRequests: number;
  /** Requests per period, in relation to the limit. */
  readonly quotaUsed: number;
}

const REQUESTS = 10;

/** Lets several processes create at once, against a Feishu that allows ten requests a period. */
export async function createTogether(
  program: Program,
  redis: RedisServer,
  { periodMs, processes, createsEach }: Size,
  { tasks = {}, taskOf = () => ({}), disturb = () => {} }: Turn = {},
): Promise<Outcome> {
  const quarter = Math.max(1, Math.floor((processes * createsEach) / 4));
  let creates = 0;
  let creators: readonly Creator[] = [];
  let disturbed: Promise<void> | undefined;
  const feishu = await startFeishu({
    rateLimit: { requests: REQUESTS, periodMs },
    latencyMs: ({ operationId }) => {
      if (operationId === "createExternalInterview" && ++creates === quarter) {
        disturbed = Promise.resolve(disturb(creators));
        // Awaited at the end, if the creators get there.
        disturbed.catch(() => {});
      }
      return 0;
    },
  });
  try {
    const all = Array.from({ length: processes }, (_, index) => {
      return { creates: createsEach, periodMs, ...tasks, ...taskOf(index) };
    });
    creators = startCreators(program, feishu, redis, all);
    const results = await Promise.all(creators.map(({ result }) => result));
    await disturbed;
    return {
      results,
      created: feishu.interviewCount,
      limitResponses: feishu.limitResponses,
      tokenRequests: feishu.tokenRequests,
      quotaUsed: shareOfQuota(feishu, periodMs),
    };
  } finally {
    for (const creator of creators) creator.kill();
    await feishu.close();
  }
}

/** Expects that every interview was created, once, and that no request met the limit. */
export function expectAllCreated(outcome: Outcome, { processes, createsEach }: Size): void {
  expect(outcome.results).toEqual(outcome.results.map(() => ({ created: createsEach, failures: [] })));
  expect(outcome).toMatchObject({ created: processes * createsEach, limitResponses: 0 });
}

function shareOfQuota(feishu: TestFeishu, periodMs: number): number {
  const arrivedAtMs = feishu.requests.flatMap(({ operationId, receivedAtMs }) =>
    operationId === "createExternalInterview" ? [receivedAtMs] : [],
  );
  const tookMs = Math.max(...arrivedAtMs) - Math.min(...arrivedAtMs);
  // The first period's requests need no wait.
  return (arrivedAtMs.length - REQUESTS) / REQUESTS / (tookMs / periodMs);
}
