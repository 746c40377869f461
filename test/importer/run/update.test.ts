import { describe, expect, it } from "vitest";
import { readJobStatus } from "../../../src/importer/index.js";
import { ErrorCode, type ExternalInterviewCreate } from "../../../src/index.js";
import type { Fault, ReceivedRequest, TestFeishuOptions } from "../../../src/testing/index.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { buildInterviews, findId } from "../support/interviews.js";
import { readJournalEntries, readOutcomeFiles, reserveJobDirectory } from "../support/job-directory.js";
import { expectTheTruth } from "../support/oracle.js";
import { findReason, runImport } from "../support/run.js";
import { undo } from "../undo/support.js";

/** Creates interviews of which those under `keys` have another status. */
function createChanged(count: number, ...keys: string[]): ExternalInterviewCreate[] {
  return buildInterviews(count).map((body) =>
    keys.includes(body.external_id ?? "") ? { ...body, participate_status: 3 } : body,
  );
}

async function createJob(count: number, options: TestFeishuOptions = {}) {
  const feishu = await startTestFeishu({ rateLimit: false, ...options });
  const job = await reserveJobDirectory();
  await runImport(feishu, job, buildInterviews(count));
  const statusOf = (key: string) =>
    feishu.interviews.find(({ externalId }) => externalId === key)?.interview.participate_status;
  return { feishu, job, statusOf };
}

