import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { maxOutageFlag, maxRejectsFlag } from "../../../src/cli/flags.js";
import { limitRate } from "../../../src/cli/limit-rate.js";
import { ErrorCode } from "../../../src/index.js";
import type { ReceivedRequest, TestFeishu } from "../../../src/testing/index.js";
import { formatTextRows, writeWorkbook } from "../../importer/input/xlsx/make-workbook.js";
import { readOutcomeFiles } from "../../importer/support/job-directory.js";
import { getEnvironment, type ProcessResult } from "../../support/program.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { CSV, createFolder } from "../support/command.js";
import { runHere } from "../support/run-in-process.js";

interface Folder {
  readonly feishu: TestFeishu;
  readonly job: string;
  readonly run: (...args: string[]) => Promise<ProcessResult>;
  /** Replaces the rows of the file. */
  readonly writeRows: (...rows: string[]) => Promise<void>;
}

/** A file of rows, and a command to run beside it. */
async function createFile(...rows: string[]): Promise<Folder> {
  const feishu = await startTestFeishu({ rateLimit: false });
  const format = (lines: readonly string[]) => CSV + lines.map((line) => `${line}\n`).join("");
  const { cwd, run } = await createFolder("history.csv", format(rows));
  return {
    feishu,
    job: join(cwd, "history.csv.import"),
    run: (...args) => run(args, feishu),
    writeRows: (...lines) => writeFile(join(cwd, "history.csv"), format(lines)),
  };
}

const isSecond = ({ externalId }: ReceivedRequest) => externalId === "i2";

it.each([
  ["--max-outage", "0", 0],
  ["--max-outage", "90s", 90_000],
  ["--max-outage", "30m", 1_800_000],
  ["--max-outage", "2h", 7_200_000],
  ["--max-rejects", "5", { count: 5 }],
  ["--max-rejects", "2.5%", { percent: 2.5 }],
])("%s %s means %j", (name, text, value) => {
  const flag = [maxOutageFlag(), maxRejectsFlag()].find(({ long }) => long === name);
  expect(flag?.parseArg?.(text, undefined)).toEqual(value);
});

it("a rate below one a second spaces requests, and holds besides Feishu's pauses", async () => {
  const limiter = limitRate(0.01);
  const controller = new AbortController();
  const limit = { requests: 10, periodMs: 1_000 };
  const acquire = (key: string, onWait: (waitMs: number) => void) =>
    limiter.acquire({ key, operationId: "", limit, priority: false, signal: controller.signal, onWait });
  const waits: number[] = [];
  (await acquire("app", () => {}))?.responded();
  limiter.pause("other", 60_000);
  const waiting = ["app", "other"].map((key) => acquire(key, (waitMs) => waits.push(waitMs)));
  controller.abort();
  expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  const [spaced = 0, paused = 0] = waits;
  expect(spaced).toBeGreaterThan(90_000);
  expect(paused).toBeGreaterThan(50_000);
});

