import { expect, it } from "vitest";
import { draftMapping } from "../../../../src/importer/index.js";
import { APPLICATION } from "../reading.js";
import { writeFiles } from "./mapping.js";

/** Drafts a mapping of a table with one more column. */
async function draftColumn(name: string, cells: readonly string[]): Promise<string> {
  const rows = cells.map((cell) => `${APPLICATION},${cell}\n`);
  const table = await writeFiles({ "table.csv": `投递ID,${name}\n${rows.join("")}` });
  return (await draftMapping(table, { format: "csv" })).text;
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
