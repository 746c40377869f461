import { expect, it } from "vitest";
import { type InterviewRow, readInterviews, readMapping } from "../../../../src/importer/index.js";
import { APPLICATION, listProblems, readAll } from "../reading.js";
import { formatTextRows, writeWorkbook } from "../xlsx/make-workbook.js";
import { openMapped, writeFiles } from "./mapping.js";

const MAPPING = `blank: [N/A]
external_id: Id
external_application_id: App
username: {text: "{First} {Last}"}
conclusion: {column: Result, values: {Yes: Passed}, blank: [none]}
comment: Note
begin_time: Begin
end_time: {minutes: Long}
dimensions:
  - {column: Code, type: Score, blank: [none], note: "{column} note"}
`;

it.each(["N/A", "none", " ｎ／ａ "])(
  "a cell is blank if the mapping or its source says so: %s",
  async (word) => {
    const [cell, other] = [word, word === "none" ? "" : word];
    const table = [
      "Id,App,First,Last,Result,Note,Begin,Long,Code,Code note",
      `i1,${APPLICATION},张,${other},${cell},${other},2021-04-15T10:00Z,${other},${cell},${cell}`,
      `i2,${APPLICATION},${other},李,Yes,好,2021-04-15T10:00Z,30,5,clear`,
    ];
    const rows = await readAll(await openMapped(table.join("\n"), MAPPING));
    const begin = Date.UTC(2021, 3, 15, 10);
    expect(rows.map(({ body }) => body)).toEqual([
      {
        external_id: "i1",
        external_application_id: APPLICATION,
        begin_time: begin,
        interview_assessments: [{ username: "张" }],
      },
      {
        external_id: "i2",
        external_application_id: APPLICATION,
        begin_time: begin,
        end_time: begin + 30 * 60_000,
        interview_assessments: [
          {
            username: "李",
            conclusion: 2,
            content: "好",
            assessment_dimension_list: [
              { title: "Code", assessment_type: 1, score: 5 },
              { title: "Code – note", assessment_type: 3, content: "clear" },
            ],
          },
        ],
      },
    ]);
  },
);

it("an error of a workbook is a blank cell if the mapping says so, and otherwise a problem", async () => {
  const cells = ["i1", APPLICATION, "张三"].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  const error = '<c t="e"><v>#N/A</v></c>';
  const row = `<row>${cells.join("")}${error.repeat(3)}</row><row><c r="E3"><f>E2</f></c></row>`;
  const header = formatTextRows([["Id", "App", "Who", "Note", "Code", "Code note"]]);
  const path = writeWorkbook({ sheets: [{ rows: header + row }] });
  const columns = "external_id: Id\nexternal_application_id: App\nusername: Who\ncomment: Note\n";
  const map = `${columns}dimensions: [{column: Code, type: Description, note: "{column} note"}]\n`;
  const open = async (text: string) => {
    const mapping = await readMapping(await writeFiles({ "map.yaml": text }));
    return readAll(readInterviews(path, { format: "xlsx", mapping }));
  };
  const places = (rows: readonly InterviewRow[]) =>
    rows.flatMap(({ problems }) => problems.map(({ cell }) => cell));
  expect(places(await open(map))).toEqual(expect.arrayContaining(["D2", "E2", "F2", "E3"]));
  const blank = places(await open(`blank: ["#N/A"]\n${map}`));
  expect(blank).toContain("E3");
  for (const cell of ["D2", "E2", "F2"]) expect(blank).not.toContain(cell);
  const named = columns.replace("comment: Note\n", "").replace("Who", '{text: "{Who} {Note}"}');
  expect(listProblems((await open(named))[0])).toContainEqual([2, "username", "value", "errorValue"]);
});
