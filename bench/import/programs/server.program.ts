/** Runs a Feishu to import into. Sends its address first, then replies to each message with its counts. */
import { startFeishu } from "../../../src/testing/index.js";

export interface ServerTask {
  /** Delay of each response, in milliseconds. @default 0 */
  readonly latencyMs?: number;
  /** How requests are counted against the limit; undefined for no limit. */
  readonly window?: "fixed" | "sliding";
  /** Keeps the interviews, so that they can be queried; otherwise only counts them. @default false */
  readonly keepsInterviews?: boolean;
}

/** The client options for calling the server. */
export interface ServerAddress {
  readonly baseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
}

export interface ServerCounts {
  readonly interviewCount: number;
  readonly limitResponses: number;
  readonly queries: number;
  /** When each of the first thousand creates arrived, in milliseconds since 1970-01-01 UTC. */
  readonly arrivedAtMs: readonly number[];
}

const KEPT_ARRIVALS = 1000;

const { latencyMs = 0, window, keepsInterviews = false }: ServerTask = JSON.parse(process.argv[2] ?? "{}");
const arrivedAtMs: number[] = [];

const feishu = await startFeishu({
  record: keepsInterviews ? "everything" : "counts",
  rateLimit: window === undefined ? false : { window },
  latencyMs: ({ operationId, receivedAtMs }) => {
    if (operationId === "createExternalInterview" && arrivedAtMs.length < KEPT_ARRIVALS)
      arrivedAtMs.push(receivedAtMs);
    return latencyMs;
  },
});

process.on("message", () => {
  const { interviewCount, limitResponses, requestCounts } = feishu;
  const queries = requestCounts.queryExternalInterviews ?? 0;
  process.send?.({ interviewCount, limitResponses, queries, arrivedAtMs } satisfies ServerCounts);
});
process.on("disconnect", () => process.exit());
process.send?.(feishu.clientOptions satisfies ServerAddress);
