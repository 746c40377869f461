import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { translate } from "../../src/cli/language/translate.js";
import { importMessages } from "../../src/cli/messages/commands/import.js";
import { reportMessages } from "../../src/cli/messages/report.js";
import { ErrorCode } from "../../src/index.js";
import { buildWithoutKey } from "../importer/support/interviews.js";
import { getEnvironment, start } from "../support/program.js";
import { startTestFeishu } from "../testing/feishu.js";
import { COMMAND, CSV, createFolder } from "./support/command.js";

test("the printed command imports the fixed rows", async () => {
  const feishu = await startTestFeishu();
  const { cwd, run } = await createFolder("history.csv", `${CSV}i1,7,2\ni2,7,nine\n`);
  const { code, stderr } = await run(["import", "history.csv", "--time-zone", "Asia/Shanghai"], feishu);
  expect(code).toBe(1);
  const printed = /^ {2}feishu-hire (import fixed\.csv .*)$/m.exec(stderr)?.[1]?.split(" ") ?? [];
  expect(printed).toContain("--time-zone");
  const rejected = await readFile(join(cwd, "history.csv.import", "rejected.csv"), "utf8");
  await writeFile(join(cwd, "fixed.csv"), rejected.replace("i2,7,nine", "i2,7,2"));
  expect(await run(printed, feishu)).toMatchObject({
    code: 0,
    stderr: expect.stringContaining(translate(reportMessages.inAllRuns, { count: 2 })),
  });
});

