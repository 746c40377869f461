import { once } from "node:events";
import { existsSync } from "node:fs";
import { appendFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatText, translate } from "../../src/cli/language/translate.js";
import { importMessages } from "../../src/cli/messages/commands/import.js";
import { programMessages } from "../../src/cli/messages/program.js";
import { reportMessages } from "../../src/cli/messages/report.js";
import { phrase } from "../../src/importer/messages/phrase.js";
import { ErrorCode } from "../../src/index.js";
import type { TestFeishu } from "../../src/testing/index.js";
import { buildInterviews, buildWithoutKey } from "../importer/support/interviews.js";
import { createEmptyDirectory, readOutcomeFiles } from "../importer/support/job-directory.js";
import { expectFilesTrue } from "../importer/support/oracle.js";
import { getEnvironment, type Running, start } from "../support/program.js";
import { startTestFeishu } from "../testing/feishu.js";
import { COMMAND } from "./support/command.js";
import { runHere } from "./support/run-in-process.js";

/** Writes interviews to a file in a folder of its own, and returns the command that imports it. */
async function prepareImport(feishu: TestFeishu, rows: readonly object[]) {
  const cwd = await createEmptyDirectory();
  await writeFile(join(cwd, "history.jsonl"), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const env = getEnvironment(feishu);
  const startImport = (...args: string[]): Running =>
    start(process.execPath, [COMMAND, "import", "history.jsonl", ...args], { env, cwd });
  return {
    cwd,
    env,
    job: join(cwd, "history.jsonl.import"),
    start: startImport,
    run: (...args: string[]) => runHere(["import", "history.jsonl", ...args], { cwd, env }),
  };
}

test("0: everything was created, and is skipped the next time", async () => {
  const feishu = await startTestFeishu();
  const { job, run } = await prepareImport(feishu, buildInterviews(5));
  const stderr = expect.stringContaining(translate(reportMessages.finished));
  expect(await run()).toMatchObject({ code: 0, stdout: "", stderr });
  expect(readOutcomeFiles(job).report).toMatchObject({ status: "finished", read: 5, created: 5 });
  expectFilesTrue(feishu, job);
  expect(await run("--quiet")).toMatchObject({ code: 0, stdout: "", stderr: "" });
  expect(readOutcomeFiles(job).report).toMatchObject({ skipped: 5, createdTotal: 5 });
});

test("1: some were rejected; the output repeats nothing of an interview", async () => {
  const feishu = await startTestFeishu();
  feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter });
  const { job, run } = await prepareImport(feishu, [
    ...buildInterviews(2),
    { external_id: "i3", username: "Lin Xia" },
  ]);
  const { code, stderr } = await run();
  expect(code).toBe(1);
  const files = { rejected: "history.jsonl.import/rejected.jsonl", fixed: "fixed.jsonl" };
  expect(stderr).toContain(translate(reportMessages.fixRows, files));
  expect(stderr).not.toMatch(/Lin Xia|went/);
  expectFilesTrue(feishu, job);
});

test("2: too many were rejected; the printed command resumes", async () => {
  const feishu = await startTestFeishu();
  feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter, times: 4 });
  const { cwd, env, job, run } = await prepareImport(feishu, buildInterviews(8));
  const { code, stderr } = await run("--max-rejects", "1", "--concurrency", "1");
  expect(code).toBe(2);
  expectFilesTrue(feishu, job);
  feishu.faults.length = 0;
  const printed =
    /^Fix the problem, then resume with:\n {2}feishu-hire (.*)$/m.exec(stderr)?.[1]?.split(" ") ?? [];
  expect(printed[0]).toBe("import");
  expect((await runHere(printed, { cwd, env })).code).toBe(0);
  expect(readOutcomeFiles(job).report.createdTotal).toBe(8);
});

test("3: the credentials are missing or wrong", async () => {
  const feishu = await startTestFeishu();
  const { cwd, env, job, run } = await prepareImport(feishu, buildInterviews(2));
  const args = ["import", "history.jsonl"];
  const without = await runHere(args, { cwd });
  expect(without).toMatchObject({ code: 3, stderr: expect.stringContaining("FEISHU_APP_ID") });
  const wrong = { ...env, FEISHU_APP_SECRET: "wrong-secret" };
  const refused = await runHere(args, { cwd, env: wrong });
  expect(refused).toMatchObject({ code: 3, stderr: expect.stringContaining("app_secret") });
  expect(refused.stderr).not.toContain("wrong-secret");
  expect(existsSync(job), "nothing was read for it").toBe(false);
  expect(await run()).toMatchObject({ code: 0 });
});

