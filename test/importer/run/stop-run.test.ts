import { expect, test } from "vitest";
import { readInterviews } from "../../../src/importer/index.js";
import { ErrorCode, type ExternalInterviewCreate } from "../../../src/index.js";
import type { Fault } from "../../../src/testing/index.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { buildInterviews, toStream } from "../support/interviews.js";
import { reserveJobDirectory } from "../support/job-directory.js";
import { expectTheTruth } from "../support/oracle.js";
import { listValues, phraseWith } from "../support/phrases.js";
import { listKeys, runImport } from "../support/run.js";

/** Rejects every nth interview. */
function rejectEvery(nth: number): Fault {
  let count = 0;
  return {
    kind: "failure",
    code: ErrorCode.BadParameter,
    operationId: "createExternalInterview",
    times: Infinity,
    when: ({ externalId = "" }) => Number(externalId.slice(1)) % nth === 0 && ++count > 0,
  };
}

test("more than 10% of rejections, judged after 100 rows, stop the run", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  feishu.faults.push(rejectEvery(9));
  const run = await runImport(feishu, job, buildInterviews(300), { concurrency: 4 });
  expectTheTruth(feishu, job, run);
  expect(run.report.status).toBe("tooManyRejections");
  expect(run.report.reason).toEqual(phraseWith("tooHighShare", { percent: 10 }));
  const { completed, rejected } = run.report.reason?.params ?? {};
  expect(completed).toBeGreaterThanOrEqual(100);
  expect(completed).toBeLessThanOrEqual(run.report.created + run.report.rejected);
  expect(Number(rejected) / Number(completed)).toBeGreaterThan(0.1);
  expect(run.report.read).toBeLessThan(130);
});

test("10% of rejections do not stop the run", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  feishu.faults.push(rejectEvery(10));
  const run = await runImport(feishu, job, buildInterviews(200), { concurrency: 1 });
  expect(run.report).toMatchObject({ status: "finished", created: 180, rejected: 20 });
});

test("one rejection more than the given number stops the run", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  feishu.faults.push(rejectEvery(2));
  const run = await runImport(feishu, job, buildInterviews(20), { maxRejects: { count: 3 }, concurrency: 1 });
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "tooManyRejections", rejected: 4, created: 4 });
  expect(run.report.reason).toEqual(phraseWith("tooManyRejected", { count: 3 }));
});

test("twenty identical rejections in a row stop the run, whatever duplicates are between them", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  feishu.faults.push(rejectEvery(1));
  const rows = buildInterviews(60).flatMap((body) => [body, body]);
  const run = await runImport(feishu, job, rows, {
    concurrency: 1,
    maxRejects: { percent: 100 },
  });
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "tooManyRejections", rejected: 20 });
  const reason = phraseWith("feishuCodeMeaning", { code: ErrorCode.BadParameter });
  expect(run.report.reason).toEqual(phraseWith("failedAlike", { count: 20, reason }));
});

test("twenty identical ambiguous responses in a row stop the run as failed", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  feishu.faults.push({ kind: "html", times: Infinity });
  const options = { concurrency: 1, clientOptions: { maxRetries: false } } as const;
  const run = await runImport(feishu, job, buildInterviews(60), options);
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "failed", rejected: 0, unknown: 20 });
});

test("changed rows of created interviews do not stop the run", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  await runImport(feishu, job, buildInterviews(30));
  const changed = buildInterviews(30).map((body) => ({ ...body, participate_status: 2 as const }));
  const run = await runImport(feishu, job, [...changed, ...buildInterviews(31).slice(30)]);
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "finished", rejected: 30, created: 1 });
});

