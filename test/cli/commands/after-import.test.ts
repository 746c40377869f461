import { appendFile, copyFile, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { nameColumns } from "../../../src/cli/output/name-columns.js";
import type { TestFeishu } from "../../../src/testing/index.js";
import type { ProcessResult } from "../../support/program.js";
import { startTestFeishu } from "../../testing/feishu.js";
import { type CommandFolder, CSV, createFolder } from "../support/command.js";

/** The arguments of the last command that was printed to be copied. */
function lastCommand({ stderr }: ProcessResult): string[] {
  return [...stderr.matchAll(/^ {2}feishu-hire (.*)$/gm)].at(-1)?.[1]?.split(" ") ?? [];
}

/** Imports a file with two good rows and a bad one, then its fixed copy, as is printed. */
async function importAndFix(): Promise<{ feishu: TestFeishu; folder: CommandFolder; fixed: ProcessResult }> {
  const feishu = await startTestFeishu({ rateLimit: false });
  const folder = await createFolder("history.csv", `${CSV}i1,7,2\ni2,7,nine\ni3,8,2\n`);
  const first = await folder.run(["import", "history.csv"], feishu);
  expect(first.code).toBe(1);
  const copy = join(folder.cwd, "fixed.csv");
  await copyFile(join(folder.cwd, "history.csv.import", "rejected.csv"), copy);
  await writeFile(copy, (await readFile(copy, "utf8")).replace("nine", "3"));
  const fixed = await folder.run(lastCommand(first), feishu);
  return { feishu, folder, fixed };
}

const idOf = (feishu: TestFeishu, key: string) =>
  feishu.interviews.find(({ externalId }) => externalId === key)?.interview.id ?? "";

describe("after fixed rows have been imported", () => {
  it("the printed command verifies them, and the original is verified as it is", async () => {
    const { feishu, folder, fixed } = await importAndFix();
    expect(fixed.code).toBe(0);
    const command = lastCommand(fixed);
    expect(command).toEqual(["verify", "fixed.csv", "--job", "history.csv.import"]);
    expect((await folder.run(command, feishu)).code).toBe(0);
    expect((await folder.run(["verify", "history.csv"], feishu)).code).toBe(0);
    feishu.editInterview(idOf(feishu, "i2"), { interview_assessments: [{ conclusion: 1 }] });
    expect((await folder.run(command, feishu)).code, "the fixed one").toBe(1);
    expect((await folder.run(["verify", "history.csv"], feishu)).code, "the others").toBe(0);
  });

  it("a fixed copy is not verified without its job", async () => {
    const { feishu, folder } = await importAndFix();
    const { code, stderr } = await folder.run(["verify", "fixed.csv"], feishu);
    expect(code).toBe(3);
    expect(stderr).toContain("--job");
  });

  it("an original that lacks rows of the job is not the same", async () => {
    const { feishu, folder } = await importAndFix();
    await writeFile(join(folder.cwd, "history.csv"), `${CSV}i1,7,2\n`);
    expect((await folder.run(["verify", "history.csv"], feishu)).code).toBe(1);
  });
});

it.each<[string, (feishu: TestFeishu, folder: CommandFolder) => unknown]>([
  ["Feishu lacks an interview", (feishu) => feishu.deleteInterview(idOf(feishu, "i1"))],
  ["the job has not created a row", (_, { cwd }) => appendFile(join(cwd, "history.csv"), "i2,7,2\n")],
])("verify ends with 1 if %s", async (_, change) => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const folder = await createFolder("history.csv", `${CSV}i1,7,2\n`);
  expect((await folder.run(["import", "history.csv"], feishu)).code).toBe(0);
  expect((await folder.run(["verify", "history.csv"], feishu)).code).toBe(0);
  await change(feishu, folder);
  expect((await folder.run(["verify", "history.csv"], feishu)).code).toBe(1);
});