describe("import", () => {
  it("overwrites interviews whose rows have changed with --update, and rejects the rows without it", async () => {
    const { feishu, run, writeRows } = await createFile("i1,7,2");
    const readConclusions = () =>
      feishu.interviews.map(({ interview }) => interview.interview_assessments?.[0]?.conclusion);
    expect((await run("import", "history.csv")).code).toBe(0);
    await writeRows("i1,7,3");
    expect((await run("import", "history.csv")).code).toBe(1);
    expect(readConclusions()).toEqual([2]);
    expect((await run("import", "history.csv", "--update")).code).toBe(0);
    expect(readConclusions()).toEqual([3]);
  });

  it("is incomplete while an interview is unknown, also if the file lacks it, until --settle finds it", async () => {
    const { feishu, job, run, writeRows } = await createFile("i1,7,2", "i2,7,2");
    feishu.faults.push({ kind: "html", status: 501, applied: true, when: isSecond });
    expect((await run("import", "history.csv")).code).toBe(1);
    expect(readOutcomeFiles(job).report).toMatchObject({ created: 1, unknown: 1 });
    expect((await run("status", "history.csv.import")).code).toBe(1);
    await writeRows("i1,7,2");
    expect(await run("import", "history.csv")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("import history.csv --settle"),
    });
    expect(readOutcomeFiles(job).report).toMatchObject({ unknown: 0, unknownFromEarlierRuns: 1 });
    expect((await run("import", "history.csv", "--settle")).code).toBe(0);
    expect(readOutcomeFiles(job).report).toMatchObject({ createdTotal: 2, unknownFromEarlierRuns: 0 });
    expect((await run("status", "history.csv.import")).code).toBe(0);
    expect(feishu.requestCounts.createExternalInterview).toBe(2);
  });

  it("waits out no outage with --max-outage 0", async () => {
    const { feishu, job, run } = await createFile("i1,7,2", "i2,7,2");
    // The client itself does not wait that long.
    const headers = { "retry-after": "86400" };
    feishu.faults.push({ kind: "raw", status: 503, headers, body: "", when: isSecond });
    expect((await run("import", "history.csv", "--max-outage", "0", "--concurrency", "1")).code).toBe(1);
    expect(readOutcomeFiles(job).report).toMatchObject({ created: 1, unknown: 1 });
  });

  it("is incomplete while Feishu may remember the keys of interviews that were undone", async () => {
    const { feishu, job, run } = await createFile("i1,7,2");
    expect((await run("import", "history.csv")).code).toBe(0);
    expect((await run("undo", "history.csv.import", "--yes", "1")).code).toBe(0);
    const again = await run("import", "history.csv");
    expect(readOutcomeFiles(job).report).toMatchObject({ status: "finished", notAttempted: 1, created: 0 });
    expect(again.code).toBe(1);
    expect(again.stderr).not.toContain("feishu-hire verify");
    expect(feishu.interviews).toEqual([]);
  });

  it("rehearses with --mock in a job of its own, which no later import resumes", async () => {
    const { feishu, job, run } = await createFile("i1,7,2");
    expect((await run("import", "history.csv", "--mock")).code).toBe(0);
    expect(feishu.requests).toEqual([]);
    expect((await run("import", "history.csv")).code).toBe(0);
    expect(readOutcomeFiles(job).report).toMatchObject({ created: 1, skipped: 0 });
    expect(feishu.interviews).toHaveLength(1);
  });

  it("writes the rejected rows of a workbook as a workbook", async () => {
    const feishu = await startTestFeishu({ rateLimit: false });
    feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter });
    const rows = formatTextRows([
      ["external_id", "external_application_id"],
      ["i1", "7"],
    ]);
    const path = writeWorkbook({ sheets: [{ rows }] });
    const run = (...args: string[]) => runHere(args, { cwd: dirname(path), env: getEnvironment(feishu) });
    expect((await run("import", path)).code).toBe(1);
    const rejected = join(`${path}.import`, "rejected.xlsx");
    expect((await run("import", rejected, "--job", "other")).code).toBe(0);
    expect(feishu.interviews.map(({ externalId }) => externalId)).toEqual(["i1"]);
  });

  it("has at most --concurrency requests in flight", async () => {
    const rows = Array.from({ length: 8 }, (_, i) => `i${i + 1},7,2`);
    const { feishu, run } = await createFile(...rows);
    feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter, times: 8 });
    // Each request is answered before the next is sent, so the third rejection is the last.
    expect((await run("import", "history.csv", "--concurrency", "1", "--max-rejects", "2")).code).toBe(2);
    expect(feishu.requestCounts.createExternalInterview).toBe(3);
  });
});

describe("a lock of another machine", () => {
  it.each([
    [["import", "history.csv"], 1],
    [["undo", "history.csv.import", "--yes", "1"], 0],
  ] as const)("stops %j, unless --force-unlock removes it", async (args, left) => {
    const { feishu, job, run } = await createFile("i1,7,2");
    expect((await run("import", "history.csv")).code).toBe(0);
    const lock = "lock.elsewhere.example.1.00000000-0000-4000-8000-000000000000";
    for (const name of [lock, "progress.json"]) await writeFile(join(job, name), "");
    expect((await run(...args)).code).toBe(3);
    expect(await readdir(job), "the other's progress").toContain("progress.json");
    expect(feishu.interviewCount).toBe(1);
    expect((await run(...args, "--force-unlock")).code).toBe(0);
    expect(await readdir(job)).not.toContain(lock);
    expect(feishu.interviews).toHaveLength(left);
  });
});

describe("status", () => {
  it("ends with 1 if interviews were rejected, and writes the files of the journal with --write", async () => {
    const { feishu, job, run } = await createFile("i1,7,2", "i2,7,2");
    feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter, when: isSecond });
    expect((await run("import", "history.csv")).code).toBe(1);
    const path = join(job, "created.jsonl");
    const before = await readFile(path, "utf8");
    await rm(path);
    expect((await run("status", "history.csv.import")).code).toBe(1);
    expect(await readdir(job)).not.toContain("created.jsonl");
    expect((await run("status", "history.csv.import", "--write")).code).toBe(1);
    expect(await readFile(path, "utf8")).toBe(before);
  });
});
