import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../../src/clock.js";
import { importInterviews, readJobStatus } from "../../../src/importer/index.js";
import { ErrorCode, type ResponseEvent } from "../../../src/index.js";
import { isObject } from "../../../src/is-object.js";
import type { Fault, ReceivedRequest } from "../../../src/testing/index.js";
import { NOWHERE } from "../../support/hire.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { buildInterviews, toStream } from "../support/interviews.js";
import { readJournalEntries, readOutcomeFiles, reserveJobDirectory } from "../support/job-directory.js";
import { expectTheTruth } from "../support/oracle.js";
import { createClient, findReason, finishRun, runImport } from "../support/run.js";

const REASONS = [
  ["a missing scope", { kind: "failure", code: ErrorCode.MissingScope }],
  ["a used-up quota", { kind: "failure", code: ErrorCode.MonthlyQuotaExceeded }],
  ["an IP address that is not allowed", { kind: "failure", code: ErrorCode.IpNotAllowed }],
  [
    "wrong credentials",
    { kind: "failure", code: ErrorCode.WrongAppSecret, operationId: "getTenantAccessToken" },
  ],
  [
    "a token call that lacks something",
    { kind: "failure", code: ErrorCode.InvalidTokenRequest, operationId: "getTenantAccessToken" },
  ],
  ["a rate limit that does not end", { kind: "failure", code: ErrorCode.RateLimited, reset: 90 }],
  ["an app that is disabled", { kind: "failure", code: ErrorCode.AppDisabled }],
  ["a token that no call accepts", { kind: "failure", code: ErrorCode.InvalidAccessToken }],
  ["an address that is not Feishu's", { kind: "html", status: 404 }],
] satisfies [string, Fault][];

test.each(REASONS)("%s stops the run with the reason, and nothing is lost", async (_, trouble) => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  await runImport(feishu, job, buildInterviews(3));
  feishu.faults.push({ ...trouble, times: Infinity });
  const run = await runImport(feishu, job, buildInterviews(30), { concurrency: 8 });
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "failed", created: 0, rejected: 0, unknown: 0, skipped: 3 });
  expect(String(run.report.reason)).toContain(`${"code" in trouble ? trouble.code : trouble.status}`);
  expect(run.report.notAttempted).toBeGreaterThan(0);
  const keysOfType = (wanted: string) =>
    new Set(
      readJournalEntries(job).flatMap((entry) =>
        entry.type === wanted && "key" in entry ? [entry.key] : [],
      ),
    );
  expect(keysOfType("intent").size - 3).toBe(keysOfType("notSent").size);
  expect(await readJobStatus(job)).toMatchObject({ created: 3, rejected: 0, unknown: 0 });
  feishu.faults.length = 0;
  const again = await runImport(feishu, job, buildInterviews(30));
  expectTheTruth(feishu, job, again);
  expect(again.report).toMatchObject({ status: "finished", created: 27, skipped: 3 });
});

test("a server that is not there stops the run, and nothing is lost", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const clientOptions = { baseUrl: NOWHERE };
  const run = await runImport(feishu, job, buildInterviews(30), { clientOptions });
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "failed", created: 0, unknown: 0 });
  expect(String(run.report.reason)).toContain("ECONNREFUSED");
});

test("an unknown interview stays unknown if a failure that concerns all interviews stops the run", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  feishu.faults.push({ kind: "reset", applied: true, times: 3 });
  await runImport(feishu, job, buildInterviews(3), { clientOptions: { maxRetries: false } });
  feishu.faults.push({ kind: "failure", code: ErrorCode.MissingScope, times: Infinity });
  const run = await runImport(feishu, job, buildInterviews(3));
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "failed", unknown: 3 });
});

test("an aborted run awaits the requests in flight, sends nothing more, and reports each interview", async () => {
  const feishu = await startTestFeishu({ rateLimit: false, latencyMs: 5 });
  const job = await reserveJobDirectory();
  const controller = new AbortController();
  const options = { client: createClient(feishu), jobDir: job, signal: controller.signal, concurrency: 6 };
  const generator = importInterviews(toStream(buildInterviews(100)), options);
  const first = await generator.next();
  controller.abort();
  const { outcomes, report } = await finishRun(generator);
  if (first.done) throw new Error("the run ended before it was aborted");
  expectTheTruth(feishu, job, { outcomes: [first.value, ...outcomes], report });
  expect(report).toMatchObject({ status: "interrupted", unknown: 0, rejected: 0 });
  expect(report.created).toBe(feishu.interviewCount);
  expect(report.created).toBeLessThan(20);
});

test("what is in flight when the consumer stops is recorded, and nothing more is sent", async () => {
  const feishu = await startTestFeishu({ rateLimit: false, latencyMs: 5 });
  const job = await reserveJobDirectory();
  const options = { client: createClient(feishu), jobDir: job, concurrency: 6 };
  for await (const _ of importInterviews(toStream(buildInterviews(100)), options)) break;
  const { interviewCount: created } = feishu;
  expect(created).toBeLessThan(20);
  expect(await readJobStatus(job)).toMatchObject({ created, unknown: 0 });
});