describe("verify with rows that are invalid now", () => {
  it("asks for the time zone that they were imported with", async () => {
    const feishu = await startTestFeishu({ rateLimit: false });
    const header = "external_id,external_application_id,begin_time\n";
    const folder = await createFolder("history.csv", `${header}i1,7,2021-04-15 23:24\n`);
    const zone = ["--time-zone", "Asia/Shanghai"];
    expect((await folder.run(["import", "history.csv", ...zone], feishu)).code).toBe(0);
    const { code, stderr } = await folder.run(["verify", "history.csv"], feishu);
    expect(code).toBe(3);
    expect(stderr).toContain(zone.join(" "));
    expect((await folder.run(["verify", "history.csv", ...zone], feishu)).code).toBe(0);
  });

  it("asks for no time zone if it is not for that", async () => {
    const feishu = await startTestFeishu({ rateLimit: false });
    const header = "external_id,external_application_id,begin_time,participate_status\n";
    const folder = await createFolder("history.csv", `${header}i1,7,2021-04-15 23:24,2\n`);
    const zone = ["--time-zone", "Asia/Shanghai"];
    expect((await folder.run(["import", "history.csv", ...zone], feishu)).code).toBe(0);
    await writeFile(join(folder.cwd, "history.csv"), `${header}i1,7,2021-04-15 23:24,nine\n`);
    expect((await folder.run(["verify", "history.csv", ...zone], feishu)).code).toBe(1);
  });

  it("does not call a file the same of which nothing was compared", async () => {
    const feishu = await startTestFeishu({ rateLimit: false });
    const folder = await createFolder("history.csv", `${CSV}i1,7,2\n`);
    expect((await folder.run(["import", "history.csv"], feishu)).code).toBe(0);
    await writeFile(join(folder.cwd, "history.csv"), `${CSV}i1,7,nine\n`);
    expect((await folder.run(["verify", "history.csv"], feishu)).code).toBe(1);
  });
});

test("verify names columns of a table, and JSON pointers of JSON", async () => {
  const feishu = await startTestFeishu({ rateLimit: false });
  const { cwd, run } = await createFolder("history.csv", `${CSV}i1,7,2\n`);
  const body = {
    external_id: "i1",
    external_application_id: "7",
    interview_assessments: [{ conclusion: 2 }],
  };
  await writeFile(join(cwd, "history.jsonl"), `${JSON.stringify(body)}\n`);
  expect((await run(["import", "history.csv"], feishu)).code).toBe(0);
  await rename(join(cwd, "history.csv.import"), join(cwd, "job"));
  feishu.editInterview(idOf(feishu, "i1"), { interview_assessments: [{ conclusion: 1 }] });
  const verify = async (name: string) => {
    const { code, stderr } = await run(["verify", name, "--job", "job"], feishu);
    expect(code).toBe(1);
    return stderr;
  };
  expect(await verify("history.csv")).toContain("line 2: different: conclusion\n");
  expect(await verify("history.jsonl")).toContain("line 1: different: /interview_assessments/0/conclusion\n");
});

test.each([
  [
    ["/begin_time", "/participate_status"],
    ["begin_time", "participate_status"],
  ],
  [["/interview_assessments/0/conclusion", "/interview_assessments/1/conclusion"], ["conclusion"]],
  [
    ["/interview_assessments/0/content", "/interview_assessments/0/username"],
    ["comment", "username"],
  ],
  [
    [
      "/interview_assessments/0/assessment_dimension_list/0/title",
      "/interview_assessments/0/assessment_dimension_list/0/assessment_type",
      "/interview_assessments/0/assessment_dimension_list/0/description",
      "/interview_assessments/0/assessment_dimension_list/1/score",
      "/interview_assessments/0/assessment_dimension_list/2/content",
    ],
    ["dimension_title", "dimension_type", "dimension_description", "dimension_value"],
  ],
  [["/interview_assessments/-", "/interview_assessments/1"], ["a whole assessment"]],
  [["/interview_assessments"], ["a whole assessment"]],
  [["/interview_assessments/0/assessment_dimension_list/-"], ["a whole dimension"]],
  [["/interview_assessments/0/assessment_dimension_list"], ["a whole dimension"]],
])("%j is about the columns %j", (pointers, columns) => {
  expect(nameColumns(pointers)).toEqual(columns);
});

test("a second undo changes nothing and is no error, with the number of the first or without", async () => {
  const { feishu, folder } = await importAndFix();
  const undo = (...args: string[]) => folder.run(["undo", "history.csv.import", ...args], feishu);
  expect((await undo("--yes", "3")).code).toBe(0);
  expect(feishu.interviews.length).toBe(0);
  for (const again of [await undo(), await undo("--yes", "3")]) {
    expect(again.code).toBe(0);
    expect(again.stderr).toMatch(/\b3 interviews/);
  }
});
