import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { ErrorCode } from "../../../src/index.js";
import type { TestFeishuOptions } from "../../../src/testing/index.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { findId } from "../support/interviews.js";
import { readJournalEntries, readOutcomeFiles, reserveJobDirectory } from "../support/job-directory.js";
import { jobError } from "../support/phrases.js";
import { undo } from "../undo/support.js";
import { fullInterviews, importAll, verify } from "./support.js";

describe("verify", () => {
  it.each<[string, TestFeishuOptions]>([
    ["does as documented", {}],
    ["returns the newest first", { itemOrder: "newestFirst" }],
    ["does not page queries by id", { idQueryPaged: false }],
  ])("reports every interview as the same when the server %s", async (_, options) => {
    const rows = fullInterviews(45);
    const { feishu, job } = await importAll(options, rows);
    const { report } = await verify(feishu, job, rows);
    expect(report).toEqual({ same: 45, different: 0, missing: 0, notCreated: 0, notInInput: 0, invalid: 0 });
    expect(feishu.requestCounts.queryExternalInterviews).toBeLessThanOrEqual(2 * 3);
  });

  it.each<[string, TestFeishuOptions]>([
    ["leaves unknown ids out", {}],
    ["fails for unknown ids", { unknownListId: { code: ErrorCode.BadParameter } }],
    ["fails for unknown ids in another way", { unknownListId: { code: 1_002_801 } }],
    ["rejects unknown ids as invalid", { unknownListId: { code: ErrorCode.FieldValidationFailed } }],
  ])("names the fields that differ and what is missing when the server %s", async (_, options) => {
    const rows = fullInterviews(25);
    const { feishu, job } = await importAll(options, rows);
    const [second = "", third = "", fourth = ""] = ["i2", "i3", "i4"].map((key) => findId(feishu, key));
    for (const id of [third, fourth]) feishu.deleteInterview(id);
    const [assessment, other] = rows[1]?.interview_assessments ?? [];
    feishu.editInterview(second, {
      end_time: 1_700_000_000_000,
      interview_assessments: [other ?? {}, { ...assessment, conclusion: 1 }],
    });
    const { results, report } = await verify(feishu, job, rows);
    expect(report).toMatchObject({ same: 22, different: 1, missing: 2 });
    expect(results.filter(({ result }) => result !== "same")).toEqual([
      {
        line: 2,
        key: "i2",
        id: second,
        result: "different",
        fields: ["/interview_assessments/0/conclusion", "/end_time"],
      },
      { line: 3, key: "i3", id: third, result: "missing", fields: [] },
      { line: 4, key: "i4", id: fourth, result: "missing", fields: [] },
    ]);
    const path = join(job, "verified.jsonl");
    const lines = readFileSync(path, "utf8").trim().split("\n");
    expect(JSON.parse(lines[1] ?? "")).toMatchObject({
      external_id: "i2",
      differences: [
        { field: "/interview_assessments/0/conclusion", expected: 2, actual: 1 },
        { field: "/end_time", actual: 1_700_000_000_000 },
      ],
    });
    expect(lines).toHaveLength(25);
    if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("notices what Feishu has besides the row", async () => {
    const rows = fullInterviews(1);
    const { feishu, job } = await importAll({}, rows);
    feishu.editInterview(findId(feishu, "i1"), {
      interview_assessments: [{ content: "more" }, ...(rows[0]?.interview_assessments ?? [])],
    });
    const { results } = await verify(feishu, job, rows);
    expect(results).toMatchObject([{ result: "different", fields: ["/interview_assessments/-"] }]);
  });

  it("counts rows that the job has not created, and interviews that the input lacks", async () => {
    const rows = fullInterviews(6);
    const { feishu, job } = await importAll({}, rows.slice(0, 4));
    const { report } = await verify(feishu, job, [...rows.slice(2), ...rows.slice(2, 3)]);
    expect(report).toEqual({ same: 2, different: 0, missing: 0, notCreated: 2, notInInput: 2, invalid: 0 });
  });

  it("counts a second row with an id as not created if it has other content", async () => {
    const [row = { external_application_id: "" }] = fullInterviews(1);
    const other = { ...row, participate_status: 3 as const };
    const { feishu, job } = await importAll({}, [row, row, other]);
    const { report } = await verify(feishu, job, [row, row, other]);
    expect(report).toEqual({ same: 1, different: 0, missing: 0, notCreated: 1, notInInput: 0, invalid: 0 });
  });

  it("counts an invalid row separately if its interview was created from another row", async () => {
    const rows = fullInterviews(2);
    const { feishu, job } = await importAll({}, rows);
    const [first = { external_application_id: "" }, second] = rows;
    const invalid = { ...second, external_application_id: "", participate_status: 9 as never };
    const { report } = await verify(feishu, job, [first, invalid]);
    expect(report).toEqual({ same: 1, different: 0, missing: 0, notCreated: 0, notInInput: 0, invalid: 1 });
  });

  it("does not miss an interview that an undo has deleted", async () => {
    const rows = fullInterviews(3);
    const { feishu, job } = await importAll({}, rows);
    await undo(feishu, job, { only: new Set(["i2"]) });
    const { report } = await verify(feishu, job, rows);
    expect(report).toEqual({ same: 2, different: 0, missing: 0, notCreated: 1, notInInput: 0, invalid: 0 });
  });

  it("waits out an outage", async () => {
    const rows = fullInterviews(60);
    const { feishu, job } = await importAll({}, rows);
    let queries = 0;
    feishu.faults.push({
      kind: "html",
      times: 8,
      when: () => queries++ > 0,
      operationId: "queryExternalInterviews",
    });
    const waits: number[] = [];
    const { report } = await verify(feishu, job, rows, {
      clientOptions: { maxRetries: false },
      onOutage: ({ waitMs }) => waits.push(waitMs),
    });
    expect(report.same).toBe(60);
    expect(waits.length).toBeGreaterThan(0);
  });

  it("does not change the job's files", async () => {
    const rows = fullInterviews(3);
    const { feishu, job } = await importAll({}, rows);
    const before = [readJournalEntries(job), readOutcomeFiles(job)];
    await verify(feishu, job, rows);
    expect([readJournalEntries(job), readOutcomeFiles(job)]).toEqual(before);
  });

  it("rejects another app's job, and one that has not been run", async () => {
    const rows = fullInterviews(3);
    const { feishu, job } = await importAll({}, rows);
    const other = await startTestFeishu({ appId: "cli_other" });
    const owners = { before: "cli_test", now: "cli_other" };
    await expect(verify(other, job, rows)).rejects.toThrow(jobError("otherOwner", owners));
    const none = await reserveJobDirectory();
    await expect(verify(feishu, none, rows)).rejects.toThrow(jobError("notAJob", { job: none }));
  });
});

test("ignores fields that Feishu adds or omits", async () => {
  const [first] = fullInterviews(1);
  const rows = [
    {
      ...first,
      external_application_id: "7",
      interview_assessments: [...(first?.interview_assessments ?? []), { content: "one\r\ntwo" }],
    },
  ];
  const { feishu, job } = await importAll({}, rows);
  const stored = feishu.interviews[0]?.interview;
  const items = [
    {
      ...stored,
      end_time: 0,
      begin_time: String(stored?.begin_time),
      creator: { id: "1" },
      interview_assessments: [...(stored?.interview_assessments ?? [])].reverse().map((one) => ({
        ...one,
        external_id: "x",
        content: ` ${one.content?.replace("\r\n", "\n") ?? ""}\n`,
        conclusion: one.conclusion ?? 0,
        assessment_dimension_list: (one.assessment_dimension_list ?? []).map(({ score, ...dimension }) => ({
          ...dimension,
          ...(score === 0 ? {} : { score: 0 }),
          option: "",
          options: dimension.options ? [...dimension.options].reverse() : null,
        })),
      })),
    },
  ];
  const body = JSON.stringify({ code: 0, msg: "ok", data: { items, has_more: false } });
  feishu.faults.push({ kind: "raw", status: 200, body, operationId: "queryExternalInterviews" });
  expect((await verify(feishu, job, rows)).report).toMatchObject({ same: 1 });
});
