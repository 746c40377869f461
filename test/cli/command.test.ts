import { execFileSync } from "node:child_process";
import { createWriteStream, existsSync } from "node:fs";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ErrorCode } from "../../src/index.js";
import type { TestFeishu } from "../../src/testing/index.js";
import { withoutKey } from "../importer/support/interviews.js";
import { emptyFolder } from "../importer/support/job-folder.js";
import { buildProgram, type Ended, environmentOf, start } from "../importer/support/program.js";
import { feishuFor } from "../testing/feishu.js";

const program = await buildProgram("src/cli/main.ts");
afterAll(() => program.remove());

/** A folder with a file in it, and the command to run there. */
async function folderWith(name: string, text: string) {
  const cwd = await emptyFolder();
  await writeFile(join(cwd, name), text);
  const startIt = (args: readonly string[], env: Record<string, string>) =>
    start(process.execPath, [program.path, ...args], { cwd, env });
  const run = (args: readonly string[], feishu?: TestFeishu): Promise<Ended> =>
    startIt(args, feishu ? environmentOf(feishu) : {}).ended;
  return { cwd, run, start: startIt };
}

const CSV = "external_id,external_application_id,conclusion\n";

test("the command that imports the mended rows is told, and does", async () => {
  const feishu = await feishuFor();
  const { cwd, run } = await folderWith("history.csv", `${CSV}i1,7,2\ni2,7,nine\n`);
  const { code, stderr } = await run(["import", "history.csv", "--time-zone", "Asia/Shanghai"], feishu);
  expect(code).toBe(1);
  const told = /^ {2}feishu-hire (import mended\.csv .*)$/m.exec(stderr)?.[1]?.split(" ") ?? [];
  expect(told).toContain("--time-zone");
  const rejected = await readFile(join(cwd, "history.csv.import", "rejected.csv"), "utf8");
  await writeFile(join(cwd, "mended.csv"), rejected.replace("i2,7,nine", "i2,7,2"));
  expect(await run(told, feishu)).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("2 in all runs"),
  });
});

test("a dry run shows the requests as they would be sent, and sends nothing", async () => {
  const feishu = await feishuFor();
  const rows = ["a", "a", "b", "c"].map((name) => `${JSON.stringify(withoutKey(name))}\n`).join("");
  const { run } = await folderWith("history.jsonl", rows);
  const dry = await run(["import", "history.jsonl", "--dry-run", "--id-namespace", "lever"]);
  expect(dry).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("4 interviews could be sent (the first 3 are shown), 0 would"),
  });
  const shown = dry.stdout.match(/"external_id": "(lever:\w+)"/g);
  expect(new Set(shown).size).toBe(3);
  const json = await run(["import", "history.jsonl", "--dry-run", "--id-namespace", "lever", "--json"]);
  const events = json.stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(events.map(({ event, body }) => [event, body.external_id])).toEqual(
    shown?.map((one) => ["request", /lever:\w+/.exec(one)?.[0]]),
  );
  await run(["import", "history.jsonl", "--id-namespace", "lever"], feishu);
  const sent = feishu.interviews.map(({ externalId }) => `"external_id": "${externalId}"`);
  expect(sent).toEqual(expect.arrayContaining(shown ?? []));

  const without = await run(["import", "history.jsonl", "--dry-run"]);
  expect(without).toMatchObject({ code: 3, stderr: expect.stringContaining("needs --id-namespace") });
});

test("a dry run tells what validating tells, problems, warnings and twins", async () => {
  const { run } = await folderWith("history.csv", `${CSV}i1,6960663240925950000,2\ni2,7,nine\n\ni1,7,3\n`);
  const validated = await run(["validate", "history.csv"]);
  const dry = await run(["import", "history.csv", "--dry-run"]);
  expect(validated.code).toBe(1);
  expect(dry.code).toBe(1);
  expect(validated.stdout).toMatch(/history\.csv: problem: line 3, conclusion/);
  for (const line of validated.stdout.trimEnd().split("\n")) expect(dry.stdout).toContain(line);
});

test("an import tells the first warnings as they come", async () => {
  const feishu = await feishuFor();
  const rows = Array.from({ length: 9 }, (_, i) => `i${i},69606632409259${i}0000,2\n`).join("");
  const { run } = await folderWith("history.csv", CSV + rows);
  const { code, stderr } = await run(["import", "history.csv"], feishu);
  expect(code).toBe(0);
  const told = stderr.split("\n").filter((line) => line.startsWith("warning: line"));
  expect(told).toHaveLength(5);
  expect(stderr).toContain("feishu-hire validate tells all of them");
});

test("a column that is not known is told before the first interview is sent", async () => {
  const feishu = await feishuFor();
  const { run } = await folderWith("history.csv", "external_id,external_application_id,备注\ni1,7,x\n");
  const { stdout } = await run(["import", "history.csv", "--json"], feishu);
  expect(stdout.split("\n").map((line) => line && JSON.parse(line).event)).toEqual([
    ...["warning", "outcome", "report", ""],
  ]);
});

test("where a row needs --id-namespace, the commands that are printed have it", async () => {
  const feishu = await feishuFor();
  const { run } = await folderWith("history.csv", `${CSV}i1,7,nine\n,8,2\n`);
  const { code, stderr } = await run(["import", "history.csv"], feishu);
  expect(code).toBe(3);
  expect(stderr.match(/^.*feishu-hire import .* --id-namespace NAME\b.*$/gm)).toHaveLength(2);
});