test("what waits for a permit when the consumer stops is called off", async () => {
  const feishu = await startTestFeishu();
  let permits = 0;
  // One for the token, one for an interview.
  const acquire = () => (permits++ < 2 ? Promise.resolve(undefined) : new Promise<undefined>(() => {}));
  const client = createClient(feishu, { rateLimiter: { acquire, pause: () => {} } });
  const jobDir = await reserveJobDirectory();
  for await (const _ of importInterviews(toStream(buildInterviews(9)), { client, jobDir })) break;
  expect(await readJobStatus(jobDir)).toMatchObject({ created: 1, unknown: 0 });
});

test("a run that is aborted after it has failed ends with the first reason, and closes its source", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  feishu.faults.push({ kind: "failure", code: ErrorCode.MissingScope });
  const controller = new AbortController();
  const { signal } = controller;
  let isClosed = false;
  async function* readRows() {
    try {
      yield* buildInterviews(99);
    } finally {
      isClosed = true;
    }
  }
  const options = { client: createClient(feishu), jobDir: job, signal, concurrency: 1 };
  const generator = importInterviews(readRows(), options);
  await generator.next();
  controller.abort();
  expect((await finishRun(generator)).report).toMatchObject({ status: "failed", created: 0 });
  expect(isClosed).toBe(true);
});

test("a run that is aborted before it starts sends nothing", async () => {
  const feishu = await startTestFeishu();
  const options = { signal: AbortSignal.abort(), settle: true };
  const { report } = await runImport(feishu, await reserveJobDirectory(), buildInterviews(2), options);
  expect(report).toMatchObject({ status: "interrupted", read: 0 });
  expect(feishu.requests).toEqual([]);
});

test("an interrupted run keeps interviews unknown that it could not send again", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  feishu.faults.push({ kind: "reset", applied: true, times: 2 });
  await runImport(feishu, job, buildInterviews(2), { clientOptions: { maxRetries: false } });
  const controller = new AbortController();
  const acquire = async () => {
    controller.abort();
    return undefined;
  };
  const clientOptions = { rateLimiter: { acquire, pause: () => {} } };
  const run = await runImport(feishu, job, buildInterviews(2), {
    clientOptions,
    signal: controller.signal,
    concurrency: 1,
  });
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "interrupted", created: 0, notAttempted: 0 });
  expect(readOutcomeFiles(job).unknown.length).toBe(2);
  expect(findReason(run, "i1")?.key).toBe("notResent");
});

test("an interrupted run does not send a request again, whatever its response", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const controller = new AbortController();
  const faults = [
    { kind: "failure", code: ErrorCode.RateLimited },
    { kind: "reset", applied: true },
  ] as const;
  for (const [i, fault] of faults.entries()) {
    const externalId = `i${i + 1}`;
    const when = (request: ReceivedRequest) => request.externalId === externalId;
    feishu.faults.push({ ...fault, when, times: Infinity });
  }
  const onResponse = ({ operationId }: ResponseEvent) => {
    if (operationId === "createExternalInterview") controller.abort();
  };
  const clientOptions = { onResponse };
  const run = await runImport(feishu, job, buildInterviews(2), { clientOptions, signal: controller.signal });
  expectTheTruth(feishu, job, run);
  expect(feishu.requestCounts.createExternalInterview).toBeLessThanOrEqual(2);
  expect(run.report).toMatchObject({ status: "interrupted", created: 0, unknown: feishu.interviewCount });
  feishu.faults.length = 0;
  const again = await runImport(feishu, job, buildInterviews(2));
  expectTheTruth(feishu, job, again);
  expect(again.report).toMatchObject({ status: "finished", createdTotal: 2 });
});

test("an interrupted run does not wait for a rate limit to end", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const controller = new AbortController();
  feishu.faults.push({ kind: "failure", code: ErrorCode.RateLimited, reset: 50 });
  const clientOptions = { clock: systemClock, onRetry: () => setImmediate(() => controller.abort()) };
  const run = await runImport(feishu, job, buildInterviews(1), { clientOptions, signal: controller.signal });
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "interrupted", notAttempted: 1 });
});

test("an interview whose intent is being written when the run is stopped is not attempted", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const controller = new AbortController();
  const abort = (message: unknown) => {
    if (isObject(message) && message.step === "beforeIntent") controller.abort();
  };
  subscribe("feishu-hire:importer", abort);
  onTestFinished(() => void unsubscribe("feishu-hire:importer", abort));
  const run = await runImport(feishu, job, buildInterviews(1), { signal: controller.signal });
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "interrupted", notAttempted: 1, unknownFromEarlierRuns: 0 });
});

test("a run that is interrupted while its files are written has finished", async () => {
  const feishu = await startTestFeishu();
  const controller = new AbortController();
  const interrupt = (message: unknown) => {
    if (isObject(message) && message.step === "beforeReport") controller.abort();
  };
  subscribe("feishu-hire:importer", interrupt);
  onTestFinished(() => void unsubscribe("feishu-hire:importer", interrupt));
  const { signal } = controller;
  const { report } = await runImport(feishu, await reserveJobDirectory(), buildInterviews(2), { signal });
  expect(signal.aborted).toBe(true);
  expect(report).toMatchObject({ status: "finished", created: 2, notAttempted: 0 });
});