test("the reason for stopping repeats no text of the rows", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const header = "external_id,external_application_id,username,conclusion\n";
  const rows = Array.from({ length: 25 }, (_, i) => `i${i},7,通过,张三丰\n`);
  const input = readInterviews(toStream([Buffer.from(header + rows.join(""))]), { format: "csv" });
  const { report } = await runImport(feishu, job, input);
  expect(report.status).toBe("tooManyRejections");
  expect(report.reason?.key).toBe("failedAlike");
  expect(listValues(report.reason)).toEqual(expect.arrayContaining([20, 21, "conclusion"]));
  expect(JSON.stringify(report)).not.toContain("张三丰");
});

test("a stopped run resumes once the cause is fixed", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  feishu.faults.push(rejectEvery(1));
  await runImport(feishu, job, buildInterviews(60));
  feishu.faults.length = 0;
  const again = await runImport(feishu, job, buildInterviews(60));
  expectTheTruth(feishu, job, again);
  expect(again.report).toMatchObject({ status: "finished", created: 60 });
});

test("rows that must not be sent again do not stop the others", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  feishu.faults.push({ kind: "reset", applied: true, times: Infinity });
  const first = { clientOptions: { maxRetries: false }, concurrency: 40 } as const;
  const unknown = listKeys(await runImport(feishu, job, buildInterviews(40), first), "unknown");
  expect(unknown.length).toBeGreaterThanOrEqual(20);
  feishu.faults.length = 0;
  feishu.clock.advance(25 * 3_600_000);
  const again = await runImport(feishu, job, buildInterviews(60));
  expectTheTruth(feishu, job, again);
  expect(again.report).toMatchObject({
    status: "finished",
    unknown: unknown.length,
    created: 60 - unknown.length,
  });
});

/** Interviews of which every nth is invalid. */
function withInvalid(count: number, nth: number): ExternalInterviewCreate[] {
  return buildInterviews(count).map((body, i) =>
    (i + 1) % nth === 0 ? { ...body, external_application_id: "" } : body,
  );
}

test("invalid rows are not a streak if valid ones without a response are between them", async () => {
  const feishu = await startTestFeishu({ rateLimit: false, latencyMs: 20 });
  const job = await reserveJobDirectory();
  const run = await runImport(feishu, job, withInvalid(150, 3), { maxRejects: { percent: 50 } });
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "finished", created: 100, rejected: 50 });
});

test.each([
  ["as invalid", () => withInvalid(480, 20), undefined],
  ["by Feishu", () => buildInterviews(480), rejectEvery(20)],
])(
  "a resumed run continues past created rows, although those between them are rejected %s",
  async (_, rows, fault) => {
    const feishu = await startTestFeishu({ rateLimit: false });
    const job = await reserveJobDirectory();
    if (fault) feishu.faults.push(fault);
    await runImport(feishu, job, rows().slice(0, 430), { concurrency: 4 });
    const again = await runImport(feishu, job, rows(), { concurrency: 4 });
    expectTheTruth(feishu, job, again);
    expect(again.report).toMatchObject({ status: "finished", rejected: 24, createdTotal: 456 });
  },
);

test("rejections are not in a row if interviews that are found are between them", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  const rows = buildInterviews(30);
  const lost = rows.filter((_, i) => i % 5 === 4);
  feishu.faults.push({ kind: "reset", applied: true, times: lost.length });
  await runImport(feishu, job, lost, { clientOptions: { maxRetries: false } });
  feishu.faults.push(rejectEvery(1));
  const options = { settle: true, maxRejects: { percent: 100 }, concurrency: 1 };
  const { report } = await runImport(feishu, job, rows, options);
  expect(report).toMatchObject({ status: "finished", found: 6, rejected: 24 });
});

test("an outage stops the run, although duplicates and created rows are between the failures", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const job = await reserveJobDirectory();
  const every = buildInterviews(200);
  await runImport(
    feishu,
    job,
    every.filter((_, i) => i % 3 === 0),
  );
  feishu.faults.push({ kind: "html", times: Infinity });
  const options = { concurrency: 1, clientOptions: { maxRetries: false } } as const;
  const run = await runImport(
    feishu,
    job,
    every.flatMap((body) => [body, body]),
    options,
  );
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "failed", unknown: 20 });
});
