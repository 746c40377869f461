/** Runs one command over a job, without a rate limit. Its argument is `MaintainOptions` as JSON. */
import { systemClock } from "../../../src/clock.js";
import {
  importInterviews,
  planUndo,
  readInterviews,
  undoJob,
  verifyInterviews,
} from "../../../src/importer/index.js";
import { type Clock, FeishuHire } from "../../../src/index.js";
import type { MaintainOptions } from "./maintain-options.js";

const { baseUrl, appId, appSecret, file, job, command, clockOffsetMs }: MaintainOptions = JSON.parse(
  process.argv[2] ?? "",
);

let waitedMs = 0;
/** Waits take no time; they only advance the clock. */
const clock: Clock = {
  ...systemClock,
  now: () => Date.now() + clockOffsetMs + waitedMs,
  monotonicNow: () => performance.now() + waitedMs,
  wait: async (ms) => {
    waitedMs += ms;
  },
};
const client = new FeishuHire({
  baseUrl,
  appId,
  appSecret,
  rateLimiter: false,
  maxRetries: 1,
  clock,
});

process.stdout.write("ready\n");
if (command === "undo") {
  const { count: expectedCount } = await planUndo(job);
  for await (const _ of undoJob({ client, jobDir: job, clock, expectedCount }));
} else if (command === "verify") {
  const input = readInterviews(file, { format: "jsonl" });
  for await (const _ of verifyInterviews(input, { client, jobDir: job, clock }));
} else {
  const input = readInterviews(file, { format: "jsonl" });
  const options = { client, jobDir: job, clock, concurrency: 6, maxOutageMs: 0 };
  const run = importInterviews(input, {
    ...options,
    settle: command === "settle",
    update: command === "update",
  });
  for await (const _ of run);
}
