import { expect, test } from "vitest";
import { systemClock } from "../../../src/clock.js";
import { ErrorCode } from "../../../src/index.js";
import type { DuplicateResponse, TestFeishu } from "../../../src/testing/index.js";
import { feishuFor } from "../../testing/feishu.js";
import { interview, interviews } from "../support/interviews.js";
import { jobDirectory, journalOf, outcomeFilesOf } from "../support/job-directory.js";
import { expectTheTruth } from "../support/oracle.js";
import { reasonOf, runImport } from "../support/run.js";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A job of three interviews, of which `i2` was created without anybody's knowing. */
async function jobWithUnknown(feishu: TestFeishu): Promise<string> {
  const job = await jobDirectory();
  feishu.faults.push({ kind: "reset", applied: true, when: ({ externalId }) => externalId === "i2" });
  const run = await runImport(feishu, job, interviews(3), { clientOptions: { maxRetries: false } });
  expect(run.report).toMatchObject({ created: 2, unknown: 1 });
  return job;
}

test.each([
  ["1 minute", MINUTE_MS],
  ["12 hours", 12 * HOUR_MS],
  ["23 h 29 min", 23 * HOUR_MS + 29 * MINUTE_MS],
])("after %s an unknown one is sent again, with the same key and body", async (_, ms) => {
  const feishu = await feishuFor();
  const job = await jobWithUnknown(feishu);
  feishu.clock.advance(ms);
  const run = await runImport(feishu, job, interviews(3));
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ created: 1, skipped: 2, unknown: 0, createdTotal: 3 });
  const [first, second] = feishu.requests.filter(({ externalId }) => externalId === "i2");
  expect(second?.body).toEqual(first?.body);
});

test.each([
  ["23 h 31 min", 23 * HOUR_MS + 31 * MINUTE_MS],
  ["25 hours", 25 * HOUR_MS],
  ["a month", 30 * 24 * HOUR_MS],
])("after %s it is never sent again, but reported, run after run", async (_, ms) => {
  const feishu = await feishuFor();
  const job = await jobWithUnknown(feishu);
  const firstTryAt = outcomeFilesOf(job).unknown[0]?.first_try_at;
  feishu.clock.advance(ms);
  for (const order of [interviews(3), interviews(3).reverse()]) {
    const run = await runImport(feishu, job, order);
    expectTheTruth(feishu, job, run);
    expect(run.report).toMatchObject({ status: "finished", created: 0, skipped: 2, unknown: 1 });
    expect(reasonOf(run, "i2")?.key).toBe("windowExpired");
  }
  expect(feishu.requestCounts.createExternalInterview).toBe(3);
  expect(outcomeFilesOf(job).unknown).toMatchObject([{ external_id: "i2", first_try_at: firstTryAt }]);
});

test("a first try in the future says that a clock was wrong, and nothing of how long ago it was", async () => {
  const feishu = await feishuFor();
  const job = await jobWithUnknown(feishu);
  for (const hours of [-2, -48]) {
    const clock = { ...systemClock, now: () => feishu.clock.now() + hours * HOUR_MS };
    const run = await runImport(feishu, job, interviews(3), { clock });
    expectTheTruth(feishu, job, run);
    expect(run.report).toMatchObject({ created: 0, skipped: 2, unknown: 1 });
  }
  const back = await runImport(feishu, job, interviews(3));
  expect(back.report).toMatchObject({ created: 1, skipped: 2 });
});

test("the 24 hours count from the first try, however often it was tried since", async () => {
  const feishu = await feishuFor();
  const job = await jobWithUnknown(feishu);
  for (let hours = 10; hours <= 20; hours += 10) {
    feishu.clock.advance(10 * HOUR_MS);
    feishu.faults.push({ kind: "reset", applied: true });
    const run = await runImport(feishu, job, interviews(3), { clientOptions: { maxRetries: false } });
    expectTheTruth(feishu, job, run);
    expect(run.report.unknown).toBe(1);
  }
  feishu.clock.advance(4 * HOUR_MS);
  const requests = feishu.requestCounts.createExternalInterview;
  const run = await runImport(feishu, job, interviews(3));
  expectTheTruth(feishu, job, run);
  expect(reasonOf(run, "i2")?.key).toBe("windowExpired");
  expect(feishu.requestCounts.createExternalInterview).toBe(requests);
});

