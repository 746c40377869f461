import { expect, it } from "vitest";
import { APPLICATION } from "../reading.js";
import { draft } from "./mapping.js";

/** Drafts a mapping of a table with one more column. */
async function draftColumn(name: string, cells: readonly string[]): Promise<string> {
  const rows = cells.map((cell) => `${APPLICATION},${cell}\n`);
  return draft(`投递ID,${name}\n${rows.join("")}`);
}

const eight = ["a", "b", "c", "d", "e", "f", "g", "h"];

it.each([
  [["5", "4", "5"], "5 (2), 4 (1)", "Score"],
  [["90", "100"], "90 (1), 100 (1)", "Score"],
  [["1.5", "2.5"], "1.5 (1), 2.5 (1)", "Description"],
  [["3", "A3", "3"], "3 (2), A3 (1)", "SingleChoice"],
  [["3", "3A", "3"], "3 (2), 3A (1)", "SingleChoice"],
  [["好", "差"], "2 filled", "Description"],
  [[...eight, ...eight], eight.map((word) => `${word} (2)`).join(", "), "SingleChoice"],
  [[...eight, ...eight, "i"], "17 filled", "Description"],
  [["w".repeat(61), "w".repeat(61)], "2 filled", "Description"],
])("an unused column with the cells %j is of the type that they look like", async (cells, shown, type) => {
  const lines = (await draftColumn("Skill", cells)).split("\n");
  const at = lines.findIndex((line) => line.startsWith("#  - column: Skill"));
  expect(lines[at]).toBe(`#  - column: Skill  # ${shown}`);
  expect(lines[at + 1]).toMatch(new RegExp(`^# {4}type: ${type} `));
  expect(lines[at - 1]).toBe("#dimensions:");
});

it("a draft has no list of unused columns if it uses all", async () => {
  expect(await draftColumn("评语", ["好"])).not.toContain("#dimensions:");
});

it("a word of this tool means itself, and a number nothing", async () => {
  const lines = (await draftColumn("面试结果", ["Passed", "2", "Passed", "12", "2nd"])).split("\n");
  const at = lines.findIndex((line) => line.startsWith("  values:"));
  expect(lines.slice(at + 1, at + 5)).toEqual([
    "    Passed: Passed  # 2 rows",
    "    2:  # 1 row",
    "    12:  # 1 row",
    "    2nd:  # 1 row",
  ]);
  expect(lines[at]).toContain("Passed");
});

it("a column of nothing but interviews that are left out has no words", async () => {
  const text = await draftColumn("participate_status", ["Canceled"]);
  expect(text).toMatch(/^participate_status:\n {2}column: participate_status$/m);
  expect(text).not.toContain("values:");
});

it("a draft asks for the zone if only the end of an interview needs one", async () => {
  const times = "begin_time,end_time";
  expect(await draftColumn(times, ["2021-04-15T14:00Z,2021-04-15T15:00"])).toContain("time_zone:");
  expect(await draftColumn(times, ["2021-04-15T14:00Z,2021-04-15T15:00Z"])).not.toContain("time_zone:");
});

it("takes words for no value for blanks, and asks for no choice for them", async () => {
  const text = await draft(
    `外部投递ID,面试结果,面试状态\n${["通过,-", "#N/A,已完成", "-,#N/A", "无,已完成"].map((cells) => `${APPLICATION},${cells}\n`).join("")}`,
  );
  const lines = text.split("\n").map((line) => line.replace(/ {2}#.*/, ""));
  expect(lines).toContain('blank: ["-", "#N/A", 无]');
  expect(lines.filter((line) => line.startsWith("    "))).toEqual([
    "    已完成: Participated",
    "    通过: Passed",
  ]);
});

it("knows what recruiters write", async () => {
  const text = await draft(`外部投递ID,是否到场,面试结果\n1,已到场,强烈不推荐\n2,未到场,\n`);
  for (const line of ["已到场: Participated", "未到场: NoShow", "强烈不推荐: Failed"])
    expect(text).toContain(`    ${line}  # 1 row\n`);
});

it("lists no words of a column that has too many, or too long ones", async () => {
  const list = (words: readonly string[]) =>
    draft(`投递ID,面试结果\n${words.map((word) => `${APPLICATION},${word}\n`).join("")}`);
  const words = Array.from({ length: 200 }, (_, n) => `word ${n}`);
  expect(await list(words)).toContain("    word 199:");
  for (const more of ["word 200", "w".repeat(61)]) {
    const text = await list([...words.slice(more.length > 60 ? 1 : 0), more]);
    expect(text).toMatch(/^conclusion:\n {2}column: 面试结果$/m);
    expect(text).not.toContain("values:");
  }
});
