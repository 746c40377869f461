import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deriveExternalId, readInterviews } from "../../../src/importer/index.js";
import { ErrorCode } from "../../../src/index.js";
import type { ReceivedRequest } from "../../../src/testing/index.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { buildInterview, buildWithoutKey, toStream } from "../support/interviews.js";
import { reserveJobDirectory } from "../support/job-directory.js";
import { expectTheTruth } from "../support/oracle.js";
import { jobError, phraseWith } from "../support/phrases.js";
import { listKeys, runImport } from "../support/run.js";

const rows = [
  buildWithoutKey("a"),
  buildWithoutKey("b"),
  buildWithoutKey("a"),
  buildWithoutKey("a", "went badly"),
];

test("rows without external_id get one from their content, the same in any order and in every run", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const first = await runImport(feishu, job, rows, { idNamespace: "greenhouse" });
  expectTheTruth(feishu, job, first);
  const again = await runImport(feishu, job, [...rows].reverse(), { idNamespace: "greenhouse" });
  expectTheTruth(feishu, job, again);
  expect(again.report).toMatchObject({ skipped: 4, createdTotal: 4 });
  expect(listKeys(again, "skipped")).toEqual(listKeys(first, "created"));
  expect(feishu.requestCounts.createExternalInterview).toBe(4);
});

test("identical rows each become an interview, and so does a third one in a later run", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  await runImport(feishu, job, [buildWithoutKey("a"), buildWithoutKey("a")], { idNamespace: "greenhouse" });
  expect(feishu.interviewCount).toBe(2);
  const again = await runImport(
    feishu,
    job,
    [buildWithoutKey("a"), buildWithoutKey("a"), buildWithoutKey("a")],
    {
      idNamespace: "greenhouse",
    },
  );
  expectTheTruth(feishu, job, again);
  expect(again.report).toMatchObject({ created: 1, skipped: 2 });
  // Other versions derive the same, so that they can resume the job.
  expect([...feishu.interviewsByExternalId.keys()]).toEqual(
    [0, 1, 2].map((occurrence) => deriveExternalId("greenhouse", buildWithoutKey("a"), occurrence)),
  );
});

test("the namespace keeps two systems' keys apart, and begins each key", async () => {
  const feishu = await startTestFeishu();
  await runImport(feishu, await reserveJobDirectory(), [buildWithoutKey("a")], { idNamespace: "greenhouse" });
  await runImport(feishu, await reserveJobDirectory(), [buildWithoutKey("a")], { idNamespace: "lever" });
  expect([...feishu.interviewsByExternalId.keys()]).toEqual([
    expect.stringMatching(/^greenhouse:[0-9a-f]{32}$/),
    expect.stringMatching(/^lever:[0-9a-f]{32}$/),
  ]);
});

test("without a namespace, the run stops at the first row that needs one", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const run = await runImport(feishu, job, [
    buildInterview("i1"),
    buildWithoutKey("a"),
    buildInterview("i2"),
  ]);
  expectTheTruth(feishu, job, run);
  expect(run.report).toMatchObject({ status: "failed", read: 2, rejected: 0, unknown: 0 });
  expect(run.report.reason).toEqual(phraseWith("needsNamespace", { line: 2 }));
});

test("a namespace holds for all later runs of the job, and another one is rejected", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  await runImport(feishu, job, [buildInterview("i1")]);
  await runImport(feishu, job, [buildWithoutKey("a")], { idNamespace: "greenhouse" });
  const again = await runImport(feishu, job, [buildWithoutKey("a"), buildWithoutKey("b")]);
  expect(again.report).toMatchObject({ skipped: 1, created: 1 });
  await expect(runImport(feishu, job, [], { idNamespace: "lever" })).rejects.toThrow(
    jobError("otherOwner", { what: phraseWith("idNamespace"), before: "greenhouse", now: "lever" }),
  );
});

test("a namespace does not hold for later runs if nothing was sent: it may have been mistyped", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  await runImport(feishu, job, [{ external_application_id: "" }], { idNamespace: "greenhuose" });
  const { report } = await runImport(feishu, job, [buildWithoutKey("a")]);
  expect(report).toMatchObject({ status: "failed", created: 0 });
  expect(report.reason).toEqual(phraseWith("needsNamespace", { line: 1 }));
});

test("an interview keeps its key if its rows, or the parts of its lists, change their order", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const header = "external_application_id,username,dimension_title,dimension_type,dimension_value";
  const records = ["7,Lin,a,4,x|y", "7,Lin,b,3,z", "7,Wu,a,3,z"];
  const read = (rows: string[]) =>
    readInterviews(toStream([Buffer.from([header, ...rows].join("\n"))]), { format: "csv" });
  await runImport(feishu, job, read(records), { idNamespace: "moka" });
  const reordered = ["7,Wu,a,3,z", "7,Lin,b,3,z", "7,Lin,a,4,y|x"];
  const again = await runImport(feishu, job, read(reordered), { idNamespace: "moka" });
  expectTheTruth(feishu, job, again);
  expect(again.report).toMatchObject({ skipped: 1, createdTotal: 1 });
});

