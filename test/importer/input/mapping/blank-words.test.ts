import { expect, it } from "vitest";
import { readInterviews, readMapping } from "../../../../src/importer/index.js";
import { APPLICATION, readAll } from "../reading.js";
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

it("an error of a workbook is a blank cell if the mapping says so", async () => {
  const cells = ["i1", APPLICATION].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  const row = `<row>${cells.join("")}<c t="e"><v>#N/A</v></c></row>`;
  const path = writeWorkbook({ sheets: [{ rows: formatTextRows([["Id", "App", "Note"]]) + row }] });
  const map = 'blank: ["#N/A"]\nexternal_id: Id\nexternal_application_id: App\ncomment: Note\n';
  const mapping = await readMapping(await writeFiles({ "map.yaml": map }));
  const rows = await readAll(readInterviews(path, { format: "xlsx", mapping }));
  expect(rows.map(({ body }) => body)).toEqual([{ external_id: "i1", external_application_id: APPLICATION }]);
});