test("what becomes too old while it is queued is not sent either", async () => {
  const feishu = await feishuFor();
  const job = await jobWithUnknown(feishu);
  feishu.clock.advance(23 * HOUR_MS);
  const sleepy = {
    acquire: async () => feishu.clock.wait(40 * MINUTE_MS).then(() => undefined),
    pause: () => {},
  };
  const requests = feishu.requestCounts.createExternalInterview;
  const run = await runImport(feishu, job, interviews(3), { clientOptions: { rateLimiter: sleepy } });
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "finished", unknown: 1 });
  expect(reasonOf(run, "i2")?.key).toBe("windowExpired");
  expect(feishu.requestCounts.createExternalInterview).toBe(requests);
});

test("what becomes too old between two attempts is not sent a third time", async () => {
  const feishu = await feishuFor();
  const job = await jobWithUnknown(feishu);
  feishu.clock.advance(23 * HOUR_MS);
  let places = 0;
  const acquire = async () => {
    if (++places === 3) feishu.clock.advance(40 * MINUTE_MS); // the first is the token's
    return undefined;
  };
  feishu.faults.push({ kind: "html" });
  const run = await runImport(feishu, job, interviews(3), {
    clientOptions: { rateLimiter: { acquire, pause: () => {} } },
  });
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "finished", unknown: 1 });
  expect(feishu.requests.filter(({ externalId }) => externalId === "i2").length).toBe(2);
});

test("an unknown one whose content has changed stays unknown, and is not sent", async () => {
  const feishu = await feishuFor();
  const job = await jobWithUnknown(feishu);
  const requests = feishu.requestCounts.createExternalInterview;
  const run = await runImport(feishu, job, [interview("i2", "fixed")]);
  expectTheTruth(feishu, job, run);
  expect(reasonOf(run, "i2")?.key).toBe("changedAmbiguous");
  expect(feishu.requestCounts.createExternalInterview).toBe(requests);
  const back = await runImport(feishu, job, interviews(3));
  expect(back.report).toMatchObject({ created: 1, createdTotal: 3 });
});

test("an unknown one that this input lacks is still reported", async () => {
  const feishu = await feishuFor();
  const job = await jobWithUnknown(feishu);
  const run = await runImport(feishu, job, [interview("i4")]);
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ created: 1, unknown: 0, unknownFromEarlierRuns: 1 });
  expect(outcomeFilesOf(job).unknown).toMatchObject([{ external_id: "i2", line: 2 }]);
});

test.each<[string, DuplicateResponse]>([
  ["a bad parameter", { code: ErrorCode.BadParameter }],
  ["an unheard-of code under HTTP 200", { code: 1_002_999, status: 200 }],
  ["a success that holds no interview", "emptySuccess"],
])("sent again and answered with %s, it stays unknown, and is no rejection", async (_, duplicate) => {
  const feishu = await feishuFor({ duplicate });
  const job = await jobWithUnknown(feishu);
  for (let runs = 0; runs < 2; runs++) {
    const run = await runImport(feishu, job, interviews(3));
    expectTheTruth(feishu, job, run);
    expect(run.report).toMatchObject({ status: "finished", unknown: 1, rejected: 0 });
  }
});

test("the first try stays the first, however long the attempts of its call take", async () => {
  const feishu = await feishuFor();
  const job = await jobDirectory();
  const slowly = () => {
    feishu.clock.advance(15 * MINUTE_MS);
    return true;
  };
  const operationId = "createExternalInterview";
  feishu.faults.push({ kind: "reset", applied: true, operationId, when: slowly });
  feishu.faults.push({ kind: "html", status: 502, times: 4, operationId, when: slowly });
  await runImport(feishu, job, interviews(1));
  const intents = journalOf(job).filter((entry) => entry.type === "intent");
  expect(intents.length).toBeGreaterThan(1);
  expect(new Set(intents.map(({ firstTryAtMs }) => firstTryAtMs)).size).toBe(1);
  feishu.clock.advance(23 * HOUR_MS);
  const run = await runImport(feishu, job, interviews(1));
  expect(run.report).toMatchObject({ created: 0, unknown: 1 });
  expect(feishu.interviews).toHaveLength(1);
});
