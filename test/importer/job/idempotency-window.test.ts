import { expect, test } from "vitest";
import { systemClock } from "../../../src/clock.js";
import { ErrorCode } from "../../../src/index.js";
import type { DuplicateResponse, TestFeishu } from "../../../src/testing/index.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { buildInterview, buildInterviews } from "../support/interviews.js";
import { readJournalEntries, readOutcomeFiles, reserveJobDirectory } from "../support/job-directory.js";
import { expectTheTruth } from "../support/oracle.js";
import { findReason, runImport } from "../support/run.js";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Creates a job of three interviews, of which `i2` was created without a response. */
async function createJobWithUnknown(feishu: TestFeishu): Promise<string> {
  const job = await reserveJobDirectory();
  feishu.faults.push({ kind: "reset", applied: true, when: ({ externalId }) => externalId === "i2" });
  const run = await runImport(feishu, job, buildInterviews(3), { clientOptions: { maxRetries: false } });
  expect(run.report).toMatchObject({ created: 2, unknown: 1 });
  return job;
}

test.each([
  ["1 minute", MINUTE_MS],
  ["12 hours", 12 * HOUR_MS],
  ["23 h 29 min", 23 * HOUR_MS + 29 * MINUTE_MS],
])("after %s an unknown interview is sent again, with the same key and body", async (_, ms) => {
  const feishu = await startTestFeishu();
  const job = await createJobWithUnknown(feishu);
  feishu.clock.advance(ms);
  const run = await runImport(feishu, job, buildInterviews(3));
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ created: 1, skipped: 2, unknown: 0, createdTotal: 3 });
  const [first, second] = feishu.requests.filter(({ externalId }) => externalId === "i2");
  expect(second?.body).toEqual(first?.body);
});

test.each([
  ["23 h 31 min", 23 * HOUR_MS + 31 * MINUTE_MS],
  ["25 hours", 25 * HOUR_MS],
  ["a month", 30 * 24 * HOUR_MS],
])("after %s an unknown interview is never sent again, but reported by every run", async (_, ms) => {
  const feishu = await startTestFeishu();
  const job = await createJobWithUnknown(feishu);
  const firstTryAt = readOutcomeFiles(job).unknown[0]?.first_try_at;
  feishu.clock.advance(ms);
  for (const order of [buildInterviews(3), buildInterviews(3).reverse()]) {
    const run = await runImport(feishu, job, order);
    expectTheTruth(feishu, job, run);
    expect(run.report).toMatchObject({ status: "finished", created: 0, skipped: 2, unknown: 1 });
    expect(findReason(run, "i2")?.key).toBe("windowExpired");
  }
  expect(feishu.requestCounts.createExternalInterview).toBe(3);
  expect(readOutcomeFiles(job).unknown).toMatchObject([{ external_id: "i2", first_try_at: firstTryAt }]);
});

test("an unknown interview is not sent again if its first try is in the future: a clock was wrong", async () => {
  const feishu = await startTestFeishu();
  const job = await createJobWithUnknown(feishu);
  for (const hours of [-2, -48]) {
    const clock = { ...systemClock, now: () => feishu.clock.now() + hours * HOUR_MS };
    const run = await runImport(feishu, job, buildInterviews(3), { clock });
    expectTheTruth(feishu, job, run);
    expect(run.report).toMatchObject({ created: 0, skipped: 2, unknown: 1 });
  }
  const back = await runImport(feishu, job, buildInterviews(3));
  expect(back.report).toMatchObject({ created: 1, skipped: 2 });
});

test("the 24 hours count from the first try, however many follow", async () => {
  const feishu = await startTestFeishu();
  const job = await createJobWithUnknown(feishu);
  for (let hours = 10; hours <= 20; hours += 10) {
    feishu.clock.advance(10 * HOUR_MS);
    feishu.faults.push({ kind: "reset", applied: true });
    const run = await runImport(feishu, job, buildInterviews(3), { clientOptions: { maxRetries: false } });
    expectTheTruth(feishu, job, run);
    expect(run.report.unknown).toBe(1);
  }
  feishu.clock.advance(4 * HOUR_MS);
  const requests = feishu.requestCounts.createExternalInterview;
  const run = await runImport(feishu, job, buildInterviews(3));
  expectTheTruth(feishu, job, run);
  expect(findReason(run, "i2")?.key).toBe("windowExpired");
  expect(feishu.requestCounts.createExternalInterview).toBe(requests);
});

