import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../../src/clock.js";
import { planUndo, readJobStatus } from "../../../src/importer/index.js";
import { ErrorCode } from "../../../src/index.js";
import { buildInterviews, findId } from "../support/interviews.js";
import { readOutcomeFiles } from "../support/job-directory.js";
import { expectKeysTrue, expectTheTruth } from "../support/oracle.js";
import { createClient, findReason, runImport } from "../support/run.js";
import { beginUndoing, createJob, HOUR_MS, undo } from "./support.js";

const DELETE = "deleteExternalInterview";

describe("an undo that cannot delete everything", () => {
  it("keeps an interview that is changed after Feishu has rejected its deletion", async () => {
    const { feishu, job } = await createJob(3);
    feishu.faults.push({
      kind: "failure",
      code: ErrorCode.MissingScope,
      operationId: DELETE,
      times: Infinity,
    });
    await expect(undo(feishu, job)).rejects.toMatchObject({ name: "PermissionError" });
    expect(readOutcomeFiles(job)).toMatchObject({ created: { length: 3 }, unknown: [] });
    feishu.faults.length = 0;
    feishu.editInterview(findId(feishu, "i2"), { participate_status: 3 });
    expect((await undo(feishu, job)).report).toMatchObject({ undone: 2, kept: 1 });
    expect(feishu.interviews).toHaveLength(1);
  });

  it("lists the interviews that it has left alone, and why", async () => {
    const { feishu, job } = await createJob(3);
    const [changed, gone] = [findId(feishu, "i1"), findId(feishu, "i3")];
    feishu.editInterview(changed, { participate_status: 3 });
    feishu.deleteInterview(gone);
    expect((await undo(feishu, job)).report).toMatchObject({ undone: 1, kept: 1, notFound: 1 });
    const lines = readFileSync(join(job, "kept.jsonl"), "utf8").trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { external_id: "i1", id: changed, line: 1, reason: "kept" },
      { external_id: "i3", id: gone, line: 3, reason: "notFound" },
    ]);
  });

  it("counts an interview as created if Feishu rejects its deletion", async () => {
    const { feishu, job } = await createJob(2);
    feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter, operationId: DELETE });
    expect((await undo(feishu, job)).report).toMatchObject({ undone: 1, rejected: 1, unknown: 0 });
    expect(readOutcomeFiles(job)).toMatchObject({ created: { length: 1 }, unknown: [] });
  });

  it.each([
    ["a deletion", DELETE, 0],
    ["the query of a later batch", "queryExternalInterviews", 20],
  ] as const)(
    "ends as interrupted if it is stopped while %s waits for an outage to end",
    async (_, operationId, undone) => {
      const { feishu, job } = await createJob(30);
      const controller = new AbortController();
      const times = Infinity;
      const when = () => 30 - feishu.interviews.length === undone;
      feishu.faults.push({ kind: "html", status: 502, operationId, times, when });
      const { report } = await undo(feishu, job, {
        signal: controller.signal,
        onOutage: () => controller.abort(),
      });
      expect(report).toMatchObject({ status: "interrupted", undone });
      expectKeysTrue(feishu, job);
    },
  );

  it.each([
    ["undoOpen", buildInterviews(2)],
    ["invalidAmbiguous", [{ external_id: "i1", external_application_id: "" }]],
  ])(
    "leaves an interview unknown if it was cut short, and an import does not send it: %s",
    async (key, rows) => {
      const { feishu, job } = await createJob(2);
      await beginUndoing(feishu, job, "i1");
      expect(await readJobStatus(job)).toMatchObject({ created: 1, unknown: 1 });
      const run = await runImport(feishu, job, rows);
      expectTheTruth(feishu, job, run);
      expect(run.report).toMatchObject({ unknown: 1, rejected: 0, createdTotal: 1 });
      expect(findReason(run, "i1")?.key).toBe(key);
      expect(feishu.requestCounts.createExternalInterview).toBe(2);
    },
  );

  it("finishes a deletion that was cut short, although the interview has been changed since", async () => {
    const { feishu, job } = await createJob(1);
    await beginUndoing(feishu, job, "i1");
    feishu.editInterview(findId(feishu, "i1"), { participate_status: 3 });
    expect((await undo(feishu, job)).report).toMatchObject({ undone: 1, kept: 0 });
    expect(feishu.interviews).toEqual([]);
  });

  it("does not count as created what it may have deleted before, although Feishu rejects its deletion now", async () => {
    const { feishu, job } = await createJob(1);
    await beginUndoing(feishu, job, "i1");
    feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter, operationId: DELETE });
    expect((await undo(feishu, job)).report).toMatchObject({ rejected: 1 });
    expect(await readJobStatus(job)).toMatchObject({ created: 0, unknown: 1 });
    expect(readOutcomeFiles(job)).toMatchObject({ created: [], unknown: { length: 1 } });
  });

  it.each([
    [2, { undone: 1, unknown: 0 }],
    [3, { undone: 0, unknown: 1 }],
  ])("sends a deletion three times at most: after %i without a response, %j", async (times, counts) => {
    const { feishu, job } = await createJob(1);
    feishu.faults.push({ kind: "html", status: 501, operationId: DELETE, times });
    const { report } = await undo(feishu, job);
    expect(report).toMatchObject({ ...counts, rejected: 0, status: "finished" });
    expect(feishu.requestCounts.deleteExternalInterview).toBe(3);
  });

  it("deletes nothing if it is stopped while it looks at the interviews", async () => {
    const { feishu, job } = await createJob(3);
    const controller = new AbortController();
    const client = createClient(feishu, { onResponse: () => controller.abort() });
    const { report } = await undo(feishu, job, { client, signal: controller.signal });
    expect(report).toMatchObject({ status: "interrupted", undone: 0 });
    expect(feishu.interviews).toHaveLength(3);
  });

  it("looks at no more interviews once it is stopped, although there is nothing to delete", async () => {
    const { feishu, job } = await createJob(21);
    for (const { interview } of [...feishu.interviews]) feishu.deleteInterview(interview.id);
    const controller = new AbortController();
    const client = createClient(feishu, { onResponse: () => controller.abort() });
    const { report } = await undo(feishu, job, { client, signal: controller.signal });
    expect(report).toMatchObject({ status: "interrupted", notFound: 20 });
  });

  it("does not count an interview as deleted if it is stopped before a second query confirms that", async () => {
    const { feishu, job } = await createJob(1);
    feishu.clock.advance(HOUR_MS);
    const controller = new AbortController();
    const now = () => feishu.clock.now();
    const wait = async () => {
      controller.abort();
      throw controller.signal.reason;
    };
    const clock = { ...systemClock, now, wait };
    feishu.faults.push({ kind: "html", status: 501, operationId: DELETE });
    feishu.faults.push({
      kind: "raw",
      status: 200,
      operationId: "queryExternalInterviews",
      body: JSON.stringify({ code: 0, msg: "success", data: { items: [], has_more: false } }),
      times: 2,
      when: () => (feishu.requestCounts.deleteExternalInterview ?? 0) > 0,
    });
    const { report } = await undo(feishu, job, { clock, signal: controller.signal });
    expect(report).toMatchObject({ status: "interrupted", undone: 0, unknown: 1 });
    expect(feishu.interviews).toHaveLength(1);
  });

  it("lets all be imported again when the last can be, in any order", async () => {
    const { feishu, job } = await createJob(1);
    feishu.clock.advance(HOUR_MS);
    await runImport(feishu, job, buildInterviews(2));
    const { report } = await undo(feishu, job);
    const early = await runImport(feishu, job, buildInterviews(2).reverse());
    expect(early.report.warnings[0]?.params.time).toEqual(new Date(String(report.reimportAt)));
  });

  it("reports when the interviews that it has deleted can be imported again, not those that it has kept", async () => {
    const { feishu, job } = await createJob(1);
    feishu.clock.advance(48 * HOUR_MS);
    await runImport(feishu, job, buildInterviews(2));
    feishu.editInterview(findId(feishu, "i2"), { participate_status: 3 });
    const { firstCreatedAt = "", lastCreatedAt = "" } = await planUndo(job);
    const betweenMs = Date.parse(lastCreatedAt) - Date.parse(firstCreatedAt);
    expect(betweenMs).toBeGreaterThanOrEqual(48 * HOUR_MS);
    const { report } = await undo(feishu, job);
    expect(report).toMatchObject({ undone: 1, kept: 1 });
    expect(Date.parse(report.reimportAt ?? "")).toBeLessThan(feishu.clock.now());
  });
});
