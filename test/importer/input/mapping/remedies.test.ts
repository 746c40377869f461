import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Phrase } from "../../../../src/importer/messages/phrase.js";
import { listValues } from "../../support/phrases.js";
import { APPLICATION, readAll } from "../reading.js";
import { openMapped } from "./mapping.js";

const MAPPING = `external_id: Id
external_application_id: App
username: {text: 张三}
begin_time: Begin
end_time: {minutes: Long}
time_zone: UTC
conclusion: {column: Result, values: {Yes: Passed}}
dimensions:
  - column: Coding
    type: Score
  - column: Level
    type: SingleChoice
    values: {Senior: 高级}
`;

async function readRow(cells: string, settings = ""): Promise<readonly (readonly [string, Phrase])[]> {
  const table = `Id,App,Begin,Long,Result,Coding,Level\ni1,${APPLICATION},${cells}\n`;
  const [row] = await readAll(await openMapped(table, MAPPING + settings));
  return row?.problems.map(({ field, expected }) => [field, expected] as const) ?? [];
}

/** The line for words that mean no value. */
function readBlankLine(expected?: Phrase): string {
  const blank = expected?.params.blank;
  return typeof blank === "object" && "en" in blank ? blank.en : "";
}

describe("a problem of a mapped column names the line that the mapping lacks", () => {
  it("for words that mean no value", async () => {
    const problems = await readRow("N/A,-,无,/,n/a");
    expect(problems.map(([field, { key }]) => [field, key]).sort()).toEqual(
      ["Begin", "Coding", "Level", "Long", "Result"].map((field) => [field, "orBlank"]),
    );
  });

  it("all of them in each, since the mapping has one line for them, which fixes it", async () => {
    const row = "N/A,-,无,/,N/A";
    const lines = new Set((await readRow(row)).map(([, expected]) => readBlankLine(expected)));
    expect(lines.size).toBe(1);
    for (const line of lines) {
      expect(parse(line).blank.toSorted()).toEqual(["-", "/", "N/A", "无"]);
      expect(await readRow(row, `${line}\n`)).toEqual([]);
    }
  });

  it("with all of its words, if the mapping has that line", async () => {
    for (const [setting, words] of [
      ["blank: [N/A, '-']\n", ["N/A", "-", "无"]],
      ["blank: N/A\n", ["N/A", "无"]],
    ] as const) {
      const [only, ...others] = await readRow("2021-04-15 10:00,30,无,5,Senior", setting);
      expect(others).toEqual([]);
      expect(only?.[1].params.line).toBe(14);
      expect(parse(readBlankLine(only?.[1])).blank).toEqual(words);
    }
  });

  it("with all of its lines, if it is on several", async () => {
    for (const setting of ["blank: [N/A,\n  '-']\n", "blank:\n  N/A\n"]) {
      const row = "2021-04-15 10:00,30,无,5,Senior";
      const [only] = await readRow(row, setting);
      expect(only?.[1].params).toMatchObject({ first: 14, last: 15 });
      expect(await readRow(row, `${readBlankLine(only?.[1])}\n`)).toEqual([]);
    }
  });

  it("with lines to add, if the mapping has a line for each word", async () => {
    const setting = "blank:\n  - N/A\n  - '-'\n";
    const row = "2021-04-15 10:00,/,无,5,Senior";
    const problems = await readRow(row, setting);
    expect(problems.map(([, { key, params }]) => [key, params.line])).toEqual([
      ["orBlankBelow", 14],
      ["orBlankBelow", 14],
    ]);
    const lines = listValues(problems[0]?.[1].params.entries).map((entry) => `  ${entry}\n`);
    expect(lines).toHaveLength(2);
    expect(await readRow(row, setting + lines.join(""))).toEqual([]);
  });

  it("for a text where a score should be, which can be kept as a choice", async () => {
    const time = "2021-04-15 10:00,30,Yes";
    for (const text of ["good", "2.5"]) {
      const problems = await readRow(`${time},${text},Senior`);
      expect(problems.map(([field, { key, params }]) => [field, key, params.line])).toEqual([
        ["Coding", "scoreOfMapping", 9],
      ]);
    }
    expect(await readRow(`${time},5,Senior`)).toEqual([]);
  });

  it("but not for an application, without which there is no interview", async () => {
    const table = "Id,App\ni1,N/A\n";
    const [row] = await readAll(await openMapped(table, "external_id: Id\nexternal_application_id: App\n"));
    expect(row?.problems.map(({ field, expected }) => [field, expected.key])).toEqual([["App", "id"]]);
  });
});
