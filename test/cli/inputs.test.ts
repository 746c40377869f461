import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { TestFeishu } from "../../src/testing/index.js";
import { createEmptyDirectory, readOutcomeFiles } from "../importer/support/job-directory.js";
import { getEnvironment, type ProcessResult, start } from "../support/program.js";
import { startTestFeishu } from "../testing/feishu.js";
import { COMMAND } from "./support/command.js";
import { runHere } from "./support/run-in-process.js";

const CSV = "external_id,external_application_id,comment\n7,6960663240925956437,好\n";

interface Run {
  readonly cwd: string;
  /** @param stdin a file that is piped to it */
  run(args: readonly string[], stdin?: string): Promise<ProcessResult>;
}

/** Runs the command in a folder of its own, which holds these files. */
async function prepare(feishu: TestFeishu, files: Readonly<Record<string, string | Buffer>>): Promise<Run> {
  const cwd = await createEmptyDirectory();
  for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, name), content);
  const env = getEnvironment(feishu);
  const run = (args: readonly string[], stdin?: string) => {
    if (stdin === undefined) return runHere(args, { cwd, env });
    const command = [process.execPath, COMMAND, ...args];
    return start("sh", ["-c", `cat ${stdin} | "$0" "$@"`, ...command], { env, cwd }).ended;
  };
  return { cwd, run };
}

