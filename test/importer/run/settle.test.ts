import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { phrase } from "../../../src/importer/messages/phrase.js";
import { ErrorCode, type ExternalInterviewCreate } from "../../../src/index.js";
import type { Fault, TestFeishu, TestFeishuOptions } from "../../../src/testing/index.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { buildInterviews, findId } from "../support/interviews.js";
import { createEmptyDirectory, readOutcomeFiles } from "../support/job-directory.js";
import { expectTheTruth } from "../support/oracle.js";
import { listValues, phraseWith } from "../support/phrases.js";
import { findReason, type RunOptions, runImport } from "../support/run.js";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const EVERY_TIME = Infinity;
const SETTLE: RunOptions = { settle: true };

interface UnknownOptions extends TestFeishuOptions {
  readonly rows?: ExternalInterviewCreate[];
  /** How long a request that is lost takes to arrive. */
  readonly travelMs?: number;
}

/** Creates a job whose interviews `lost` were sent without getting a response. */
async function createJobWithUnknown(
  lost: readonly string[],
  applied: boolean,
  { rows = buildInterviews(5), travelMs = 0, ...options }: UnknownOptions = {},
): Promise<{ feishu: TestFeishu; job: string; rows: ExternalInterviewCreate[] }> {
  const feishu = await startTestFeishu({ rateLimit: false, ...options });
  const job = join(await createEmptyDirectory(), "a.import");
  const when: Fault["when"] = ({ externalId = "" }) => {
    if (!lost.includes(externalId)) return false;
    feishu.clock.advance(travelMs);
    return true;
  };
  feishu.faults.push({ kind: "reset", applied, when, times: EVERY_TIME });
  const { report } = await runImport(feishu, job, rows, { clientOptions: { maxRetries: false } });
  expect(report.unknown).toBe(lost.length);
  feishu.faults.length = 0;
  return { feishu, job, rows };
}

/** Builds interviews that differ in their keys only. */
const buildAlike = (count: number): ExternalInterviewCreate[] =>
  buildInterviews(count).map(({ external_id }) => ({ external_id, external_application_id: "1" }));