test("3: the input is missing, no file, broken, of no known format, or without ids", async () => {
  const feishu = await startTestFeishu();
  const { cwd, env, run } = await prepareImport(feishu, [buildWithoutKey("a")]);
  await mkdir(join(cwd, "folder.jsonl"));
  await writeFile(join(cwd, "broken.json"), "[{},");
  for (const name of ["nowhere.jsonl", "folder.jsonl", "broken.json", "history.xlsx"]) {
    const { code, stderr } = await runHere(["import", name], { cwd, env });
    expect(code, `${name}: ${stderr}`).toBe(3);
    expect(stderr).not.toContain(translate(programMessages.internalError));
  }
  expect(await run()).toMatchObject({ code: 3, stderr: expect.stringContaining("--id-namespace") });
  expect(await run("--id-namespace", "greenhouse")).toMatchObject({ code: 0 });
});

test("3: the journal is damaged, or the job directory unusable", async () => {
  const feishu = await startTestFeishu();
  const { job, run } = await prepareImport(feishu, buildInterviews(1));
  await run();
  await appendFile(join(job, "journal.jsonl"), "?\n");
  const damage = phrase("damagedJournal", { path: "history.jsonl.import/journal.jsonl", line: 4 });
  expect(await run()).toMatchObject({ code: 3, stderr: expect.stringContaining(formatText(damage)) });
  const other = await run("--job", "history.jsonl");
  expect(other).toMatchObject({ code: 3, stderr: expect.stringContaining("EEXIST") });
});

test("3: the input is a file that the job overwrites", async () => {
  const feishu = await startTestFeishu();
  feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter });
  const { cwd, env, job, run } = await prepareImport(feishu, buildInterviews(2));
  await run();
  const before = await readFile(join(job, "rejected.jsonl"), "utf8");
  const args = ["import", join(job, "rejected.jsonl"), "--job", job];
  const { code, stderr } = await runHere(args, { cwd, env });
  expect(code).toBe(3);
  expect(stderr).toContain(translate(importMessages.jobOutput, { path: join(job, "rejected.jsonl") }));
  expect(await readFile(join(job, "rejected.jsonl"), "utf8")).toBe(before);
});

test("3: another process has locked the job, which is not disturbed", async () => {
  const feishu = await startTestFeishu();
  feishu.faults.push({ kind: "hang" });
  const one = await prepareImport(feishu, buildInterviews(2));
  const holder = one.start();
  await requestsArrived(feishu, 2);
  const path = `history.jsonl.import/${(await readdir(one.job)).find((name) => name.startsWith("lock."))}`;
  const locked = phrase("locked", { pid: holder.child.pid ?? 0, host: hostname(), path });
  expect(await one.run()).toMatchObject({ code: 3, stderr: expect.stringContaining(formatText(locked)) });
  holder.child.kill("SIGKILL");
  expect(await holder.ended).toMatchObject({ signal: "SIGKILL" });
  expect(await one.run()).toMatchObject({ code: 0 });
  expectFilesTrue(feishu, one.job);
  expect(readOutcomeFiles(one.job).report.createdTotal).toBe(2);
});

test.skipIf(process.platform === "win32")(
  "3: the disk is full; with space again, the job resumes",
  async () => {
    const feishu = await startTestFeishu();
    const { cwd, env, job, run } = await prepareImport(feishu, buildInterviews(8));
    // Files can have one block. A write beyond that fails as on a full disk.
    const limited = `ulimit -f 1 && exec "$0" "$@"`;
    const args = ["-c", limited, process.execPath, COMMAND, "import", "history.jsonl"];
    const { code, stderr } = await start("sh", args, { cwd, env }).ended;
    expect(stderr).toContain(formatText(phrase("cannotWriteJournal", { reason: "EFBIG" })));
    expect(code).toBe(3);
    expect(feishu.interviewCount).toBeLessThan(8);
    expect(await run()).toMatchObject({ code: 0 });
    expectFilesTrue(feishu, job);
    expect(readOutcomeFiles(job).report.createdTotal).toBe(8);
  },
);

