/** A Feishu to import into. Answers each message with what it has counted. */
import { startFeishu } from "../../../src/testing/index.js";

export interface ServerTask {
  /** How long each answer takes. */
  readonly latencyMs?: number;
  /** How it counts its limit; undefined for no limit. */
  readonly window?: "fixed" | "sliding";
  /** Keeps the interviews, to be queried; otherwise counts only. */
  readonly keepsInterviews?: boolean;
}

/** What a client needs to talk to the server. */
export interface ServerAddress {
  readonly baseUrl: string;
  readonly appId: string;
  readonly appSecret: string;
}

export interface ServerFacts {
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
  process.send?.({ interviewCount, limitResponses, queries, arrivedAtMs } satisfies ServerFacts);
});
process.on("disconnect", () => process.exit());
process.send?.(feishu.clientOptions satisfies ServerAddress);