describe("an interview of unknown outcome", () => {
  it.each([MINUTE_MS, 2 * DAY_MS])("that Feishu has is recorded as created, %i ms later", async (laterMs) => {
    const { feishu, job, rows } = await createJobWithUnknown(["i2", "i4"], true);
    feishu.clock.advance(laterMs);
    const run = await runImport(feishu, job, rows, SETTLE);
    expectTheTruth(feishu, job, run);
    expect(run.report).toMatchObject({ status: "finished", createdTotal: 5, unknown: 0, skipped: 3 });
    expect(run.report).toMatchObject({ created: 2, found: 2, createdOverTime: { counts: [] } });
    expect(feishu.requestCounts.createExternalInterview).toBe(5);
  });

  it.each(["\u001b[31m7", "7 8", "张"])(
    "that has no usable id in its response gets Feishu's: %j",
    async (id) => {
      const feishu = await startTestFeishu({ rateLimit: false });
      const job = join(await createEmptyDirectory(), "a.import");
      const body = JSON.stringify({ code: 0, msg: "ok", data: { external_interview: { id } } });
      feishu.faults.push({ kind: "raw", status: 200, body, applied: true });
      const first = await runImport(feishu, job, buildInterviews(2));
      expect(first.report).toMatchObject({ created: 1, unknown: 1 });
      expect(findReason(first, "i1")).toEqual(phraseWith("unusableId"));
      await runImport(feishu, job, []);
      const reason = phrase("unusableId").format("en");
      expect(readOutcomeFiles(job).unknown).toMatchObject([{ external_id: "i1", reason }]);
      const run = await runImport(feishu, job, buildInterviews(2), SETTLE);
      expectTheTruth(feishu, job, run);
      expect(run.report).toMatchObject({ createdTotal: 2, unknown: 0 });
    },
  );

  it("is sent again if two queries half a minute apart do not find it", async () => {
    const { feishu, job, rows } = await createJobWithUnknown(["i2", "i4"], false);
    feishu.clock.advance(2 * DAY_MS);
    const before = feishu.clock.now();
    const run = await runImport(feishu, job, rows, SETTLE);
    expectTheTruth(feishu, job, run);
    expect(run.report).toMatchObject({ status: "finished", createdTotal: 5, created: 2, unknown: 0 });
    expect(feishu.requestCounts.queryExternalInterviews).toBe(4);
    expect(feishu.clock.now() - before).toBeGreaterThanOrEqual(30_000);
  });

  it("is unknown because of its last try if that gets no response either", async () => {
    const { feishu, job, rows } = await createJobWithUnknown(["i2"], false);
    feishu.clock.advance(2 * DAY_MS);
    feishu.faults.push({ kind: "reset", operationId: "createExternalInterview" });
    await runImport(feishu, job, rows, { settle: true, clientOptions: { maxRetries: false } });
    expect(readOutcomeFiles(job).unknown).toMatchObject([{ external_id: "i2", reason: "ConnectionError" }]);
  });

  it("stays unknown if Feishu does not have it and the input lacks its row", async () => {
    const { feishu, job, rows } = await createJobWithUnknown(["i2"], false);
    feishu.clock.advance(2 * DAY_MS);
    const without = await runImport(feishu, job, rows.slice(2), SETTLE);
    expect(without.report).toMatchObject({ createdTotal: 4, unknownFromEarlierRuns: 1 });
    const reason = phrase("settledMissing").format("en");
    expect(readOutcomeFiles(job).unknown).toMatchObject([{ external_id: "i2", reason }]);
    const invalid = [{ external_id: "i2", external_application_id: "" }];
    expect((await runImport(feishu, job, invalid, SETTLE)).report).toMatchObject({ rejected: 1, unknown: 0 });
    const run = await runImport(feishu, job, rows, SETTLE);
    expectTheTruth(feishu, job, run);
    expect(run.report).toMatchObject({ createdTotal: 5, unknown: 0, unknownFromEarlierRuns: 0 });
  });

  it.each([2, 9])(
    "is not sent again %i minutes after its last try, since a query may lag",
    async (minutes) => {
      const { feishu, job, rows } = await createJobWithUnknown(["i2"], true, {
        queryLagMs: 10 * MINUTE_MS,
        travelMs: 110_000,
        // What a repeat would be taken for is not documented.
        duplicate: { code: 1_002_999 },
      });
      feishu.clock.advance(minutes * MINUTE_MS);
      const early = await runImport(feishu, job, rows, SETTLE);
      expectTheTruth(feishu, job, early);
      feishu.clock.advance(2 * DAY_MS);
      const late = await runImport(feishu, job, rows, SETTLE);
      expectTheTruth(feishu, job, late);
      expect(late.report).toMatchObject({ createdTotal: 5, unknown: 0 });
      expect(feishu.interviews.length).toBe(5);
    },
  );

  it("is not sent again soon after its last try, however long ago its first one was", async () => {
    const options = { queryLagMs: 10 * MINUTE_MS, duplicate: { code: 1_002_999 } };
    const { feishu, job, rows } = await createJobWithUnknown(["i2"], false, options);
    feishu.clock.advance(DAY_MS / 2);
    feishu.faults.push({ kind: "reset", applied: true });
    await runImport(feishu, job, rows, { clientOptions: { maxRetries: false } });
    for (const laterMs of [5 * MINUTE_MS, 2 * DAY_MS]) {
      feishu.clock.advance(laterMs);
      expectTheTruth(feishu, job, await runImport(feishu, job, rows, SETTLE));
    }
    expect(readOutcomeFiles(job).created).toHaveLength(5);
    expect(feishu.interviews).toHaveLength(5);
  });

  it("is sent again soon after, although an interview of unknown origin may be it: that is safe", async () => {
    const { feishu, job, rows } = await createJobWithUnknown(["i2"], true);
    feishu.editInterview(findId(feishu, "i2"), { participate_status: 1 });
    const run = await runImport(feishu, job, rows, SETTLE);
    expect(run.report).toMatchObject({ created: 1, unknown: 0, createdTotal: 5 });
    expect(feishu.interviews).toHaveLength(5);
  });

  it("stays unknown if somebody has created an identical one by hand", async () => {
    const { feishu, job, rows } = await createJobWithUnknown(["i2"], true);
    const { external_id: _, ...body } = rows[1] ?? { external_application_id: "" };
    const stranger = feishu.addInterview(body);
    feishu.clock.advance(2 * DAY_MS);
    const run = await runImport(feishu, job, rows, SETTLE);
    expect(run.report).toMatchObject({ unknown: 1, createdTotal: 4 });
    expect(findReason(run, "i2")?.key).toBe("settledSeveral");
    expect(listValues(findReason(run, "i2"))).toContain(stranger.id);
    expect(feishu.interviews.length).toBe(6);
    const reason = findReason(run, "i2")?.format("en");
    expect(readOutcomeFiles(job).unknown).toMatchObject([{ reason }]);
    await runImport(feishu, job, [], SETTLE);
    expect(readOutcomeFiles(job).unknown).toMatchObject([{ reason }]);
  });

  it("stays unknown if another row has the same content", async () => {
    const rows = buildAlike(3);
    const { feishu, job } = await createJobWithUnknown(["i2", "i3"], true, { rows });
    feishu.deleteInterview(feishu.interviews[1]?.interview.id ?? "");
    feishu.clock.advance(2 * DAY_MS);
    const run = await runImport(feishu, job, rows, SETTLE);
    expect(run.report).toMatchObject({ unknown: 2, createdTotal: 1 });
    expect(feishu.interviews.length).toBe(2);
  });

  it("is not taken for another interview of the job with the same content", async () => {
    const rows = buildAlike(2);
    const { feishu, job } = await createJobWithUnknown(["i2"], false, { rows });
    feishu.clock.advance(2 * DAY_MS);
    const run = await runImport(feishu, job, rows, SETTLE);
    expectTheTruth(feishu, job, run);
    expect(run.report).toMatchObject({ createdTotal: 2, unknown: 0 });
  });

  it("is sent again although one beside it is found: that one is known to be another", async () => {
    const rows = buildInterviews(2).map((body) => ({ ...body, external_application_id: "1" }));
    const { feishu, job } = await createJobWithUnknown(["i1", "i2"], true, { rows });
    feishu.deleteInterview(findId(feishu, "i2"));
    feishu.clock.advance(2 * DAY_MS);
    const run = await runImport(feishu, job, rows, SETTLE);
    expectTheTruth(feishu, job, run);
    expect(run.report).toMatchObject({ created: 2, found: 1, createdTotal: 2, unknown: 0 });
  });

  it("stays unknown if an interview of unknown origin may be it, and sending it again is no longer safe", async () => {
    const { feishu, job, rows } = await createJobWithUnknown(["i2"], true);
    const [, second] = feishu.interviews;
    feishu.editInterview(second?.interview.id ?? "", { participate_status: 1 });
    const soon = await runImport(feishu, job, [], SETTLE);
    expect(soon.report).toMatchObject({ unknownFromEarlierRuns: 1 });
    feishu.clock.advance(2 * DAY_MS);
    const late = await runImport(feishu, job, rows, SETTLE);
    expect(late.report).toMatchObject({ unknown: 1, createdTotal: 4 });
    expect(findReason(late, "i2")).toEqual(phraseWith("settledOther"));
    expect(listValues(findReason(late, "i2"))).toEqual([second?.interview.id]);
    expect(feishu.interviews.length).toBe(5);
  });

  it("is found on any page", async () => {
    const rows = buildInterviews(50).map((body) => ({ ...body, external_application_id: "1" }));
    for (const itemOrder of ["oldestFirst", "newestFirst"] as const) {
      const { feishu, job } = await createJobWithUnknown(["i1", "i30", "i50"], true, { rows, itemOrder });
      const run = await runImport(feishu, job, rows, SETTLE);
      expect(run.report).toMatchObject({ createdTotal: 50, unknown: 0 });
    }
  });

  it("stays unknown if the query fails", async () => {
    const { feishu, job, rows } = await createJobWithUnknown(["i2"], true);
    feishu.clock.advance(2 * DAY_MS);
    feishu.faults.push({ kind: "failure", code: 1_002_201, operationId: "queryExternalInterviews" });
    const run = await runImport(feishu, job, rows, SETTLE);
    expect(run.report).toMatchObject({ unknown: 1, createdTotal: 4 });
    expect(findReason(run, "i2")?.key).toBe("cannotSettle");
    expect(String(findReason(run, "i2"))).toContain("1002201");
  });

  it("ends the run before anything is sent if the app may not query", async () => {
    const { feishu, job, rows } = await createJobWithUnknown(["i2"], true);
    feishu.faults.push({ kind: "failure", code: ErrorCode.MissingScope });
    const run = await runImport(feishu, job, rows, SETTLE);
    expectTheTruth(feishu, job, run);
    expect(run.report).toMatchObject({ status: "failed", read: 0, unknownFromEarlierRuns: 1 });
    expect(feishu.requestCounts.createExternalInterview).toBe(5);
  });

  it("is found by what was sent if its row has changed since, and is then updated", async () => {
    const { feishu, job, rows } = await createJobWithUnknown(["i2"], true);
    const changed = rows.map((body) =>
      body.external_id === "i2" ? { ...body, participate_status: 3 as const } : body,
    );
    const run = await runImport(feishu, job, changed, { settle: true, update: true });
    expectTheTruth(feishu, job, run);
    expect(run.report).toMatchObject({ updated: 1, createdTotal: 5, unknown: 0 });
    expect(feishu.interviews.length).toBe(5);
  });
});
