import { describe, expect, it } from "vitest";
import type { Phrase } from "../../../../src/importer/messages/phrase.js";
import { APPLICATION, all } from "../reading.js";
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
  const [row] = await all(await openMapped(table, MAPPING + settings));
  return row?.problems.map(({ field, expected }) => [field, expected] as const) ?? [];
}

describe("a problem of a mapped column names the line that the mapping lacks", () => {
  it("for words that mean no value", async () => {
    const problems = await readRow("N/A,-,无,/,N/A");
    expect(problems.map(([field, { key, params }]) => [field, key, params.blank]).sort()).toEqual([
      ["Begin", "orBlank", "blank: [N/A]"],
      ["Coding", "orBlank", "blank: [/]"],
      ["Level", "orBlank", "blank: [N/A]"],
      ["Long", "orBlank", 'blank: ["-"]'],
      ["Result", "orBlank", "blank: [无]"],
    ]);
    expect(await readRow("N/A,-,无,/,N/A", 'blank: [N/A, "-", 无, /]\n')).toEqual([]);
  });

  it("with all of its words, if the mapping has that line", async () => {
    const [only, ...others] = await readRow("2021-04-15 10:00,30,无,5,Senior", "blank:\n  - N/A\n  - '-'\n");
    expect(others).toEqual([]);
    expect(only?.[1].params).toMatchObject({ blank: 'blank: [N/A, "-", 无]', line: 14 });
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
    const [row] = await all(await openMapped(table, "external_id: Id\nexternal_application_id: App\n"));
    expect(row?.problems.map(({ field, expected }) => [field, expected.key])).toEqual([["App", "id"]]);
  });
});
