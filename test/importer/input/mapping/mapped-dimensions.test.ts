import { describe, expect, it } from "vitest";
import type { InterviewRow } from "../../../../src/importer/index.js";
import { listValues } from "../../support/phrases.js";
import { APPLICATION, listProblems, readAll } from "../reading.js";
import { openMapped } from "./mapping.js";

const BASE = "external_application_id: App\nexternal_id: Id\n";

/** What is named of the cells with problems. */
const listReceived = (rows: readonly InterviewRow[]) =>
  rows.flatMap(({ problems }) => problems.flatMap(({ received }) => listValues(received)));

describe("scores", () => {
  const table = `Id,App,Name,Coding\ni1,${APPLICATION},张三,2.5\n`;

  it("are not rounded", async () => {
    const mapping = `${BASE}username: Name\ndimensions:\n  - {column: Coding, type: Score}\n`;
    const rows = await readAll(await openMapped(table, mapping));
    expect(rows.flatMap(listProblems)).toEqual([[2, "Coding", "scoreOfMapping", "quoted"]]);
    expect(listReceived(rows)).toEqual(["2.5"]);
  });

  it("may be words of the mapping, or whole numbers", async () => {
    const cells = ["good", "4", "4.5", "bad"].map((cell, i) => `i${i},${APPLICATION},张三,${cell}\n`);
    const mapping = `${BASE}username: Name\ndimensions: [{column: Coding, type: Score, values: {good: 5}}]\n`;
    const rows = await readAll(await openMapped(`Id,App,Name,Coding\n${cells.join("")}`, mapping));
    expect(
      rows.map(({ body }) => body?.interview_assessments?.[0]?.assessment_dimension_list?.[0]?.score),
    ).toEqual([5, 4, undefined, undefined]);
    expect(listReceived(rows)).toEqual(["4.5", "bad"]);
  });

  it("can be kept as choices", async () => {
    const mapping = `${BASE}username: Name\ndimensions:\n  - {column: Coding, type: SingleChoice, title: "代码 {column}"}\n`;
    const [row] = await readAll(await openMapped(table, mapping));
    expect(row?.body?.interview_assessments?.[0]?.assessment_dimension_list).toEqual([
      { title: "代码 Coding", assessment_type: 2, option: "2.5" },
    ]);
  });
});

describe("several options in one cell", () => {
  const table = (cell: string) => `Id;App;Name;Skills\ni1;${APPLICATION};张三;${cell}\n`;
  const read = async (cell: string, settings: string) => {
    const mapping = `${BASE}username: Name\ndimensions:\n  - {column: Skills, type: MultipleChoice, ${settings}}\n`;
    const [row] = await readAll(await openMapped(table(cell), mapping));
    const [assessment] = row?.body?.interview_assessments ?? [];
    return {
      options: assessment?.assessment_dimension_list?.map(({ options }) => options)[0],
      problems: row?.problems.map(({ field, received }) => [field, ...listValues(received)]),
      warnings: row?.warnings.length,
    };
  };
  const words = 'split: ",", blank: [N/A], values: {js: JavaScript, ts: TypeScript, full: 前端|后端}';

  it.each([
    ["js, TS", words, ["JavaScript", "TypeScript"]],
    ["full,N/A,js", words, ["前端", "后端", "JavaScript"]],
    ["js", words, ["JavaScript"]],
    ['"js\nts, N/A"', words, ["JavaScript", "TypeScript"]],
    ["js, node", 'split: ",", values: {"js, node": Node}', ["Node"]],
    ["C|C++, Go/Rust", 'split: ","', ["C|C++", "Go/Rust"]],
    ["C|C++", 'split: ","', ["C|C++"]],
    ["Go/Rust", 'split: ","', ["Go/Rust"]],
    ["C|C++", 'title: "{column}"', ["C", "C++"]],
    ["N/A, N/A", words, undefined],
  ])("%s by {%s}", async (cell, settings, options) => {
    expect(await read(cell, settings)).toEqual({ options, problems: [], warnings: 0 });
  });

  it("are rejected by the first of them that the mapping does not list", async () => {
    expect(await read("js, go, c", words)).toMatchObject({ problems: [["Skills", "go"]] });
  });
});
