import { expect, test } from "vitest";
import { readInterviews } from "../../src/importer/index.js";
import { ErrorCode } from "../../src/index.js";
import { startTestFeishu } from "../testing/feishu.js";
import { PatientClock } from "../testing/patient-clock.js";
import { buildInterview, buildInterviews, toStream } from "./support/interviews.js";
import { readOutcomeFiles, reserveJobDirectory } from "./support/job-directory.js";
import { expectTheTruth } from "./support/oracle.js";
import { phraseWith } from "./support/phrases.js";
import { findReason, listKeys, runImport } from "./support/run.js";

const REJECTED = { kind: "failure", code: ErrorCode.BadParameter, msg: "no such application" } as const;

test("each interview ends as created, rejected or unknown, in one file, with its reason", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  feishu.faults.push(
    { ...REJECTED, when: ({ externalId }) => externalId === "i2" },
    { kind: "reset", applied: true, when: ({ externalId }) => externalId === "i3" },
  );
  const run = await runImport(feishu, job, buildInterviews(4), { clientOptions: { maxRetries: false } });
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "finished", read: 4, created: 2, rejected: 1, unknown: 1 });
  const { created, rejected, unknown } = readOutcomeFiles(job);
  expect(created.map(({ external_id }) => external_id).sort()).toEqual(["i1", "i4"]);
  expect(created).toContainEqual({
    external_id: "i4",
    id: feishu.interviews.find(({ externalId }) => externalId === "i4")?.interview.id,
    external_application_id: "application of i4",
    line: 4,
  });
  const logId = feishu.requests.find(({ externalId }) => externalId === "i2")?.logId;
  expect(rejected).toEqual([
    {
      _rejected: {
        reason: expect.stringContaining("no such application"),
        code: ErrorCode.BadParameter,
        log_id: logId,
      },
      ...buildInterview("i2"),
    },
  ]);
  expect(unknown).toEqual([
    {
      external_id: "i3",
      external_application_id: "application of i3",
      first_try_at: expect.stringMatching(/^\d{4}-.*Z$/),
      line: 3,
      reason: "ConnectionError",
    },
  ]);
});

test("a second run skips what was created, in any order of the rows", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  await runImport(feishu, job, buildInterviews(5));
  const again = await runImport(feishu, job, buildInterviews(8).reverse());
  expectTheTruth(feishu, job, again);
  expect(listKeys(again, "skipped")).toEqual(["i1", "i2", "i3", "i4", "i5"]);
  expect(findReason(again, "i1")?.key).toBe("createdBefore");
  expect(again.report).toMatchObject({ created: 3, skipped: 5, createdTotal: 8 });
  expect(feishu.requestCounts.createExternalInterview).toBe(8);
});

test("a created interview whose content has changed is rejected, not sent", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  await runImport(feishu, job, buildInterviews(2));
  const again = await runImport(feishu, job, [buildInterview("i1", "something else"), buildInterview("i2")]);
  expectTheTruth(feishu, job, again);
  expect(again.report).toMatchObject({ rejected: 1, skipped: 1, createdTotal: 2 });
  expect(findReason(again, "i1")?.key).toBe("createdOtherwise");
  expect(feishu.requestCounts.createExternalInterview).toBe(2);
});

test("another order of a body's fields does not change its content", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  await runImport(feishu, job, [buildInterview("i1")]);
  const reordered = Object.fromEntries(Object.entries(buildInterview("i1")).reverse());
  const again = await runImport(feishu, job, [
    { ...reordered, external_application_id: "application of i1" },
  ]);
  expect(again.report.skipped).toBe(1);
});

test("the same interview twice in one input is sent once", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const run = await runImport(feishu, job, [
    buildInterview("i1"),
    buildInterview("i1"),
    buildInterview("i2"),
  ]);
  expect(run.report).toMatchObject({ created: 2, skipped: 1 });
  expect(run.outcomes).toContainEqual({
    kind: "skipped",
    line: 2,
    key: "i1",
    reason: phraseWith("repeatsLine", { line: 1 }),
  });
  expect(feishu.requestCounts.createExternalInterview).toBe(2);
});

test("of two rows with one external_id but different content, the first is sent and the second rejected", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const run = await runImport(feishu, job, [buildInterview("i1"), buildInterview("i1", "another")]);
  expect(run.report).toMatchObject({ created: 1, rejected: 1 });
  expect(findReason(run, "i1", "rejected")).toEqual(phraseWith("idOnOtherLine", { line: 1 }));
  expect(readOutcomeFiles(job).rejected).toMatchObject([
    {
      external_id: "i1",
      _rejected: { field: "external_id", reason: String(findReason(run, "i1", "rejected")) },
    },
  ]);
});