test("--quiet still tells why a run has ended before its input did", async () => {
  const feishu = await feishuFor();
  const { run } = await folderWith("history.csv", `${CSV}i1,7,2\n`);
  feishu.faults.push({ kind: "failure", code: ErrorCode.MissingScope });
  const { code, stderr } = await run(["import", "history.csv", "--quiet"], feishu);
  expect(code).toBe(3);
  expect(stderr).toMatch(/^Stopped, it cannot go on: .*scope.*\.\n$/);
  expect(await run(["import", "history.csv", "--quiet"], feishu)).toMatchObject({ code: 0, stderr: "" });
});

test("rejected rows are not imported as a job of their own, which would not know what was created", async () => {
  const feishu = await feishuFor();
  const { cwd, run } = await folderWith("history.csv", `${CSV}i1,7,nine\n`);
  await run(["import", "history.csv"], feishu);
  await writeFile(join(cwd, "history.jsonl"), `{"external_id":"i1"}\n`);
  await run(["import", "history.jsonl"], feishu);
  for (const name of ["csv", "jsonl"]) {
    const copy = `mended.${name}`;
    await copyFile(join(cwd, `history.${name}.import`, `rejected.${name}`), join(cwd, copy));
    const { code, stderr } = await run(["import", copy], feishu);
    expect(code).toBe(3);
    expect(stderr).toContain("Name that job with --job");
  }
});

test("a file is no file of rejected rows for a column or a word of theirs", async () => {
  const feishu = await feishuFor();
  const { run } = await folderWith(
    "history.csv",
    "external_id,external_application_id,rejected_reason\ni1,7,too late\n",
  );
  const { code, stderr } = await run(["import", "history.csv"], feishu);
  expect(code).toBe(0);
  expect(stderr.match(/Unknown columns are ignored: rejected_reason/g)).toHaveLength(1);
});

test.each([
  [["import", "history.csv", "--id-namespace", " "], "It must not be blank"],
  [["import", "history.csv", "--job", ""], "It must not be blank"],
  [["import", "history.csv", "--rate", "1e-9"], "at least 0.001"],
  [["validate", "."], "is a directory, not a file"],
  [["validate", "history.csv", "--format", "xml"], "Allowed choices are"],
])("what cannot be is refused in words: %j", async (args, says) => {
  const { run } = await folderWith("history.csv", CSV);
  const { code, stderr } = await run(args);
  expect(code).toBe(3);
  expect(stderr).toContain(says);
});

test.skipIf(!existsSync("/dev/full"))("events that cannot be written end the run, and are told", async () => {
  const feishu = await feishuFor();
  const { cwd } = await folderWith("history.csv", `${CSV}i1,7,2\n`);
  const command = `"${process.execPath}" "${program.path}" import history.csv --json > /dev/full`;
  const { code, stderr } = await start("sh", ["-c", command], { cwd, env: environmentOf(feishu) }).ended;
  expect(code).toBe(3);
  expect(stderr).toContain("stdout cannot be written");
});

test("credentials come from --env-file, with a byte order mark or without", async () => {
  const feishu = await feishuFor();
  const { cwd, start: startIt } = await folderWith("history.csv", `${CSV}i1,7,2\n`);
  const lines = Object.entries(environmentOf(feishu)).map(([name, value]) => `${name}=${value}\n`);
  await writeFile(join(cwd, "hire.env"), `\uFEFF${lines.join("")}`);
  const args = ["import", "history.csv", "--env-file", "hire.env"];
  expect(await startIt(args, { FEISHU_APP_ID: "" }).ended).toMatchObject({ code: 0 });
  expect(feishu.interviewCount).toBe(1);
});

test("status tells what a job has done, and what is no job that can be read", async () => {
  const feishu = await feishuFor();
  const { cwd, run } = await folderWith("history.csv", `${CSV}i1,7,2\ni2,7,3\n`);
  await run(["import", "history.csv"], feishu);
  const status = await run(["status", "history.csv.import"]);
  expect(status).toMatchObject({ code: 0, stderr: "" });
  expect(status.stdout).toContain("  created  2\n");
  expect(status.stdout).toMatch(/^Last run, ended .*: 2 interviews read, 0 rejected in all\.$/m);
  await mkdir(join(cwd, "odd", "journal.jsonl"), { recursive: true });
  for (const [folder, says] of [
    ["nowhere", "it has no journal.jsonl"],
    ["history.csv", "it has no journal.jsonl"],
    ["odd", "Cannot read"],
  ] as const) {
    const { code, stderr } = await run(["status", folder]);
    expect(code).toBe(3);
    expect(stderr).toContain(says);
    expect(stderr).not.toContain("fault of this program");
  }
});

test.skipIf(process.platform === "win32")("Ctrl-C is heard while the input makes wait", async () => {
  const feishu = await feishuFor();
  const { cwd, start: startIt } = await folderWith("first.jsonl", `${JSON.stringify(withoutKey("a"))}\n`);
  const pipe = join(cwd, "history.jsonl");
  execFileSync("mkfifo", [pipe]);
  const args = ["import", "history.jsonl", "--id-namespace", "lever", "--json"];
  const running = startIt(args, environmentOf(feishu));
  const writer = createWriteStream(pipe);
  writer.write(`${JSON.stringify(withoutKey("a"))}\n`);
  await new Promise((resolve) => running.child.stdout?.once("data", resolve));
  running.child.kill("SIGINT");
  const { code, stdout } = await running.ended;
  writer.destroy();
  expect(code).toBe(4);
  expect(stdout).toContain('"created":1');
});
