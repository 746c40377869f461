import { appendFile, mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listJobsBeside, undoJob } from "../../../src/importer/index.js";
import type { TestFeishu } from "../../../src/testing/index.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { buildInterview, buildInterviews } from "../support/interviews.js";
import { createEmptyDirectory } from "../support/job-directory.js";
import { phraseWith } from "../support/phrases.js";
import { createClient, findReason, listKeys, runImport } from "../support/run.js";
import { beginUndoing } from "../undo/support.js";

/** The directories of two jobs beside each other, which do not exist yet. */
async function reserveTwoJobs(): Promise<[first: string, second: string]> {
  const folder = await createEmptyDirectory();
  return [join(folder, "a.import"), join(folder, "b.import")];
}

test("a renamed copy stops the run before anything is created again, and the reason names the other job", async () => {
  const feishu = await startTestFeishu();
  const folder = await createEmptyDirectory();
  const [monday, copy] = [join(folder, "monday.csv.import"), join(folder, "copy.csv.import")];
  await runImport(feishu, monday, buildInterviews(4));
  const otherJobDirs = await listJobsBeside(copy);
  expect(otherJobDirs).toEqual([monday]);
  const run = await runImport(feishu, copy, buildInterviews(4), { otherJobDirs });
  expect(run.report).toMatchObject({ status: "failed", created: 0, missingArguments: ["--job", monday] });
  expect(run.report.reason).toEqual(phraseWith("createdByOtherJob", { line: 1, job: monday }));
  expect(feishu.requestCounts.createExternalInterview).toBe(4);
});

test("what another job has created is created again if that is asked for, once Feishu has forgotten its keys", async () => {
  const feishu = await startTestFeishu();
  const [first, second] = await reserveTwoJobs();
  await runImport(feishu, first, buildInterviews(2));
  const options = { otherJobDirs: [first], repeatsOtherJobs: true };
  // Feishu returns the first job's interview for a key that it remembers, whatever the content.
  const rows = [buildInterview("i1", "another interview"), buildInterview("i2"), buildInterview("i3")];
  const early = await runImport(feishu, second, rows, options);
  expect(listKeys(early, "created")).toEqual(["i3"]);
  expect(listKeys(early, "rejected")).toEqual(["i1", "i2"]);
  expect(findReason(early, "i1")).toEqual(phraseWith("takenForOther", { job: first }));
  feishu.clock.advance(25 * 3_600_000);
  const late = await runImport(feishu, second, rows, options);
  expect(listKeys(late, "created")).toEqual(["i1", "i2"]);
  expect(feishu.interviews).toHaveLength(5);
});

test("what another job may have created is not created again, even if that is asked for", async () => {
  const feishu = await startTestFeishu();
  const [first, second] = await reserveTwoJobs();
  feishu.faults.push({ kind: "reset", applied: true });
  await runImport(feishu, first, buildInterviews(1), { clientOptions: { maxRetries: false } });
  const run = await runImport(feishu, second, buildInterviews(1), {
    otherJobDirs: [first],
    repeatsOtherJobs: true,
  });
  expect(findReason(run, "i1", "rejected")).toEqual(phraseWith("unknownInOtherJob", { job: first }));
});

test.each<[string, (feishu: TestFeishu, job: string) => Promise<unknown>]>([
  [
    "of unknown outcome",
    (feishu, job) => {
      feishu.faults.push({ kind: "reset", applied: true });
      return runImport(feishu, job, buildInterviews(1), { clientOptions: { maxRetries: false } });
    },
  ],
  [
    "whose update is open",
    async (feishu, job) => {
      await runImport(feishu, job, buildInterviews(1));
      feishu.faults.push({ kind: "reset" });
      const options = { update: true, clientOptions: { maxRetries: false } } as const;
      await runImport(feishu, job, [buildInterview("i1", "another")], options);
    },
  ],
  [
    "whose deletion is open",
    async (feishu, job) => {
      await runImport(feishu, job, buildInterviews(1));
      await beginUndoing(feishu, job, "i1");
    },
  ],
])("an interview %s in another job is not sent", async (_, prepare) => {
  const feishu = await startTestFeishu();
  const [first, second] = await reserveTwoJobs();
  await prepare(feishu, first);
  const run = await runImport(feishu, second, buildInterviews(1), { otherJobDirs: [first] });
  expect(run.report).toMatchObject({
    status: "failed",
    notAttempted: 1,
    reason: phraseWith("createdByOtherJob", { job: first }),
  });
});

test("what this job may have created is sent again, although another job has it by now", async () => {
  const feishu = await startTestFeishu();
  const [first, second] = await reserveTwoJobs();
  feishu.faults.push({ kind: "reset", applied: true });
  await runImport(feishu, first, buildInterviews(1), { clientOptions: { maxRetries: false } });
  await runImport(feishu, second, buildInterviews(1));
  const run = await runImport(feishu, first, buildInterviews(1), { otherJobDirs: [second], settle: true });
  expect(run.report).toMatchObject({ status: "finished", created: 0, rejected: 1 });
  expect(findReason(run, "i1")).toEqual(phraseWith("takenForOther", { job: second }));
  expect(feishu.interviews).toHaveLength(1);
});