test("an import whose terminal has closed ends in order", async () => {
  const feishu = await startTestFeishu();
  const { cwd, start: startIt } = await createFolder("history.csv", `${CSV}i1,7,2\n`);
  const close = `for (const output of [process.stdout, process.stderr]) output._write = (_, __, done) =>
    done(Object.assign(new Error("write EIO"), { code: "EIO", syscall: "write" }));`;
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(close)}` };
  const { ended } = startIt(["import", "history.csv"], { ...getEnvironment(feishu), ...env });
  expect(await ended).toMatchObject({ code: 0, stderr: "" });
  const report = JSON.parse(await readFile(join(cwd, "history.csv.import", "report.json"), "utf8"));
  expect(report).toMatchObject({ status: "finished", created: 1 });
});

test("a reader that goes away ends a command that cannot be resumed with 3", async () => {
  const { start: startIt } = await createFolder("history.csv", `${CSV}i1,7,nine\n`);
  const { child, ended } = startIt(["validate", "history.csv"], {});
  ended.catch(() => {}); // its output cannot be read
  child.stdout?.destroy();
  expect(await once(child, "exit")).toEqual([3, null]);
});

test("a path that cannot be written to is no bug of ours", async () => {
  const feishu = await startTestFeishu();
  const { run } = await createFolder("talents.csv", "talent_id\n6960663240925900001\n");
  const { code, stderr } = await run(["applications", "talents.csv", "--output", "."], feishu);
  expect(code).toBe(3);
  expect(stderr).toContain("EISDIR");
});

test("an import prints the first warnings as they come", async () => {
  const feishu = await startTestFeishu();
  const rows = Array.from({ length: 9 }, (_, i) => `i${i},69606632409259${i}0000,2\n`).join("");
  const { run } = await createFolder("history.csv", CSV + rows);
  const { code, stderr } = await run(["import", "history.csv"], feishu);
  expect(code).toBe(0);
  const printed = stderr.split("\n").filter((line) => line.startsWith("warning: line"));
  expect(printed).toHaveLength(5);
  expect(stderr).toContain(translate(importMessages.moreWarnings));
});

test("an unknown column is reported before the first interview is sent", async () => {
  const feishu = await startTestFeishu();
  const { run } = await createFolder("history.csv", "external_id,external_application_id,备注\ni1,7,\n");
  const { stdout } = await run(["import", "history.csv", "--json"], feishu);
  const events = stdout.trimEnd().split("\n");
  expect(events.map((line) => JSON.parse(line).event)).toEqual(["warning", "outcome", "report"]);
});

test("the printed commands have --id-namespace if a row needs it", async () => {
  const feishu = await startTestFeishu();
  const { run } = await createFolder("history.csv", `${CSV}i1,7,nine\n,8,2\n`);
  const { code, stderr } = await run(["import", "history.csv"], feishu);
  expect(code).toBe(3);
  expect(stderr.match(/^.*feishu-hire import .* --id-namespace NAME\b.*$/gm)).toHaveLength(2);
});

test("--quiet still prints why a run stopped early", async () => {
  const feishu = await startTestFeishu();
  const { run } = await createFolder("history.csv", `${CSV}i1,7,2\n`);
  feishu.faults.push({ kind: "failure", code: ErrorCode.MissingScope });
  const { code, stderr } = await run(["import", "history.csv", "--quiet"], feishu);
  expect(code).toBe(3);
  expect(stderr.startsWith(translate(reportMessages.failed))).toBe(true);
  expect(stderr.indexOf("\n")).toBe(stderr.length - 1);
  expect(stderr).toContain(String(ErrorCode.MissingScope));
  expect(await run(["import", "history.csv", "--quiet"], feishu)).toMatchObject({ code: 0, stderr: "" });
});

test("rejected rows are not imported as a job of their own, which could not know what was created", async () => {
  const feishu = await startTestFeishu();
  const { cwd, run } = await createFolder("history.csv", `${CSV}i1,7,nine\n`);
  await run(["import", "history.csv"], feishu);
  await writeFile(join(cwd, "history.jsonl"), `{"external_id":"i1"}\n`);
  await run(["import", "history.jsonl"], feishu);
  for (const name of ["csv", "jsonl"]) {
    const copy = `fixed.${name}`;
    await copyFile(join(cwd, `history.${name}.import`, `rejected.${name}`), join(cwd, copy));
    for (const args of [[], ["--dry-run"]]) {
      const { code, stderr } = await run(["import", copy, ...args], feishu);
      expect(code).toBe(3);
      expect(stderr).toContain(translate(importMessages.rejectedFile, { path: copy }));
    }
  }
});

test("a lone rejected_reason column does not make a file a rejected-rows file", async () => {
  const feishu = await startTestFeishu();
  const { run } = await createFolder(
    "history.csv",
    "external_id,external_application_id,rejected_reason\ni1,7,too late\n",
  );
  const ignoring = ["--ignore-columns", "rejected_reason"];
  expect(await run(["import", "history.csv", ...ignoring], feishu)).toMatchObject({ code: 0 });
});

test.each([
  [["import", "history.csv", "--id-namespace", " "], "It must not be blank"],
  [["import", "history.csv", "--job", ""], "It must not be blank"],
  [["import", "history.csv", "--rate", "1e-9"], "0.001"],
  [["import", "history.csv", "--rate", "10.1"], "0.001"],
  [["import", "history.csv", "--concurrency", "0"], "whole number"],
  [["import", "history.csv", "--max-outage", "2"], "90s"],
  [["validate", "."], "is a directory, not a file"],
  [["validate", "history.csv", "--format", "xml"], "It must be one of"],
])("a wrong argument is explained: %j", async (args, message) => {
  const { run } = await createFolder("history.csv", CSV);
  const { code, stderr } = await run(args);
  expect(code).toBe(3);
  expect(stderr).toContain(message);
});

test.skipIf(!existsSync("/dev/full"))("an error says that events cannot be written", async () => {
  const feishu = await startTestFeishu();
  const { cwd } = await createFolder("history.csv", `${CSV}i1,7,2\n`);
  const command = `"${process.execPath}" "${COMMAND}" import history.csv --json > /dev/full`;
  const { code, stderr } = await start("sh", ["-c", command], { cwd, env: getEnvironment(feishu) }).ended;
  expect(code).toBe(3);
  expect(stderr).toContain("ENOSPC");
});

test("--credentials reads a file, with or without a byte order mark, and nothing but credentials", async () => {
  const feishu = await startTestFeishu();
  const { cwd, start: startIt } = await createFolder("history.csv", `${CSV}i1,7,2\n`);
  const lines = Object.entries(getEnvironment(feishu)).map(([name, value]) => `${name}=${value}\n`);
  const others = "NODE_TLS_REJECT_UNAUTHORIZED=0\nNODE_OPTIONS=--require=./evil.cjs\n";
  await writeFile(join(cwd, "hire.env"), `\uFEFF${lines.join("")}${others}`);
  const args = ["import", "history.csv", "--credentials", "hire.env"];
  expect(await startIt(args, { FEISHU_APP_ID: "" }).ended).toMatchObject({
    code: 0,
    stderr: expect.not.stringContaining("NODE_TLS_REJECT_UNAUTHORIZED"),
  });
  expect(feishu.interviewCount).toBe(1);
});

test.skipIf(process.platform === "win32")("Ctrl-C works while the input blocks", async () => {
  const feishu = await startTestFeishu();
  const { cwd, start: startIt } = await createFolder(
    "first.jsonl",
    `${JSON.stringify(buildWithoutKey("a"))}\n`,
  );
  const pipe = join(cwd, "history.jsonl");
  execFileSync("mkfifo", [pipe]);
  const args = ["import", "history.jsonl", "--id-namespace", "lever", "--json", "--job", "job"];
  const running = startIt(args, getEnvironment(feishu));
  const writer = createWriteStream(pipe);
  writer.write(`${JSON.stringify(buildWithoutKey("a"))}\n`);
  await new Promise((resolve) => running.child.stdout?.once("data", resolve));
  running.child.kill("SIGINT");
  const { code, stdout } = await running.ended;
  writer.destroy();
  expect(code).toBe(4);
  expect(stdout).toContain('"created":1');
});