describe("a row that has changed since its interview was created", () => {
  it("overwrites it, and creates no second one", async () => {
    const { feishu, job, statusOf } = await createJob(6);
    const run = await runImport(feishu, job, createChanged(6, "i2", "i5"), { update: true });
    expectTheTruth(feishu, job, run);
    expect(run.report).toMatchObject({ status: "finished", updated: 2, skipped: 4, created: 0 });
    expect(["i1", "i2", "i5"].map(statusOf)).toEqual([undefined, 3, 3]);
    expect(feishu.interviews.length).toBe(6);
    const again = await runImport(feishu, job, createChanged(6, "i2", "i5"), { update: true });
    expect(again.report).toMatchObject({ updated: 0, skipped: 6 });
    const back = await runImport(feishu, job, buildInterviews(6), { update: true });
    expect(back.report).toMatchObject({ updated: 2, skipped: 4 });
    expect(feishu.requestCounts.createExternalInterview).toBe(6);
  });

  it("is compared with the rows before it, not with what Feishu has", async () => {
    const { feishu, job } = await createJob(1);
    const [before = { external_application_id: "" }] = buildInterviews(1);
    const after = { ...before, participate_status: 3 as const };
    const conflict = await runImport(feishu, job, [after, before], { update: true });
    expect(conflict.report).toMatchObject({ updated: 1, rejected: 1, skipped: 0 });
    const repeated = await runImport(feishu, job, [before, before], { update: true });
    expect(repeated.report).toMatchObject({ updated: 1, rejected: 0, skipped: 1 });
  });

  it("is not in the file of rejected rows after it has been updated", async () => {
    const { feishu, job } = await createJob(1);
    await runImport(feishu, job, createChanged(1, "i1"));
    expect(readOutcomeFiles(job).rejected).toHaveLength(1);
    await runImport(feishu, job, createChanged(1, "i1"), { update: true });
    expect(readOutcomeFiles(job).rejected).toEqual([]);
  });

  it.each([false, true])("is rejected without the option, whether or not it settles: %s", async (settle) => {
    const { feishu, job, statusOf } = await createJob(2);
    const run = await runImport(feishu, job, createChanged(2, "i2"), { settle });
    expect(run.report).toMatchObject({ updated: 0, rejected: 1 });
    expect(statusOf("i2")).toBeUndefined();
  });

  it("is recorded before it is sent", async () => {
    const { feishu, job } = await createJob(1);
    let recorded: string[] = [];
    const onRequest = ({ operationId }: { operationId: string }) => {
      if (operationId === "updateExternalInterview")
        recorded = readJournalEntries(job).map(({ type }) => type);
    };
    await runImport(feishu, job, createChanged(1, "i1"), {
      update: true,
      clientOptions: { onRequest },
    });
    expect(recorded.at(-1)).toBe("updating");
    expect(readJournalEntries(job).at(-1)?.type).toBe("updated");
  });

  it.each<[string, Fault]>([
    ["before it was applied", { kind: "reset" }],
    ["after it was applied", { kind: "reset", applied: true }],
  ])(
    "whose response is lost %s is sent again by the next run, whatever its row is then",
    async (_, fault) => {
      for (const rows of [buildInterviews(2), createChanged(2, "i2")]) {
        const { feishu, job, statusOf } = await createJob(2);
        const times = Infinity;
        feishu.faults.push({ ...fault, operationId: "updateExternalInterview", times });
        const run = await runImport(feishu, job, createChanged(2, "i2"), { update: true });
        expect(run.report).toMatchObject({ updated: 0, rejected: 1 });
        feishu.faults.length = 0;
        const without = await runImport(feishu, job, rows);
        expect(without.report).toMatchObject({ rejected: 1 });
        expect(findReason(without, "i2")?.key).toBe("updateOpen");
        const invalid = await runImport(feishu, job, [{ external_id: "i2", external_application_id: "" }]);
        expect(invalid.report).toMatchObject({ skipped: 1, rejected: 0, createdTotal: 2 });
        const again = await runImport(feishu, job, rows, { update: true });
        expectTheTruth(feishu, job, again);
        expect(again.report).toMatchObject({ updated: 1, skipped: 1 });
        expect(statusOf("i2")).toBe(rows[1]?.participate_status);
        expect(feishu.interviews.length).toBe(2);
      }
    },
  );

  it("leaves unknown what Feishu has if its response is lost, although a later one is rejected", async () => {
    const { feishu, job } = await createJob(1);
    const operationId = "updateExternalInterview";
    const [row = { external_application_id: "" }] = buildInterviews(1);
    const [first, second] = [1, 2].map((status) => [{ ...row, participate_status: status as 1 | 2 }]);
    feishu.faults.push({ kind: "reset", operationId });
    await runImport(feishu, job, first ?? [], { update: true, clientOptions: { maxRetries: false } });
    // An update that is not sent changes nothing of that.
    feishu.faults.push({
      kind: "failure",
      code: ErrorCode.WrongAppSecret,
      operationId: "getTenantAccessToken",
    });
    const unsent = await runImport(feishu, job, second ?? [], { update: true });
    expect(unsent.report).toMatchObject({ status: "failed", notAttempted: 1 });
    feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter, operationId });
    await runImport(feishu, job, second ?? [], { update: true });
    expect(await readJobStatus(job)).toMatchObject({ created: 1, rejected: 0, unknown: 0 });
    // Nor does an undo that is rejected.
    feishu.faults.push({
      kind: "failure",
      code: ErrorCode.BadParameter,
      operationId: "deleteExternalInterview",
    });
    expect((await undo(feishu, job, { changedToo: true })).report).toMatchObject({ rejected: 1 });
    for (const rows of [[row], first ?? [], second ?? []])
      expect(findReason(await runImport(feishu, job, rows), "i1")?.key).toBe("updateOpen");
  });

  it.each([ErrorCode.BadParameter, ErrorCode.MissingScope])(
    "may have overwritten it if its first response is lost, although the second says %i",
    async (code) => {
      const { feishu, job } = await createJob(2);
      const operationId = "updateExternalInterview";
      const when = ({ path }: ReceivedRequest) => Object.values(path).includes(findId(feishu, "i2"));
      feishu.faults.push({ kind: "reset", applied: true, operationId, when });
      feishu.faults.push({ kind: "failure", code, operationId, when });
      const options = { update: true, concurrency: 1, maxOutageMs: 3_600_000 };
      const run = await runImport(feishu, job, createChanged(2, "i1", "i2"), {
        ...options,
        clientOptions: { maxRetries: false },
      });
      expect(run.report).toMatchObject({ updated: 1, rejected: 1, notAttempted: 0 });
      const next = await runImport(feishu, job, buildInterviews(2));
      expect(findReason(next, "i2")?.key).toBe("updateOpen");
    },
  );

  it("and that Feishu rejects is in the file of rejected rows, and its interview stays as it was", async () => {
    const { feishu, job, statusOf } = await createJob(2);
    const operationId = "updateExternalInterview";
    for (const code of [ErrorCode.RateLimited, ErrorCode.BadParameter])
      feishu.faults.push({ kind: "failure", code, operationId });
    const run = await runImport(feishu, job, createChanged(2, "i2"), { update: true });
    expectTheTruth(feishu, job, run);
    expect(run.report).toMatchObject({ updated: 0, rejected: 1 });
    expect(statusOf("i2")).toBeUndefined();
    const same = await runImport(feishu, job, buildInterviews(2));
    expect(same.report).toMatchObject({ skipped: 2, rejected: 0 });
  });

  it.each(["http404", { code: ErrorCode.BadParameter }] as const)(
    "is rejected if a person has deleted its interview, and Feishu responds %j",
    async (unknownId) => {
      const { feishu, job } = await createJob(3, { unknownId });
      feishu.deleteInterview(findId(feishu, "i2"));
      const run = await runImport(feishu, job, createChanged(3, "i2", "i3"), { update: true });
      expect(run.report).toMatchObject({ status: "finished", updated: 1, rejected: 1, skipped: 1 });
    },
  );

  it("stops the run if its failure concerns all interviews", async () => {
    const { feishu, job } = await createJob(3);
    const times = Infinity;
    feishu.faults.push({
      kind: "failure",
      code: ErrorCode.MissingScope,
      operationId: "updateExternalInterview",
      times,
    });
    const run = await runImport(feishu, job, createChanged(3, "i1", "i2", "i3"), {
      update: true,
      concurrency: 1,
    });
    expect(run.report).toMatchObject({ status: "failed", updated: 0, rejected: 0 });
  });
});
