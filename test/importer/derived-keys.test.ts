import { expect, test } from "vitest";
import { feishuFor } from "../testing/feishu.js";
import { interview, withoutKey } from "./support/interviews.js";
import { jobFolder } from "./support/job-folder.js";
import { expectTheTruth } from "./support/oracle.js";
import { keysOf, runImport } from "./support/run.js";

const rows = [withoutKey("a"), withoutKey("b"), withoutKey("a"), withoutKey("a", "went badly")];

test("rows without external_id get one of their content, the same in any order and in every run", async () => {
  const feishu = await feishuFor();
  const job = await jobFolder();
  const first = await runImport(feishu, job, rows, { source: "greenhouse" });
  expectTheTruth(feishu, job, first);
  const again = await runImport(feishu, job, [...rows].reverse(), { source: "greenhouse" });
  expectTheTruth(feishu, job, again);
  expect(again.report).toMatchObject({ skipped: 4, createdInAll: 4 });
  expect(keysOf(again, "skipped")).toEqual(keysOf(first, "created"));
  expect(feishu.requestCounts.createExternalInterview).toBe(4);
});

test("identical rows are told apart, so each becomes an interview, and a third one later too", async () => {
  const feishu = await feishuFor();
  const job = await jobFolder();
  await runImport(feishu, job, [withoutKey("a"), withoutKey("a")], { source: "greenhouse" });
  expect(feishu.interviewCount).toBe(2);
  const again = await runImport(feishu, job, [withoutKey("a"), withoutKey("a"), withoutKey("a")], {
    source: "greenhouse",
  });
  expectTheTruth(feishu, job, again);
  expect(again.report).toMatchObject({ created: 1, skipped: 2 });
});

test("the name of the source keeps two systems' keys apart, and the keys show it", async () => {
  const feishu = await feishuFor();
  await runImport(feishu, await jobFolder(), [withoutKey("a")], { source: "greenhouse" });
  await runImport(feishu, await jobFolder(), [withoutKey("a")], { source: "lever" });
  expect([...feishu.interviewsByExternalId.keys()]).toEqual([
    expect.stringMatching(/^greenhouse:[0-9a-f]{32}$/),
    expect.stringMatching(/^lever:[0-9a-f]{32}$/),
  ]);
});

test("without a name for the source the run stops at the first row that needs one, and says why", async () => {
  const feishu = await feishuFor();
  const job = await jobFolder();
  const run = await runImport(feishu, job, [interview("i1"), withoutKey("a"), interview("i2")]);
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ end: "cannotGoOn", read: 2, rejected: 0, unknown: 0 });
  expect(run.report.reason).toMatch(/line 2 has no external_id.*--source/s);
});

test("a source that was given once holds for the job, and another one is refused", async () => {
  const feishu = await feishuFor();
  const job = await jobFolder();
  await runImport(feishu, job, [interview("i1")]);
  await runImport(feishu, job, [withoutKey("a")], { source: "greenhouse" });
  const again = await runImport(feishu, job, [withoutKey("a"), withoutKey("b")]);
  expect(again.report).toMatchObject({ skipped: 1, created: 1 });
  await expect(runImport(feishu, job, [], { source: "lever" })).rejects.toThrow(
    "source greenhouse, not lever",
  );
});
