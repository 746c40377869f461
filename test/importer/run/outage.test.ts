import { expect, test } from "vitest";
import type { OutageWait } from "../../../src/importer/index.js";
import { ErrorCode } from "../../../src/index.js";
import type { Fault, FaultKind, ReceivedRequest, TestFeishu } from "../../../src/testing/index.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { PatientClock } from "../../testing/patient-clock.js";
import { buildInterviews } from "../support/interviews.js";
import { readOutcomeFiles, reserveJobDirectory } from "../support/job-directory.js";
import { expectTheTruth } from "../support/oracle.js";
import { type FinishedRun, findReason, listKeys, type RunOptions, runImport } from "../support/run.js";

const MINUTE_MS = 60_000;
const EVERY_TIME = Number.POSITIVE_INFINITY;
const ROWS = 40;

/** Creates a fault that hits every request for a while, once `created` interviews exist. */
function createOutage(
  feishu: TestFeishu,
  lastsMs: number,
  fault: FaultKind & Pick<Fault, "applied">,
  created = 5,
): Fault {
  let endsAtMs: number | undefined;
  const when = () => {
    if (feishu.interviewCount < created && endsAtMs === undefined) return false;
    endsAtMs ??= feishu.clock.now() + lastsMs;
    return feishu.clock.now() < endsAtMs;
  };
  return { ...fault, times: EVERY_TIME, when };
}

interface WatchedRun extends FinishedRun {
  readonly waits: readonly OutageWait[];
}

async function watch(feishu: TestFeishu, job: string, options: RunOptions = {}): Promise<WatchedRun> {
  const waits: OutageWait[] = [];
  const run = await runImport(feishu, job, buildInterviews(ROWS), {
    concurrency: 8,
    maxOutageMs: undefined,
    onOutage: (wait) => waits.push(wait),
    ...options,
  });
  expectTheTruth(feishu, job, run);
  return { ...run, waits };
}

const OUTAGES = [
  ["resets", { kind: "reset" }],
  ["resets after it was applied", { kind: "reset", applied: true }],
  ["a gateway's page", { kind: "html", status: 503 }],
  ["an internal error", { kind: "failure", code: ErrorCode.InternalError, status: 500 }],
] satisfies [string, FaultKind & Pick<Fault, "applied">][];

test.each(OUTAGES)("half an hour of %s is waited out, and every interview is created", async (_, fault) => {
  const feishu = await startTestFeishu({ rateLimit: false });
  feishu.faults.push(createOutage(feishu, 30 * MINUTE_MS, fault));
  const { report, waits } = await watch(feishu, await reserveJobDirectory());
  expect(report).toMatchObject({ status: "finished", created: ROWS });
  expect(feishu.interviewCount).toBe(ROWS);
  expect(waits.map(({ waitMs }) => waitMs / 1000).slice(0, 5)).toEqual([10, 20, 40, 60, 60]);
  const minutes = Math.floor((waits.at(-1)?.lastedMs ?? 0) / MINUTE_MS);
  expect(minutes).toBeGreaterThanOrEqual(28);
  expect(minutes).toBeLessThanOrEqual(31);
});

test("a second and a third outage are waited out too", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  for (const created of [5, 15, 25])
    feishu.faults.push(createOutage(feishu, 5 * MINUTE_MS, { kind: "reset" }, created));
  const { report, waits } = await watch(feishu, await reserveJobDirectory());
  expect(report).toMatchObject({ status: "finished", created: ROWS });
  expect(waits.filter(({ waitMs }) => waitMs === 10_000).length).toBeGreaterThanOrEqual(3);
});

test("while an outage lasts, one interview at a time is sent to probe it", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  feishu.faults.push(createOutage(feishu, 30 * MINUTE_MS, { kind: "reset" }));
  const clientOptions = { maxRetries: false } as const;
  const { report, waits } = await watch(feishu, await reserveJobDirectory(), { clientOptions });
  expect(report.created).toBe(ROWS);
  // Those in flight when it began, and one for each wait.
  expect(feishu.requestCounts.createExternalInterview).toBeLessThanOrEqual(ROWS + 8 + waits.length);
});