test.each(["csv", "jsonl"] as const)(
  "a row that Feishu has rejected keeps its key when it is fixed, even as one of two identical rows: %s",
  async (format) => {
    const feishu = await startTestFeishu();
    const job = await reserveJobDirectory();
    const rows =
      format === "csv"
        ? "external_application_id,username\none,Lin\ntwo,Lin\none,Lin\n"
        : ["one", "two", "one"].map((id) => `{"external_application_id":"${id}"}\n`).join("");
    const read = (text: string) => readInterviews(toStream([Buffer.from(text)]), { format });
    let creates = 0;
    const when = () => ++creates === 3;
    feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter, when });
    const first = await runImport(feishu, job, read(rows), { idNamespace: "moka", concurrency: 1 });
    expect(first.report).toMatchObject({ created: 2, rejected: 1 });
    const rejected = await readFile(join(job, `rejected.${format}`), "utf8");
    const fixed = await runImport(feishu, job, read(rejected.replace(/\bone\b/, "three")));
    expect(fixed.report).toMatchObject({ created: 1, skipped: 0 });
    expect(listKeys(fixed, "created")).toEqual(listKeys(first, "rejected"));
    expect(new Set(feishu.interviewsByExternalId.keys()).size).toBe(3);
  },
);

test.each(["csv", "jsonl"] as const)(
  "a row keeps its key over any number of rejections, local and by Feishu: %s",
  async (format) => {
    const feishu = await startTestFeishu();
    const job = await reserveJobDirectory();
    const read = (text: string) => readInterviews(toStream([Buffer.from(text)]), { format });
    const rejectedRows = () => readFile(join(job, `rejected.${format}`), "utf8");
    const original =
      format === "csv"
        ? "external_application_id,participate_status\none,2\n"
        : `{"external_application_id":"one","participate_status":2}\n`;
    feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter, times: 2 });
    const first = await runImport(feishu, job, read(original), { idNamespace: "moka" });
    const status = format === "csv" ? [",2", ",9"] : [":2", ":9"];
    await runImport(feishu, job, read((await rejectedRows()).replace("one", "two")));
    await runImport(feishu, job, read((await rejectedRows()).replace(status[0] ?? "", status[1] ?? "")));
    const last = await runImport(
      feishu,
      job,
      read((await rejectedRows()).replace(status[1] ?? "", status[0] ?? "")),
    );
    expect(listKeys(last, "created")).toEqual(listKeys(first, "rejected"));

    const conflict = await runImport(feishu, job, read(original));
    expect(conflict.report).toMatchObject({ created: 0, rejected: 1 });
    const fixed = await runImport(feishu, job, read((await rejectedRows()).replace("one", "three")));
    expect(fixed.report).toMatchObject({ created: 0, rejected: 1 });
    expect(feishu.interviewCount).toBe(1);
  },
);

test("a rejected interview of several rows is not split if only its first row gets an external_id", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const read = (text: string) => readInterviews(toStream([Buffer.from(text)]), { format: "csv" });
  feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter });
  const header = "external_id,external_application_id,username,dimension_title";
  await runImport(feishu, job, read(`${header}\n,7,Lin,a\n,7,,b\n`), { idNamespace: "moka" });
  const rejected = await readFile(join(job, "rejected.csv"), "utf8");
  const run = await runImport(feishu, job, read(rejected.replace("\n,7,Lin", "\nm1,7,Lin")));
  expect(run.report).toMatchObject({ read: 1, rejected: 1 });
  const whole = await runImport(feishu, job, read(rejected.replaceAll("\n,7,", "\nm1,7,")));
  expect(listKeys(whole, "created")).toEqual(["m1"]);
});

test("identical interviews that become adjacent as rejected rows stay two", async () => {
  const feishu = await startTestFeishu();
  const job = await reserveJobDirectory();
  const read = (text: string) => readInterviews(toStream([Buffer.from(text)]), { format: "csv" });
  const isLin = ({ body }: ReceivedRequest) => JSON.stringify(body).includes("Lin");
  feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter, times: 2, when: isLin });
  const rows = "external_application_id,username\n7,Lin\n8,Wu\n7,Lin\n";
  await runImport(feishu, job, read(rows), { idNamespace: "moka", concurrency: 1 });
  const run = await runImport(feishu, job, read(await readFile(join(job, "rejected.csv"), "utf8")));
  expect(run.report).toMatchObject({ read: 2, created: 2, createdTotal: 3 });
});