describe("the file to import", () => {
  test("is standard input if it is called -, with a format and a job", async () => {
    const feishu = await startTestFeishu();
    const { cwd, run } = await prepare(feishu, { "a.csv": CSV });
    const args = ["import", "-", "--format", "csv"];
    const withoutJob = await run(args, "a.csv");
    expect(withoutJob).toMatchObject({ code: 3, stderr: expect.stringContaining("--job") });
    expect(await run([...args, "--job", "job"], "a.csv")).toMatchObject({ code: 0 });
    expect(readOutcomeFiles(join(cwd, "job")).created).toMatchObject([{ external_id: "7" }]);
    expect(await run(["verify", ...args.slice(1), "--job", "job"], "a.csv")).toMatchObject({ code: 0 });
  });

  test("may be a pipe, and then needs a job", async () => {
    const feishu = await startTestFeishu();
    const { run } = await prepare(feishu, { "a.csv": CSV });
    const args = ["import", "/dev/stdin", "--format", "csv"];
    const withoutJob = await run(args, "a.csv");
    expect(withoutJob).toMatchObject({ code: 3, stderr: expect.stringContaining("--job") });
    expect(await run([...args, "--dry-run"], "a.csv")).toMatchObject({
      code: 3,
      stdout: expect.stringContaining("7"),
      stderr: expect.stringContaining("--job"),
    });
    expect(await run([...args, "--dry-run", "--job", "job"], "a.csv")).toMatchObject({ code: 0 });
    expect(await run([...args, "--job", "job"], "a.csv")).toMatchObject({ code: 0 });
    expect(feishu.interviewCount).toBe(1);
  });

  test("has its warnings listed, too, if it has no interview to import", async () => {
    const feishu = await startTestFeishu();
    const { run } = await prepare(feishu, {
      "a.csv": "Id,Status\n6960663240925956437,Cancelled\n",
      "a.csv.map.yaml": "external_application_id: Id\nleave_out:\n  Status: Cancelled\n",
    });
    const { code, stdout } = await run(["validate", "a.csv", "--json"]);
    const { level, message } = JSON.parse(stdout);
    expect({ code, level }).toEqual({ code: 3, level: "warning" });
    expect(message).toContain("Cancelled");
  });

  test("needs --job or --new-job if it is a renamed copy of one that was imported", async () => {
    const feishu = await startTestFeishu();
    const { run } = await prepare(feishu, { "a.csv": CSV, "copy.csv": CSV });
    await run(["import", "a.csv"]);
    const { code, stderr } = await run(["import", "copy.csv"]);
    expect(code).toBe(3);
    expect(stderr).toContain("feishu-hire import copy.csv --job a.csv.import\n");
    expect(await run(["import", "copy.csv", "--job", "a.csv.import"])).toMatchObject({ code: 0 });
    expect(feishu.requestCounts.createExternalInterview).toBe(1);
    // Feishu still remembers the external_id, and creates nothing.
    expect(await run(["import", "copy.csv", "--new-job"])).toMatchObject({ code: 1 });
    expect(feishu.interviews).toHaveLength(1);
    expect(feishu.requestCounts.createExternalInterview).toBe(2);
  });

  test("is read by the mapping beside it, which the next command names", async () => {
    const feishu = await startTestFeishu();
    const { cwd, run } = await prepare(feishu, {
      "a.csv": "Id,App\n7,6960663240925956437\n8,\n",
      "a.csv.map.yaml": "external_id: Id\nexternal_application_id: App\n",
    });
    const { code, stderr } = await run(["import", "a.csv"]);
    expect(code).toBe(1);
    expect(stderr).toContain("a.csv.map.yaml");
    expect(stderr).toContain("feishu-hire import fixed.csv --job a.csv.import --map a.csv.map.yaml\n");
    expect(readOutcomeFiles(join(cwd, "a.csv.import")).created).toMatchObject([{ external_id: "7" }]);
    await writeFile(join(cwd, "fixed.csv"), "Id,App\n8,6960663240925956438\n");
    expect(await run(["import", "fixed.csv", "--job", "a.csv.import"])).toMatchObject({ code: 3 });
    const fixed = ["import", "fixed.csv", "--job", "a.csv.import", "--map", "a.csv.map.yaml"];
    expect(await run(fixed)).toMatchObject({ code: 0 });
    expect(feishu.interviewCount).toBe(2);
    // With another meaning, it would be another job's.
    const changed = "external_id: Id\nexternal_application_id: App\nusername: Id\n";
    await writeFile(join(cwd, "a.csv.map.yaml"), changed);
    expect(await run(fixed)).toMatchObject({ code: 3 });
  });

  test("has its mapping drafted, which names the blanks that are left and is not overwritten", async () => {
    const feishu = await startTestFeishu();
    const { cwd, run } = await prepare(feishu, {
      "面试.csv": "面试编号,外部投递ID,面试结论\n7,6960663240925956437,通过\n8,6960663240925956438,A\n",
    });
    const drafted = await run(["map", "面试.csv"]);
    expect(drafted).toMatchObject({ code: 0, stderr: expect.stringContaining("面试.csv.map.yaml") });
    const draft = await readFile(join(cwd, "面试.csv.map.yaml"), "utf8");
    expect(draft).toMatch(/^ {4}通过: Passed {2}# 1 /m);
    const validated = await run(["validate", "面试.csv"]);
    expect(validated).toMatchObject({ code: 3, stderr: expect.stringMatching(/values: A \(line \d+\)/) });
    expect(await run(["map", "面试.csv"])).toMatchObject({ code: 3 });
    expect(await readFile(join(cwd, "面试.csv.map.yaml"), "utf8")).toBe(draft);
    await writeFile(join(cwd, "面试.csv.map.yaml"), draft.replace(/ A:.*/, " A: Passed"));
    expect(await run(["validate", "面试.csv"])).toMatchObject({ code: 0 });
  });

  test("is read in the encoding that is named", async () => {
    const feishu = await startTestFeishu();
    const latin = Buffer.from(CSV.replace("好", "Jürgen"), "latin1");
    const { run } = await prepare(feishu, { "a.csv": latin });
    expect(await run(["import", "a.csv"])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("--encoding"),
    });
    expect(await run(["import", "a.csv", "--encoding", "windows-1252"])).toMatchObject({ code: 0 });
    expect(feishu.interviews[0]?.body.interview_assessments?.[0]?.content).toBe("Jürgen");
  });
});

