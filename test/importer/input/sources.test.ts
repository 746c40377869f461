import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importInterviews, readInterviews, readJobStatus } from "../../../src/importer/index.js";
import { runPending } from "../../support/clock.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { buildInterviews, buildWithoutKey, toStream } from "../support/interviews.js";
import { createEmptyDirectory, reserveJobDirectory } from "../support/job-directory.js";
import { expectTheTruth } from "../support/oracle.js";
import { jobError, listValues, phraseWith } from "../support/phrases.js";
import { createClient, findReason, finishRun, listKeys, runImport } from "../support/run.js";

test("a consumer that stops iterating ends the run: what was sent is recorded, and nothing more is sent", async () => {
  const feishu = await startTestFeishu({ rateLimit: false, latencyMs: 1 });
  const job = await reserveJobDirectory();
  const options = { client: createClient(feishu), jobDir: job, concurrency: 4 };
  for await (const outcome of importInterviews(toStream(buildInterviews(60)), options)) {
    expect(outcome.kind).toBe("created");
    break;
  }
  expect(feishu.interviewCount).toBeLessThan(20);
  expect((await readJobStatus(job)).created).toBe(feishu.interviewCount);
  const again = await runImport(feishu, job, buildInterviews(60));
  expectTheTruth(feishu, job, again);
  expect(again.report).toMatchObject({ status: "finished", createdTotal: 60 });
});

test("an error of the source ends the run, and the job can be resumed", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  async function* breaking() {
    yield* buildInterviews(3);
    throw new RangeError("the database is gone");
  }
  const run = importInterviews(breaking(), { client: createClient(feishu), jobDir: job });
  await expect(finishRun(run)).rejects.toThrow("the database is gone");
  const again = await runImport(feishu, job, buildInterviews(4));
  expectTheTruth(feishu, job, again);
  expect(again.report.createdTotal).toBe(4);
});

test("while the source blocks, finished rows are yielded and an abort takes effect", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const controller = new AbortController();
  let closed = false;
  let unblock = () => {};
  async function* slow() {
    try {
      yield* buildInterviews(2);
      await new Promise<void>((resolve) => {
        unblock = resolve;
      });
    } finally {
      closed = true;
    }
  }
  const run = importInterviews(slow(), {
    client: createClient(feishu),
    jobDir: job,
    signal: controller.signal,
  });
  const reported = [await run.next(), await run.next()].map(({ value }) => value);
  expect(reported).toMatchObject([{ kind: "created" }, { kind: "created" }]);
  const end = run.next();
  await runPending();
  controller.abort();
  expect(await end).toMatchObject({ done: true, value: { status: "interrupted", read: 2, created: 2 } });
  expect(closed).toBe(false);
  unblock();
  await runPending();
  expect(closed).toBe(true);
});

test("an unreadable row is not rejected if its interview was already created from a fixed copy", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const csv = (...rows: string[]) =>
    readInterviews(
      toStream([Buffer.from(["external_id,external_application_id,conclusion", ...rows].join("\n"))]),
      {
        format: "csv",
      },
    );
  const first = await runImport(feishu, job, csv("i1,7,2", "i2,7,nine"));
  expect(first.report).toMatchObject({ created: 1, rejected: 1 });
  await runImport(feishu, job, csv("i2,7,3"));
  const original = await runImport(feishu, job, csv("i1,7,2", "i2,7,nine"));
  expect(original.report).toMatchObject({ created: 0, rejected: 0, skipped: 2, createdTotal: 2 });
  expect(findReason(original, "i2")?.key).toBe("createdFromOtherRow");
});

test("a rejected row lists all its problems", async () => {
  const feishu = await startTestFeishu();
  const rows = "external_id,external_application_id,conclusion,participate_status\ni1,,nine,eight";
  const input = readInterviews(toStream([Buffer.from(rows)]), { format: "csv" });
  const run = await runImport(feishu, await reserveJobDirectory(), input);
  const named = listValues(findReason(run, "i1"));
  expect(named).toEqual(
    expect.arrayContaining(["external_application_id", "conclusion", "participate_status"]),
  );
});

test("the report counts rows that were sent with warnings", async () => {
  const feishu = await startTestFeishu();
  const rows = "external_application_id,external_id\n6960663240925950000,i1\n6960663240925956000,i2\n7,i3\n";
  const input = readInterviews(toStream([Buffer.from(rows)]), { format: "csv" });
  const { report } = await runImport(feishu, await reserveJobDirectory(), input);
  expect(report).toMatchObject({
    created: 3,
    warnings: [
      phraseWith("readOnce"),
      phraseWith("rowsWithWarnings", {
        count: 2,
        first: phraseWith("problemInField", {
          place: phraseWith("line", { line: 2 }),
          field: "external_application_id",
        }),
      }),
    ],
  });
});

test("all runs of a job use one time zone, so that a row always means the same time", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const rows = "external_application_id,external_id,begin_time\n7,i1,2021-04-15 23:24\n";
  const read = (timeZone: string) =>
    readInterviews(toStream([Buffer.from(rows)]), { format: "csv", timeZone });
  await runImport(feishu, job, read("Asia/Shanghai"));
  const other = runImport(feishu, job, read("Europe/Paris"));
  const zones = { what: phraseWith("timeZone"), before: "Asia/Shanghai", now: "Europe/Paris" };
  await expect(other).rejects.toThrow(jobError("otherOwner", zones));
  expect((await runImport(feishu, job, read("Asia/Shanghai"))).report).toMatchObject({ skipped: 1 });
});

test("an interview of a CSV file whose rows are not adjacent is rejected as a whole", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const path = join(await createEmptyDirectory(), "apart.csv");
  const header = "external_id,external_application_id,username,comment";
  await writeFile(
    path,
    [header, "i1,7,Lin,good", "i2,7,Lin,fine", "i1,7,Wu,fair", "i3,7,Lin,poor"].join("\n"),
  );
  const run = await runImport(feishu, job, readInterviews(path, { format: "csv" }));
  expect(listKeys(run, "created")).toEqual(["i2", "i3"]);
  expect(listKeys(run, "rejected")).toEqual(["i1", "i1"]);
  await writeFile(path, [header, "i1,7,Lin,good", "i1,7,Wu,fair"].join("\n"));
  const fixed = await runImport(feishu, job, readInterviews(path, { format: "csv" }));
  expect(fixed.report).toMatchObject({ created: 1, createdTotal: 3 });
  expect(
    feishu.interviews.find(({ externalId }) => externalId === "i1")?.body.interview_assessments,
  ).toHaveLength(2);
});

test("a wrong app or namespace can be corrected until the first interview is created", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const mistyped = { clientOptions: { appId: "cli_mistyped" }, idNamespace: "mocka" };
  expect((await runImport(feishu, job, [buildWithoutKey("a")], mistyped)).report).toMatchObject({
    status: "failed",
    notAttempted: 1,
  });
  const run = await runImport(feishu, job, [buildWithoutKey("a")], { idNamespace: "moka" });
  expect(run.report).toMatchObject({ status: "finished", created: 1 });
  expect(listKeys(run, "created")).toEqual([expect.stringMatching(/^moka:/)]);
  await expect(runImport(feishu, job, [buildWithoutKey("a")], mistyped)).rejects.toThrow(
    jobError("otherOwner", { what: phraseWith("app"), now: "cli_mistyped" }),
  );
});