test("an outage that lasts too long stops the run, and nothing is lost when it resumes", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  feishu.faults.push(createOutage(feishu, 60 * MINUTE_MS, { kind: "reset", applied: true }));
  const { report, waits } = await watch(feishu, job, { maxOutageMs: 10 * MINUTE_MS });
  expect(report.status).toBe("failed");
  expect(report.reason?.key).toBe("outageTooLong");
  expect(waits.reduce((sum, { waitMs }) => sum + waitMs, 0)).toBeLessThanOrEqual(10 * MINUTE_MS);
  feishu.clock.advance(60 * MINUTE_MS);
  const again = await watch(feishu, job);
  expect(again.report).toMatchObject({ status: "finished", createdTotal: ROWS, unknown: 0 });
});

test.each([
  ["if maxOutageMs is 0", { maxOutageMs: 0 }, 5],
  ["before the first response", {}, 0],
])("an outage is not waited out %s", async (_, options, createdBefore) => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  const when = () => feishu.interviewCount >= createdBefore;
  feishu.faults.push({ kind: "html", times: EVERY_TIME, when });
  const requests = { clientOptions: { maxRetries: false }, concurrency: 1 } as const;
  const { report, waits } = await watch(feishu, job, { ...requests, ...options });
  expect(report).toMatchObject({ status: "failed", created: createdBefore });
  expect(waits.reduce((sum, { waitMs }) => sum + waitMs, 0)).toBe(0);
});

test("an interview that alone makes the server fail stays unknown, and the others are created", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  const when = ({ externalId }: ReceivedRequest) => externalId === "i12" || externalId === `i${ROWS}`;
  feishu.faults.push({ kind: "html", status: 500, times: EVERY_TIME, when });
  const { report, waits, outcomes } = await watch(feishu, job);
  expect(report).toMatchObject({ status: "finished", created: ROWS - 2, unknown: 2 });
  expect(listKeys({ report, outcomes }, "unknown")).toEqual(["i12", `i${ROWS}`]);
  expect(waits.length).toBeLessThanOrEqual(8);
});

test("a run that is stopped does not wait for an outage to end", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  feishu.faults.push(createOutage(feishu, 60 * MINUTE_MS, { kind: "reset" }));
  const controller = new AbortController();
  const { report } = await watch(feishu, job, {
    signal: controller.signal,
    onOutage: () => controller.abort(),
  });
  expect(report.status).toBe("interrupted");
  expect(report.unknown).toBe(readOutcomeFiles(job).unknown.length);
});

test("a run that is stopped gives up all calls that wait for an outage to end", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const controller = new AbortController();
  feishu.faults.push(createOutage(feishu, 60 * MINUTE_MS, { kind: "reset" }));
  const hanging = new PatientClock(feishu);
  hanging.wait = (_, signal) =>
    new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
  const { report } = await watch(feishu, await reserveJobDirectory(), {
    signal: controller.signal,
    clientOptions: { maxRetries: false },
    clock: hanging,
    onOutage: () => setTimeout(() => controller.abort(), 100),
  });
  expect(report).toMatchObject({ status: "interrupted", created: 5 });
});

test("a rejection after an ambiguous failure proves nothing about the first try", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  const when = ({ externalId }: ReceivedRequest) => externalId === "i12";
  const clientOptions = { maxRetries: false } as const;
  feishu.faults.push({ kind: "reset", applied: true, when });
  feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter, when });
  const run = await watch(feishu, job, { clientOptions });
  expect(run.report).toMatchObject({ status: "finished", created: ROWS - 1, rejected: 0, unknown: 1 });
  expect(findReason(run, "i12")?.key).toBe("resent");
});
