import { existsSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import {
  JobError,
  type Verification,
  type VerifyReport,
  verifyInterviews,
} from "../../../src/importer/index.js";
import { inputFromBodies } from "../../../src/importer/input/from-bodies.js";
import { ErrorCode, type ExternalInterviewCreate } from "../../../src/index.js";
import { isObject } from "../../../src/is-object.js";
import type { TestFeishu, TestFeishuOptions } from "../../../src/testing/index.js";
import { feishuFor } from "../../testing/feishu.js";
import { streamOf } from "../support/interviews.js";
import { jobFolder, outcomeFilesOf } from "../support/job-folder.js";
import { clientOf, runImport } from "../support/run.js";

const APPLICATION = "6960663240925956437";

/** Interviews with everything in them. */
function fullInterviews(count: number): ExternalInterviewCreate[] {
  return Array.from({ length: count }, (_, index) => ({
    external_id: `i${index + 1}`,
    external_application_id: APPLICATION,
    participate_status: 2 as const,
    begin_time: 1_618_500_278_638 + index,
    interview_assessments: [
      {
        username: "张三",
        conclusion: 2 as const,
        content: `第 ${index} 场`,
        assessment_dimension_list: [
          { assessment_type: 1 as const, title: "代码", score: 0 },
          { assessment_type: 4 as const, title: "语言", options: ["Go", "TypeScript"] },
        ],
      },
      { username: "李四", conclusion: 3 as const },
    ],
  }));
}

async function verify(
  feishu: TestFeishu,
  jobDir: string,
  rows: readonly ExternalInterviewCreate[],
): Promise<{ results: Verification[]; report: VerifyReport }> {
  const input = inputFromBodies(streamOf(rows));
  const { clock } = feishu;
  const run = verifyInterviews(input, { client: clientOf(feishu), jobDir, clock });
  const results: Verification[] = [];
  for (;;) {
    const { done, value } = await run.next();
    if (done) return { results, report: value };
    results.push(value);
  }
}

async function importAll(options: TestFeishuOptions, rows: readonly ExternalInterviewCreate[]) {
  const feishu = await feishuFor({ rateLimit: false, ...options });
  const job = await jobFolder();
  await runImport(feishu, job, rows);
  return { feishu, job };
}

const idOf = (feishu: TestFeishu, key: string) =>
  feishu.interviews.find(({ externalId }) => externalId === key)?.interview.id ?? "";

/** The ids that a query asks for; none in other requests. */
function readIds(body: unknown): readonly unknown[] {
  const list = isObject(body) ? body.external_interview_id_list : undefined;
  return Array.isArray(list) ? list : [];
}

function setChangeTime(path: string, afterMs: number): void {
  const time = new Date(Date.now() + afterMs);
  utimesSync(path, time, time);
}

describe("verify", () => {
  it.each<[string, TestFeishuOptions]>([
    ["as documented", {}],
    ["newest first", { itemOrder: "newestFirst" }],
    ["without pages for ids", { idQueryPaged: false }],
    ["failing for unknown ids", { unknownListId: { code: ErrorCode.BadParameter } }],
    ["failing for unknown ids in another way", { unknownListId: { code: 1_002_801 } }],
  ])("finds everything the same, on a server that queries %s", async (_, options) => {
    const rows = fullInterviews(45);
    const { feishu, job } = await importAll(options, rows);
    const { report } = await verify(feishu, job, rows);
    expect(report).toEqual({ same: 45, different: 0, missing: 0, notCreated: 0, notInInput: 0 });
    expect(feishu.requestCounts.queryExternalInterviews).toBeLessThanOrEqual(2 * 3);
  });

  it.each<[string, TestFeishuOptions]>([
    ["leaves out", {}],
    ["fails for", { unknownListId: { code: ErrorCode.BadParameter } }],
  ])(
    "names the fields that differ and what is missing, on a server that %s unknown ids",
    async (_, options) => {
      const rows = fullInterviews(25);
      const { feishu, job } = await importAll(options, rows);
      const [second, third] = [idOf(feishu, "i2"), idOf(feishu, "i3")];
      feishu.deleteInterview(third);
      const [assessment, other] = rows[1]?.interview_assessments ?? [];
      feishu.editInterview(second, {
        end_time: 1_700_000_000_000,
        interview_assessments: [other ?? {}, { ...assessment, conclusion: 1 }],
      });
      const { results, report } = await verify(feishu, job, rows);
      expect(report).toMatchObject({ same: 23, different: 1, missing: 1 });
      expect(results.filter(({ result }) => result !== "same")).toEqual([
        {
          line: 2,
          key: "i2",
          id: second,
          result: "different",
          fields: ["/interview_assessments/0/conclusion", "/end_time"],
        },
        { line: 3, key: "i3", id: third, result: "missing", fields: [] },
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
    },
  );

  it("counts rows that the job has not created, and interviews that the input lacks", async () => {
    const rows = fullInterviews(6);
    const { feishu, job } = await importAll({}, rows.slice(0, 4));
    const { report } = await verify(feishu, job, [...rows.slice(2), ...rows.slice(2, 3)]);
    expect(report).toEqual({ same: 2, different: 0, missing: 0, notCreated: 2, notInInput: 2 });
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
    expect((await verify(feishu, job, rows)).report.same).toBe(60);
  });

  it("continues one that was cut short: asks again for what changed since, and for what was not the same", async () => {
    const rows = fullInterviews(100);
    const { feishu, job } = await importAll({}, rows);
    feishu.deleteInterview(idOf(feishu, "i7"));
    const run = verifyInterviews(inputFromBodies(streamOf(rows)), { client: clientOf(feishu), jobDir: job });
    for (let n = 0; n < 50; n++) await run.next();
    await run.return({ same: 0, different: 0, missing: 0, notCreated: 0, notInInput: 0 });
    const path = join(job, "verified.jsonl.part");
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    // A kill may cut a line short.
    writeFileSync(path, lines.join("\n").slice(0, -5));

    const before = feishu.requests.length;
    const changed = rows.map((row) =>
      row.external_id === "i9" ? { ...row, end_time: 1_700_000_000_000 } : row,
    );
    const { results, report } = await verify(feishu, job, changed);
    expect(report).toEqual({ same: 98, different: 1, missing: 1, notCreated: 0, notInInput: 0 });
    expect(results.find(({ key }) => key === "i9")).toMatchObject({ result: "different" });
    const asked = feishu.requests.slice(before).flatMap(({ body }) => readIds(body));
    expect(asked).toHaveLength(100 - (lines.length - 1) + 2);
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ["after an hour", -3_600_001, -7_200_000],
    ["once the job has changed something", -1_000, 0],
  ])("begins anew %s", async (_, foundAfterMs, changedAfterMs) => {
    const rows = fullInterviews(3);
    const { feishu, job } = await importAll({}, rows);
    await verify(feishu, job, rows);
    const path = join(job, "verified.jsonl.part");
    renameSync(join(job, "verified.jsonl"), path);
    setChangeTime(path, foundAfterMs);
    setChangeTime(join(job, "journal.jsonl"), changedAfterMs);
    feishu.deleteInterview(idOf(feishu, "i2"));
    expect((await verify(feishu, job, rows)).report).toMatchObject({ same: 2, missing: 1 });
  });

  it("is for a job of this app, and changes nothing of it", async () => {
    const rows = fullInterviews(3);
    const { feishu, job } = await importAll({}, rows);
    const before = outcomeFilesOf(job);
    await verify(feishu, job, rows);
    expect(outcomeFilesOf(job)).toEqual(before);
    const other = await feishuFor({ appId: "cli_other" });
    await expect(verify(other, job, rows)).rejects.toThrow(JobError);
    await expect(verify(feishu, await jobFolder(), rows)).rejects.toThrow(JobError);
  });
});

test("what Feishu may add or leave out is no difference", async () => {
  const rows = fullInterviews(1);
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
        content: one.content ?? "",
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
