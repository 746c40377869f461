import { expect, test } from "vitest";
import { systemClock } from "../../../src/clock.js";
import type { OutageWait } from "../../../src/importer/index.js";
import { Outage } from "../../../src/importer/run/outage.js";
import { ConnectionError, ErrorCode } from "../../../src/index.js";
import type { Fault, FaultKind, ReceivedRequest, TestFeishu } from "../../../src/testing/index.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { PatientClock } from "../../testing/patient-clock.js";
import { buildInterviews } from "../support/interviews.js";
import { readOutcomeFiles, reserveJobDirectory } from "../support/job-directory.js";
import { expectTheTruth } from "../support/oracle.js";
import { type FinishedRun, findReason, listKeys, type RunOptions, runImport } from "../support/run.js";

const MINUTE_MS = 60_000;
const EVERY_TIME = Infinity;
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

test("an interview that cannot be sent waits as long, also if it is alone", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const outage = createOutage(feishu, 30 * MINUTE_MS, { kind: "html", status: 503 });
  const operationId = "getTenantAccessToken";
  feishu.faults.push(
    { kind: "revokeTokens", when: () => feishu.interviewCount === 5 },
    { ...outage, operationId },
  );
  const { report } = await watch(feishu, await reserveJobDirectory(), { concurrency: 1 });
  expect(report).toMatchObject({ status: "finished", created: ROWS });
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
  ["if maxOutageMs is 0", { maxOutageMs: 0 }, 5, { kind: "html" }],
  ["before the first response", {}, 0, { kind: "html" }],
  ["that is a rate limit", {}, 5, { kind: "failure", code: ErrorCode.RateLimited, reset: 3600 }],
] satisfies [string, RunOptions, number, FaultKind][])(
  "an outage is not waited out %s",
  async (_, options, createdBefore, fault) => {
    const feishu = await startTestFeishu({ rateLimit: false });
    const job = await reserveJobDirectory();
    const when = () => feishu.interviewCount >= createdBefore;
    feishu.faults.push({ ...fault, times: EVERY_TIME, when });
    const requests = { clientOptions: { maxRetries: false }, concurrency: 1 } as const;
    const { report, waits } = await watch(feishu, job, { ...requests, ...options });
    expect(report).toMatchObject({ status: "failed", created: createdBefore });
    expect(waits.reduce((sum, { waitMs }) => sum + waitMs, 0)).toBe(0);
  },
);

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
  const signals: (AbortSignal | undefined)[] = [];
  hanging.wait = (_, signal) => {
    signals.push(signal);
    return new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
  };
  const { report } = await watch(feishu, await reserveJobDirectory(), {
    signal: controller.signal,
    clientOptions: { maxRetries: false },
    clock: hanging,
    onOutage: () => setTimeout(() => controller.abort(), 100),
  });
  expect(report).toMatchObject({ status: "interrupted", created: 5 });
  expect(signals.at(-1)?.aborted, "no timer is left").toBe(true);
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

test("a wait that ends just as another response arrives does not keep a later outage from being waited out", async () => {
  const waits = new Map<number, () => void>();
  const wait = () => new Promise<void>((resolve) => waits.set(waits.size, resolve));
  const clock = { ...systemClock, wait };
  const failure = { message: "", systemCode: undefined, neverSent: true };
  const outage = new Outage({ maxOutageMs: 60 * MINUTE_MS, clock, onWait: undefined });
  const { signal } = new AbortController();
  const failOnce = () => {
    let calls = 0;
    return outage.waitOut(async () => {
      if (calls++ === 0) throw new ConnectionError("", failure, { isTransient: true });
    }, signal);
  };
  await outage.waitOut(async () => {}, signal);
  let respond: () => void = () => {};
  const response = new Promise<void>((resolve) => {
    respond = resolve;
  });
  const other = outage.waitOut(() => response, signal);
  const first = failOnce();
  await expect.poll(() => waits.size).toBe(1);
  respond();
  waits.get(0)?.();
  await Promise.all([first, other]);
  const second = failOnce();
  await expect.poll(() => waits.size).toBe(2);
  waits.get(1)?.();
  await second;
});