test("an unknown interview that becomes too old while it is queued is not sent again", async () => {
  const feishu = await startTestFeishu();
  const job = await createJobWithUnknown(feishu);
  feishu.clock.advance(23 * HOUR_MS);
  const slowLimiter = {
    acquire: async () => feishu.clock.wait(40 * MINUTE_MS).then(() => undefined),
    pause: () => {},
  };
  const requests = feishu.requestCounts.createExternalInterview;
  const run = await runImport(feishu, job, buildInterviews(3), {
    clientOptions: { rateLimiter: slowLimiter },
  });
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "finished", unknown: 1 });
  expect(findReason(run, "i2")?.key).toBe("windowExpired");
  expect(feishu.requestCounts.createExternalInterview).toBe(requests);
});

test("an unknown interview that becomes too old between two attempts is not sent a third time", async () => {
  const feishu = await startTestFeishu();
  const job = await createJobWithUnknown(feishu);
  feishu.clock.advance(23 * HOUR_MS);
  let permits = 0;
  const acquire = async () => {
    if (++permits === 3) feishu.clock.advance(40 * MINUTE_MS); // the first is the token's
    return undefined;
  };
  feishu.faults.push({ kind: "html" });
  const run = await runImport(feishu, job, buildInterviews(3), {
    clientOptions: { rateLimiter: { acquire, pause: () => {} } },
  });
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "finished", unknown: 1 });
  expect(findReason(run, "i2")?.key).toBe("windowExpired");
  expect(feishu.requests.filter(({ externalId }) => externalId === "i2").length).toBe(2);
});

test("an unknown interview whose content has changed stays unknown, and is not sent", async () => {
  const feishu = await startTestFeishu();
  const job = await createJobWithUnknown(feishu);
  const requests = feishu.requestCounts.createExternalInterview;
  const run = await runImport(feishu, job, [buildInterview("i2", "fixed")]);
  expectTheTruth(feishu, job, run);
  expect(findReason(run, "i2")?.key).toBe("changedAmbiguous");
  expect(feishu.requestCounts.createExternalInterview).toBe(requests);
  const back = await runImport(feishu, job, buildInterviews(3));
  expect(back.report).toMatchObject({ created: 1, createdTotal: 3 });
});

test("an unknown interview that the input lacks is still reported", async () => {
  const feishu = await startTestFeishu();
  const job = await createJobWithUnknown(feishu);
  const [before] = readOutcomeFiles(job).unknown;
  const run = await runImport(feishu, job, [buildInterview("i4")]);
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ created: 1, unknown: 0, unknownFromEarlierRuns: 1 });
  expect(readOutcomeFiles(job).unknown).toEqual([before]);
  expect(before).toMatchObject({ external_id: "i2", line: 2, reason: "ConnectionError" });
});

test.each<[string, DuplicateResponse]>([
  ["a bad parameter", { code: ErrorCode.BadParameter }],
  ["an unknown code with HTTP 200", { code: 1_002_999, status: 200 }],
  ["a success without an interview", "emptySuccess"],
])("an unknown interview whose repeat gets %s stays unknown, and is not rejected", async (_, duplicate) => {
  const feishu = await startTestFeishu({ duplicate });
  const job = await createJobWithUnknown(feishu);
  for (let runs = 0; runs < 2; runs++) {
    const run = await runImport(feishu, job, buildInterviews(3));
    expectTheTruth(feishu, job, run);
    expect(run.report).toMatchObject({ status: "finished", unknown: 1, rejected: 0 });
  }
});

test("an unknown interview whose row is invalid now stays unknown, and is not rejected", async () => {
  const feishu = await startTestFeishu();
  const job = await createJobWithUnknown(feishu);
  const run = await runImport(feishu, job, [{ external_id: "i2", external_application_id: "" }]);
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ unknown: 1, rejected: 0 });
  expect(findReason(run, "i2")?.key).toBe("invalidAmbiguous");
});

test("an intent keeps the time of the first try, however long the attempts of its call take", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const slowly = () => {
    feishu.clock.advance(15 * MINUTE_MS);
    return true;
  };
  const operationId = "createExternalInterview";
  feishu.faults.push({ kind: "reset", applied: true, operationId, when: slowly });
  feishu.faults.push({ kind: "html", status: 502, times: 4, operationId, when: slowly });
  await runImport(feishu, job, buildInterviews(1));
  const intents = readJournalEntries(job).filter((entry) => entry.type === "intent");
  expect(intents.length).toBeGreaterThan(1);
  expect(new Set(intents.map(({ firstTryAtMs }) => firstTryAtMs)).size).toBe(1);
  feishu.clock.advance(23 * HOUR_MS);
  const run = await runImport(feishu, job, buildInterviews(1));
  expect(run.report).toMatchObject({ created: 0, unknown: 1 });
  expect(feishu.interviews).toHaveLength(1);
});