test("an interview that was rejected in this job and created by another is not sent again", async () => {
  const feishu = await startTestFeishu();
  const [first, second] = await reserveTwoJobs();
  feishu.faults.push({ kind: "failure", code: 1_002_002 });
  await runImport(feishu, first, buildInterviews(1));
  await runImport(feishu, second, buildInterviews(1), { otherJobDirs: [first] });
  feishu.clock.advance(26 * 3_600_000);
  const run = await runImport(feishu, first, buildInterviews(1), { otherJobDirs: [second] });
  expect(run.report).toMatchObject({ status: "failed", created: 0 });
  expect(feishu.interviewCount).toBe(1);
});

test("an interview that another job has undone is postponed until Feishu has forgotten its key", async () => {
  const feishu = await startTestFeishu();
  const [first, second] = await reserveTwoJobs();
  await runImport(feishu, first, buildInterviews(1));
  const { clock } = feishu;
  const undo = undoJob({ client: createClient(feishu), clock, jobDir: first, expectedCount: 1 });
  while (!(await undo.next()).done);
  for (const repeatsOtherJobs of [false, true]) {
    const options = { otherJobDirs: [first], repeatsOtherJobs };
    const early = await runImport(feishu, second, buildInterviews(1), options);
    expect(early.report).toMatchObject({ created: 0, notAttempted: 1 });
    expect(early.report.warnings).toEqual([phraseWith("rowsUndoneInOtherJob", { count: 1, job: first })]);
    expect(findReason(early, "i1", "notAttempted")).toEqual(phraseWith("undoneInOtherJob", { job: first }));
  }
  feishu.clock.advance(26 * 3_600_000);
  const late = await runImport(feishu, second, buildInterviews(1), { otherJobDirs: [first] });
  expect(late.report).toMatchObject({ created: 1 });
});

test("the jobs beside one, and beside its file, are found whatever their names are", async () => {
  const folder = await createEmptyDirectory();
  for (const name of ["a.import", "b.import", "nested/c"]) {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, "journal.jsonl"), "");
  }
  await mkdir(join(folder, "no job"));
  for (const own of ["a.import", "a.import/", "a.import/."])
    expect(await listJobsBeside(`${folder}/${own}`)).toEqual([join(folder, "b.import")]);
  const [a, b, c] = ["a.import", "b.import", "nested/c"].map((name) => join(folder, name));
  expect(await listJobsBeside(join(folder, "nested", "own"), join(folder, "a.csv"))).toEqual([a, b, c]);
});

test("interviews that no other job has sent are created", async () => {
  const feishu = await startTestFeishu();
  const [first, second] = await reserveTwoJobs();
  const every = buildInterviews(6);
  await runImport(feishu, first, every.slice(0, 3));
  feishu.faults.push({ kind: "failure", code: 1_002_002 });
  const rejected = await runImport(feishu, first, every.slice(3, 4));
  expect(rejected.report.rejected).toBe(1);
  const run = await runImport(feishu, second, every.slice(3), { otherJobDirs: [first] });
  expect(run.report).toMatchObject({ status: "finished", created: 3 });
});

test("jobs of another app, directories without a job and damaged jobs are ignored", async () => {
  const feishu = await startTestFeishu();
  const folder = await createEmptyDirectory();
  const [foreign, damaged] = [join(folder, "foreign.import"), join(folder, "damaged.import")];
  await runImport(await startTestFeishu({ appId: "cli_other" }), foreign, buildInterviews(2));
  await runImport(feishu, damaged, buildInterviews(2));
  await truncate(join(damaged, "journal.jsonl"), 0);
  await appendFile(join(damaged, "journal.jsonl"), "{}\n{}\n");
  await mkdir(join(folder, "empty.import"));
  const job = join(folder, "own.import");
  const otherJobDirs = await listJobsBeside(job);
  expect(otherJobDirs).toEqual([damaged, foreign]);
  const run = await runImport(feishu, job, buildInterviews(2), { otherJobDirs });
  expect(run.report.status).toBe("finished");
});

test.skipIf(process.platform === "win32")(
  "jobs are beside what a link points at, and a job is not its own other one",
  async () => {
    const folder = await createEmptyDirectory();
    const [data, here] = [join(folder, "data"), join(folder, "here")];
    const jobs = ["a.csv.import", "b.csv.import"].map((name) => join(data, name));
    for (const job of [...jobs, here]) await mkdir(job, { recursive: true });
    for (const job of jobs) await writeFile(join(job, "journal.jsonl"), "");
    await writeFile(join(data, "a.csv"), "");
    await symlink(join(data, "a.csv"), join(here, "link.csv"));
    await symlink(join(data, "a.csv.import"), join(here, "link.import"));
    expect(await listJobsBeside(join(here, "link.csv.import"), join(here, "link.csv"))).toEqual(jobs);
    expect(await listJobsBeside(join(here, "link.import"), join(here, "link.csv"))).toEqual([jobs[1]]);
    await symlink(data, join(folder, "again"));
    expect(await listJobsBeside(join(folder, "again", "a.csv.import"), join(data, "a.csv"))).toEqual([
      join(folder, "again", "b.csv.import"),
    ]);
  },
);