test("4: Ctrl-C stops sending, waits for requests in flight, and prints how to resume", async () => {
  const feishu = await startTestFeishu({ latencyMs: 400 });
  const { job, run, start } = await prepareImport(feishu, buildInterviews(20));
  const { child, ended } = start();
  await requestsArrived(feishu, 1);
  child.kill("SIGINT");
  const { code, stderr } = await ended;
  expect(code).toBe(4);
  expect(stderr).toContain(translate(importMessages.stopping));
  expect(stderr).toContain("feishu-hire import history.jsonl");
  expectFilesTrue(feishu, job);
  const { report } = readOutcomeFiles(job);
  expect(report).toMatchObject({ status: "interrupted", unknown: 0, created: feishu.interviewCount });
  expect(report.created).toBeLessThan(20);
  const rest = await run("--quiet");
  expect(rest.code).toBe(0);
  expectFilesTrue(feishu, job);
  expect(readOutcomeFiles(job).report.createdTotal).toBe(20);
});

test("4: a second Ctrl-C quits at once, and the job is intact", async () => {
  const feishu = await startTestFeishu();
  feishu.faults.push({ kind: "hang", applied: true });
  const { job, run, start } = await prepareImport(feishu, buildInterviews(3));
  const { child, ended } = start();
  await requestsArrived(feishu, 3);
  child.kill("SIGINT");
  if (child.stderr) await once(child.stderr, "data");
  child.kill("SIGINT");
  expect(await ended).toMatchObject({ code: 4 });
  expect(existsSync(join(job, "report.json"))).toBe(false);
  expect(await run()).toMatchObject({ code: 0 });
  expectFilesTrue(feishu, job);
  expect(readOutcomeFiles(job).report.createdTotal).toBe(3);
});

test("4: the reader of --json goes away; the job is intact", async () => {
  const feishu = await startTestFeishu({ latencyMs: 20 });
  const { job, run, start } = await prepareImport(feishu, buildInterviews(6));
  const { child, ended } = start("--json");
  ended.catch(() => {}); // its output cannot be read
  child.stdout?.destroy();
  const [code] = await once(child, "exit");
  expect(code).toBe(4);
  expect(await run("--json")).toMatchObject({ code: 0 });
  expectFilesTrue(feishu, job);
  expect(readOutcomeFiles(job).report.createdTotal).toBe(6);
});

test("5: a bug of ours, wherever it is, and the job is intact", async () => {
  const feishu = await startTestFeishu();
  const { cwd, env, job, run } = await prepareImport(feishu, buildInterviews(2));
  const fault = `import { subscribe } from "node:diagnostics_channel";
    subscribe("feishu-hire:importer", ({ step }) => { if (step === "afterResponse") throw new TypeError("ours"); });`;
  const preload = `data:text/javascript,${encodeURIComponent(fault)}`;
  const args = ["--import", preload, COMMAND, "import", "history.jsonl"];
  const { code, stderr } = await start(process.execPath, args, { cwd, env }).ended;
  expect(stderr).toContain(translate(programMessages.internalError));
  expect(stderr).toContain("TypeError: ours");
  expect(code).toBe(5);
  expect(await run()).toMatchObject({ code: 0 });
  expectFilesTrue(feishu, job);
  expect(readOutcomeFiles(job).report.createdTotal).toBe(2);
});

test("--json prints each outcome and the report on a line, and nothing else on stdout", async () => {
  const feishu = await startTestFeishu();
  feishu.faults.push({ kind: "failure", code: ErrorCode.RateLimited, reset: 0 });
  const { job, run } = await prepareImport(feishu, buildInterviews(2));
  const { code, stdout } = await run("--json");
  expect(code).toBe(0);
  const events = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events.map(({ event }) => event).sort()).toEqual(["outcome", "outcome", "report", "waiting"]);
  const { event: _, nextCommand, ...report } = events.at(-1);
  expect(nextCommand).toBeUndefined();
  expect(report).toEqual(readOutcomeFiles(job).report);
});

/** Resolves when this many creates have arrived. */
async function requestsArrived(feishu: TestFeishu, count: number): Promise<void> {
  while (feishu.requestCounts.createExternalInterview < count)
    await new Promise((resolve) => setTimeout(resolve, 2));
}