test("a valid row is rejected if an invalid one with its key comes first, unless its interview was created", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  feishu.faults.push(REJECTED);
  await runImport(feishu, job, [buildInterview("i1")]);
  const invalid = `{"external_id":"i1","external_application_id":7}\n`;
  const text = `${invalid}${JSON.stringify(buildInterview("i1"))}\n${invalid}`;
  const open = () => readInterviews(toStream([Buffer.from(text)]), { format: "jsonl" });
  const again = await runImport(feishu, job, open());
  expectTheTruth(feishu, job, again);
  expect(again.report).toMatchObject({ rejected: 3, skipped: 0 });
  await runImport(feishu, job, [buildInterview("i1")]);
  const created = await runImport(feishu, job, open());
  expectTheTruth(feishu, job, created);
  expect(created.report).toMatchObject({ rejected: 1, skipped: 2, createdTotal: 1 });
});

test("rejected rows can be fixed and imported again into the same job", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const rows = buildInterviews(6);
  feishu.faults.push({ ...REJECTED, times: 2, when: ({ externalId }) => /[25]/.test(externalId ?? "") });
  const lines = `${rows.map((row) => JSON.stringify(row)).join("\n")}\n{"external_id":"i7"}\n`;
  const jsonl = (text: string) => readInterviews(toStream([Buffer.from(text)]), { format: "jsonl" });
  const first = await runImport(feishu, job, jsonl(lines), { maxRejects: { count: 9 } });
  expectTheTruth(feishu, job, first);
  expect(first.report).toMatchObject({ created: 4, rejected: 3 });

  const fixed = readOutcomeFiles(job).rejected.map((row) => ({ ...row, external_application_id: "fixed" }));
  const second = await runImport(feishu, job, jsonl(fixed.map((row) => JSON.stringify(row)).join("\n")));
  expectTheTruth(feishu, job, second);
  expect(second.report).toMatchObject({ read: 3, created: 3, createdTotal: 7 });
  expect(readOutcomeFiles(job).rejected).toEqual([]);
  const applications = feishu.interviews.map(({ body }) => body.external_application_id);
  expect(applications.filter((application) => application === "fixed").length).toBe(3);
});

test("an interview that a retry creates counts once", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  feishu.faults.push({ kind: "reset", applied: true }, { kind: "html" }, { kind: "failure", code: 99991400 });
  const run = await runImport(feishu, job, buildInterviews(3));
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ created: 3, status: "finished" });
});

test("no more requests are in flight than allowed, and never two for one key", async () => {
  let [open, most] = [0, 0];
  const keys = new Set<string>();
  const twice: string[] = [];
  const feishu = await startTestFeishu({ rateLimit: false, latencyMs: 2 });
  const job = await reserveJobDirectory();
  const fetchCounted: typeof fetch = async (url, init) => {
    const key = String(JSON.parse(String(init?.body)).external_id);
    if (keys.has(key)) twice.push(key);
    keys.add(key);
    most = Math.max(most, ++open);
    try {
      return await fetch(url, init);
    } finally {
      open--;
      keys.delete(key);
    }
  };
  const clientOptions = { fetch: (url: string, init: RequestInit) => fetchCounted(url, init) };
  const rows = buildInterviews(40).flatMap((row) => [row, row]);
  const run = await runImport(feishu, job, rows, { concurrency: 4, clientOptions });
  expect(run.report).toMatchObject({ created: 40, skipped: 40 });
  expect(twice).toEqual([]);
  expect(most).toBe(4);
});

test("a run over an empty input finishes", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const run = await runImport(feishu, job, []);
  expect(run.report).toMatchObject({ status: "finished", read: 0, created: 0 });
  expectTheTruth(feishu, job, run);
});

test("an error that is not the failure of a call is thrown", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const fault = new TypeError("a bug");
  const clock = new PatientClock(feishu);
  clock.monotonicNow = () => {
    throw fault;
  };
  const run = runImport(feishu, job, buildInterviews(1), { clientOptions: { clock } });
  await expect(run).rejects.toBe(fault);
});

test("a rate limiter that fails stops the run, and the reason says so", async () => {
  const feishu = await startTestFeishu();
  const rateLimiter = { acquire: () => Promise.reject(new Error("redis gone")), pause: () => {} };
  const { report } = await runImport(feishu, await reserveJobDirectory(), buildInterviews(1), {
    clientOptions: { rateLimiter },
  });
  expect(report).toMatchObject({ status: "failed", created: 0, notAttempted: 1 });
  expect(String(report.reason)).toContain("redis gone");
});
