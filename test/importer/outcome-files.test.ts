import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeKeyFiles } from "../../src/importer/index.js";
import { ErrorCode } from "../../src/index.js";
import { startTestFeishu } from "../testing/feishu.js";
import { buildInterview, buildInterviews, findId } from "./support/interviews.js";
import { readOutcomeFiles, reserveJobDirectory } from "./support/job-directory.js";
import { runImport } from "./support/run.js";

const REJECTED = { kind: "failure", code: ErrorCode.BadParameter, msg: "no such application" } as const;

test("the reasons in the files of outcomes are in the language that is asked for", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  feishu.faults.push(
    { ...REJECTED, when: ({ externalId }) => externalId === "i1" },
    { kind: "reset", when: ({ externalId }) => externalId === "i2" },
  );
  await runImport(feishu, job, buildInterviews(2), { clientOptions: { maxRetries: false }, language: "zh" });
  const { rejected, unknown } = readOutcomeFiles(job);
  expect(unknown).toEqual([expect.objectContaining({ external_id: "i2", reason: "网络连接失败" })]);
  expect(rejected).toHaveLength(1);
  appendFileSync(
    join(job, "journal.jsonl"),
    `${JSON.stringify({ type: "intent", key: "i3", application: "7", content: 0, line: 3, firstTryAtMs: 0 })}\n`,
  );
  await writeKeyFiles(job, "zh");
  expect(readOutcomeFiles(job).unknown.map(({ reason }) => reason)).toEqual([
    "网络连接失败",
    expect.stringMatching(/^\p{Script=Han}+$/u),
  ]);
});

test("a job directory and its files are for their owner only, and none is left half-written", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  await runImport(feishu, job, buildInterviews(2));
  expect((await stat(job)).mode & 0o777).toBe(0o700);
  for (const name of ["journal.jsonl", "created.jsonl", "rejected.jsonl", "unknown.jsonl", "report.json"])
    expect((await stat(join(job, name))).mode & 0o777, name).toBe(0o600);
  for (const name of ["rejected.jsonl.part", "created.jsonl.part"])
    expect(existsSync(join(job, name))).toBe(false);
});

test("ids keep all their digits in a spreadsheet", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  await runImport(feishu, job, [buildInterview("0012")]);
  const cells = ["0012", findId(feishu, "0012"), "application of 0012"].map((id) => `"=""${id}"""`);
  expect(readFileSync(join(job, "created.csv"), "utf8")).toBe(
    `\uFEFFexternal_id,id,external_application_id,line\r\n${cells},1\r\n`,
  );
});
