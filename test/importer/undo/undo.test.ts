import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../../src/clock.js";
import { planUndo } from "../../../src/importer/index.js";
import { ErrorCode } from "../../../src/index.js";
import type { Fault } from "../../../src/testing/index.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { buildInterviews, findId } from "../support/interviews.js";
import { readOutcomeFiles, reserveJobDirectory } from "../support/job-directory.js";
import { expectKeysTrue, expectTheTruth } from "../support/oracle.js";
import { jobError, phraseWith } from "../support/phrases.js";
import { createClient, findReason, runImport } from "../support/run.js";
import { beginUndoing, createJob, HOUR_MS, undo } from "./support.js";

describe("undo", () => {
  it("deletes what the job has created, and nothing else", async () => {
    const { feishu, job } = await createJob(45);
    const own = feishu.addInterview({ external_application_id: "application of i1" });
    expect(await planUndo(job)).toMatchObject({ count: 45, applications: 45 });
    const { report } = await undo(feishu, job);
    expect(report).toMatchObject({ status: "finished", undone: 45, kept: 0, notFound: 0, unknown: 0 });
    expect(feishu.interviews.map(({ interview }) => interview.id)).toEqual([own.id]);
    expect(readOutcomeFiles(job).created).toEqual([]);
    expect(await planUndo(job)).toMatchObject({ count: 0, undone: 45 });
  });

  it("writes the files of keys that an undo has left unwritten, with nothing to delete", async () => {
    const { feishu, job } = await createJob(2);
    const before = readOutcomeFiles(job).created;
    await undo(feishu, job);
    const lines = before.map((one) => `${JSON.stringify(one)}\n`).join("");
    await writeFile(join(job, "created.jsonl"), lines);
    expect((await undo(feishu, job, { expectedCount: 0 })).report).toMatchObject({ undone: 0 });
    expect(readOutcomeFiles(job).created).toEqual([]);
  });

  it("deletes nothing if the number of interviews is not the expected one", async () => {
    const { feishu, job } = await createJob(3);
    for (const expectedCount of [2, NaN]) {
      const error = jobError("otherCount", { count: 3, expected: expectedCount });
      await expect(undo(feishu, job, { expectedCount })).rejects.toThrow(error);
    }
    expect(feishu.interviews.length).toBe(3);
    expect(feishu.requestCounts.deleteExternalInterview ?? 0).toBe(0);
  });

  it("keeps interviews that were changed in Feishu since, unless `changedToo` is set", async () => {
    const { feishu, job } = await createJob(4);
    const changed = findId(feishu, "i2");
    feishu.editInterview(changed, { participate_status: 3 });
    const { undoings, report } = await undo(feishu, job);
    expect(report).toMatchObject({ undone: 3, kept: 1 });
    expect(undoings.filter(({ result }) => result === "kept")).toEqual([
      { key: "i2", id: changed, line: 2, result: "kept" },
    ]);
    expect(feishu.interviews.map(({ interview }) => interview.id)).toEqual([changed]);
    expect(readOutcomeFiles(job).created.map(({ external_id }) => external_id)).toEqual(["i2"]);
    expect((await undo(feishu, job, { changedToo: true })).report).toMatchObject({ undone: 1 });
    expect(feishu.interviews.length).toBe(0);
  });

  it("deletes only the interviews that are named", async () => {
    const { feishu, job } = await createJob(5);
    const { report } = await undo(feishu, job, { only: new Set(["i2", "i4", "others'"]) });
    expect(report.undone).toBe(2);
    expect(await planUndo(job, new Set(["i2", "i3", "others'"]))).toMatchObject({
      count: 1,
      undone: 1,
      notCreated: 1,
    });
    expect(feishu.interviews.map(({ externalId }) => externalId).sort()).toEqual(["i1", "i3", "i5"]);
    expectKeysTrue(feishu, job);
  });

  it("does not count an interview as created again if Feishu returns the one that was deleted", async () => {
    const { feishu, job } = await createJob(1);
    await undo(feishu, job);
    // The machine's clock is set forward; Feishu's is not.
    const clock = { ...systemClock, now: () => feishu.clock.now() + 30 * HOUR_MS };
    const early = await runImport(feishu, job, buildInterviews(1), { clock });
    expect(findReason(early, "i1", "rejected")).toEqual(phraseWith("takenForUndone"));
    feishu.clock.advance(25 * HOUR_MS);
    const late = await runImport(feishu, job, buildInterviews(1));
    expect(late.report.created).toBe(1);
    expect(feishu.interviews).toHaveLength(1);
  });

  it("counts interviews that may have been created, and leaves them", async () => {
    const feishu = await startTestFeishu();
    const job = await reserveJobDirectory();
    feishu.faults.push({
      kind: "reset",
      applied: true,
      times: 9,
      when: ({ externalId }) => externalId === "i2",
    });
    await runImport(feishu, job, buildInterviews(3));
    feishu.faults.length = 0;
    expect(await planUndo(job)).toMatchObject({ count: 2, unknown: 1 });
    expect(await planUndo(job, new Set(["i1", "i2", "i9"]))).toMatchObject({
      count: 1,
      unknown: 1,
      notCreated: 1,
    });
    expect(await planUndo(job, new Set(["i1"]))).toMatchObject({ count: 1, unknown: 0, notCreated: 0 });
    await undo(feishu, job);
    expect(await planUndo(job, new Set(["i1"]))).toMatchObject({ count: 0, undone: 1, notCreated: 0 });
    expect(feishu.interviews.map(({ externalId }) => externalId)).toEqual(["i2"]);
    expect(await planUndo(job)).toMatchObject({ count: 0, undone: 2, unknown: 1 });
  });

  it("lists interviews that a person has deleted since", async () => {
    const { feishu, job } = await createJob(3);
    feishu.deleteInterview(findId(feishu, "i2"));
    const { undoings, report } = await undo(feishu, job);
    expect(report).toMatchObject({ undone: 2, notFound: 1 });
    expect(undoings.find(({ result }) => result === "notFound")?.key).toBe("i2");
  });

  it.each<[string, Fault]>([
    ["before it was applied", { kind: "reset" }],
    ["after it was applied", { kind: "reset", applied: true }],
    ["with a gateway's page after it was applied", { kind: "html", applied: true }],
  ])("settles a deletion whose response is lost %s", async (_, fault) => {
    for (const queryLagMs of [0, 20_000]) {
      const { feishu, job } = await createJob(6, { queryLagMs });
      feishu.clock.advance(HOUR_MS);
      feishu.faults.push({ ...fault, operationId: "deleteExternalInterview", times: 3 });
      await undo(feishu, job);
      feishu.clock.advance(HOUR_MS);
      if ((await planUndo(job)).count > 0) await undo(feishu, job);
      expect(feishu.interviews.length).toBe(0);
      expect((await planUndo(job)).count).toBe(0);
    }
  });

  it("does not count an interview as deleted while a query may be too early to show it", async () => {
    const { feishu, job } = await createJob(1, { queryLagMs: 300_000 });
    // Killed before it was sent.
    await beginUndoing(feishu, job, "i1");
    feishu.faults.push({ kind: "reset", operationId: "deleteExternalInterview", times: 100 });
    expect((await undo(feishu, job)).report).toMatchObject({ undone: 0, unknown: 1 });
    feishu.clock.advance(HOUR_MS);
    feishu.faults.length = 0;
    expect((await undo(feishu, job)).report).toMatchObject({ undone: 1, unknown: 0 });
    expect(feishu.interviews.length).toBe(0);
  });

  it("queries twice, half a minute apart, before it counts a deletion without a response as done", async () => {
    const { feishu, job } = await createJob(1);
    feishu.clock.advance(HOUR_MS);
    // One of several replicas that lags.
    feishu.faults.push({
      kind: "raw",
      status: 200,
      operationId: "queryExternalInterviews",
      body: JSON.stringify({ code: 0, msg: "success", data: { items: [], has_more: false } }),
      when: () => (feishu.requestCounts.deleteExternalInterview ?? 0) > 0,
    });
    feishu.faults.push({ kind: "reset", operationId: "deleteExternalInterview", times: 100 });
    const before = feishu.clock.now();
    expect((await undo(feishu, job)).report).toMatchObject({ undone: 0, unknown: 1 });
    expect(feishu.clock.now() - before).toBeGreaterThanOrEqual(30_000);
    expect(feishu.interviews.length).toBe(1);
  });

  it.each(["http404", "emptySuccess", { code: ErrorCode.BadParameter }] as const)(
    "completes an interrupted deletion if Feishu responds %j to a second one",
    async (deletedId) => {
      const { feishu, job } = await createJob(3, { deletedId });
      feishu.clock.advance(HOUR_MS);
      // Killed after it was applied.
      await beginUndoing(feishu, job, "i2");
      feishu.deleteInterview(findId(feishu, "i2"));
      expect((await undo(feishu, job)).report).toMatchObject({ undone: 3 });
      expect(feishu.interviews.length).toBe(0);
      expect((await planUndo(job)).count).toBe(0);
    },
  );

  it("stops when it is interrupted, and can be continued", async () => {
    const { feishu, job } = await createJob(60);
    const controller = new AbortController();
    const client = createClient(feishu, {
      onResponse: ({ operationId }) => {
        if (operationId === "deleteExternalInterview") controller.abort();
      },
    });
    const { report } = await undo(feishu, job, { client, signal: controller.signal });
    expect(report.status).toBe("interrupted");
    expect(report.undone).toBe(60 - feishu.interviews.length);
    expect(feishu.interviews.length).toBeGreaterThan(0);
    expectKeysTrue(feishu, job);
    await undo(feishu, job);
    expect(feishu.interviews.length).toBe(0);
  });

  it("has finished if it is interrupted while the last interviews are being deleted", async () => {
    const { feishu, job } = await createJob(3);
    const controller = new AbortController();
    const client = createClient(feishu, {
      onResponse: ({ operationId }) => {
        if (operationId === "deleteExternalInterview") controller.abort();
      },
    });
    const { report } = await undo(feishu, job, { client, signal: controller.signal });
    expect(report).toMatchObject({ undone: 3, status: "finished" });
    expect(feishu.interviews.length).toBe(0);
  });

  it.each([true, false])(
    "lets the same file be imported again once Feishu has forgotten its keys (freed by deletion: %s)",
    async (deleteFreesExternalId) => {
      const { feishu, job } = await createJob(3, { deleteFreesExternalId });
      feishu.clock.advance(HOUR_MS);
      const { report } = await undo(feishu, job);
      const early = await runImport(feishu, job, buildInterviews(3));
      expect(early.report).toMatchObject({ status: "finished", created: 0, notAttempted: 3 });
      const [warning] = early.report.warnings;
      expect(warning).toEqual(phraseWith("rowsPostponed", { count: 3 }));
      expect(warning?.params.time).toEqual(new Date(String(report.reimportAt)));
      // Its clock may differ from ours.
      feishu.clock.advance(23.25 * HOUR_MS);
      expect((await runImport(feishu, job, buildInterviews(3))).report.notAttempted).toBe(3);
      feishu.clock.advance(HOUR_MS);
      const again = await runImport(feishu, job, buildInterviews(3));
      expectTheTruth(feishu, job, again);
      expect(again.report).toMatchObject({ created: 3, createdTotal: 3 });
      expect((await undo(feishu, job)).report).toMatchObject({ undone: 3, notFound: 0 });
      expect(feishu.interviews.length).toBe(0);
    },
  );

  it("rejects another app's job, and a directory without a job", async () => {
    const { feishu, job } = await createJob(2);
    const other = await startTestFeishu({ appId: "cli_other" });
    await expect(undo(other, job)).rejects.toThrow(jobError("otherAccount", { job, app: "cli_test" }));
    const client = createClient(feishu, { baseUrl: feishu.baseUrl.replace("127.0.0.1", "localhost") });
    await expect(undo(feishu, job, { client })).rejects.toThrow(
      jobError("otherAccount", { host: "127.0.0.1" }),
    );
    expect(feishu.interviews).toHaveLength(2);
    const none = await reserveJobDirectory();
    await expect(undo(other, none)).rejects.toThrow(jobError("notAJob", { job: none }));
  });
});