describe("columns that are not known", () => {
  const wide = CSV.replace("comment", "comment,编程能力,来源").replace("好", "好,85,官网");

  test("stop an import before anything is sent, unless they are ignored by name", async () => {
    const feishu = await startTestFeishu();
    const { run } = await prepare(feishu, { "wide.csv": wide });
    const stopped = await run(["import", "wide.csv"]);
    expect(stopped).toMatchObject({ code: 3 });
    expect(stopped.stderr).toContain('--ignore-columns "编程能力,来源"');
    const partly = await run(["import", "wide.csv", "--ignore-columns", "来源"]);
    expect(partly.stderr).toContain('--ignore-columns "编程能力"');
    expect(feishu.interviewCount).toBe(0);
    expect(await run(["import", "wide.csv", "--ignore-columns", "编程能力，来源"])).toMatchObject({
      code: 0,
    });
    expect(feishu.interviewCount).toBe(1);
  });

  test("end validate and a dry run with what an import would stop at, after all problems", async () => {
    const feishu = await startTestFeishu();
    const two = `${wide}8,none,,,\n`;
    const { run } = await prepare(feishu, { "wide.csv": two });
    const stopped = await run(["import", "wide.csv"]);
    for (const args of [["validate"], ["import", "--dry-run"]]) {
      const { code, stderr, stdout } = await run([...args, "wide.csv"]);
      expect(code).toBe(3);
      const [last = ""] = stderr.trimEnd().split("\n").slice(-1);
      expect(last).toContain('--ignore-columns "编程能力,来源"');
      expect(stopped.stderr).toContain(last.replace("feishu-hire: ", ""));
      expect(stdout).toContain("line 3");
      const ignoring = await run([...args, "wide.csv", "--ignore-columns", "编程能力,来源"]);
      expect(ignoring.code).toBe(1);
      expect(ignoring.stdout).not.toContain("来源");
    }
  });

  test("may have commas in their names", async () => {
    const feishu = await startTestFeishu();
    const odd = wide.replace("编程能力,来源", '"Salary, expected",Salary');
    const { run } = await prepare(feishu, { "odd.csv": odd });
    const { stderr } = await run(["import", "odd.csv"]);
    expect(stderr).toContain('--ignore-columns "Salary" --ignore-columns "Salary, expected"');
    const ignoring = ["--ignore-columns", "Salary, expected"];
    expect((await run(["import", "odd.csv", ...ignoring])).stderr).toContain('--ignore-columns "Salary".');
    expect(feishu.interviewCount).toBe(0);
    expect(await run(["import", "odd.csv", ...ignoring, "--ignore-columns", "来源,Salary"])).toMatchObject({
      code: 0,
    });
    expect(feishu.interviewCount).toBe(1);
  });

  test("do not stop an import if they are blank, and validate lists them", async () => {
    const feishu = await startTestFeishu();
    const blank = CSV.replace("comment", "comment,来源").replace("好", "好, ");
    const { run } = await prepare(feishu, { "blank.csv": blank });
    expect((await run(["validate", "blank.csv"])).stdout).toContain("来源");
    expect(await run(["import", "blank.csv"])).toMatchObject({ code: 0 });
  });
});

test.each(["csv", "xlsx", "jsonl"])(
  "template writes a valid %s file, and none over another",
  async (format) => {
    const { cwd, run } = await prepare(await startTestFeishu(), {});
    const name = `template.${format}`;
    const args = ["template", format, "--output", name];
    expect((await run(args)).code).toBe(0);
    expect((await run(["validate", name, "--time-zone", "+08:00"])).code).toBe(0);
    await writeFile(join(cwd, name), "mine");
    expect((await run(args)).code).toBe(3);
    expect(await readFile(join(cwd, name), "utf8")).toBe("mine");
  },
);

test("validate puts equal problems in one line, with a count and the first places", async () => {
  const feishu = await startTestFeishu();
  const rows = Array.from({ length: 500 }, (_, i) => `k${i},6960663240925956437,maybe`).join("\n");
  const csv = `external_id,external_application_id,conclusion\n${rows}\n`;
  const { run } = await prepare(feishu, { "a.csv": csv });
  const { stdout, code } = await run(["validate", "a.csv"]);
  expect(code).toBe(1);
  const lines = stdout.trimEnd().split("\n");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/line 2, .*conclusion.* 499 .* 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, …/);
  const json = await run(["validate", "a.csv", "--json"]);
  expect(json.stdout.trimEnd().split("\n")).toHaveLength(500);
});
