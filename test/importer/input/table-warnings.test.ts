import { describe, expect, it } from "vitest";
import { REJECTED_COLUMNS } from "../../../src/importer/input/table/schema/rejected-columns.js";
import { inputError } from "../support/phrases.js";
import { APPLICATION, openText, readAll } from "./reading.js";

const HEADER =
  "external_id,external_application_id,username,conclusion,comment,dimension_type,dimension_value\n";

async function readWarnings(rows: readonly string[]): Promise<[string, number, string][]> {
  const text = HEADER + rows.map((row) => `1,${APPLICATION},${row}\n`).join("");
  const [row] = await readAll(openText(text, { format: "csv" }));
  return row?.warnings.map(({ field, line, received }) => [field, line, received.key]) ?? [];
}

describe("a row without an interviewer", () => {
  it("causes a warning if its conclusion, comment or score contradicts the rows above", async () => {
    const warned = [["username", 3, "namelessAssessment"]];
    expect(await readWarnings(["张三,通过,好,,", ",不通过,,,"])).toEqual(warned);
    expect(await readWarnings(["张三,通过,好,,", ",,坏,,"])).toEqual(warned);
    expect(await readWarnings(["张三,,,1,5", ",通过,,1,4"])).toEqual(warned);
  });

  it("causes none if it continues the assessment above, or if the interview has no other", async () => {
    expect(await readWarnings(["张三,通过,好,1,5", ",通过,,1,4", ",,,1,3"])).toEqual([]);
    expect(await readWarnings([",通过,好,,"])).toEqual([]);
  });

  it("is not a part of the assessment below it, which has a name", async () => {
    const text = `${HEADER}1,${APPLICATION},,,好,,\n1,${APPLICATION},张三,,,3,清晰\n`;
    const [row] = await readAll(openText(text, { format: "csv" }));
    expect(row?.body?.interview_assessments).toEqual([
      { content: "好" },
      { username: "张三", assessment_dimension_list: [{ assessment_type: 3, content: "清晰" }] },
    ]);
  });
});

it("a mapped table's rejected rows ask for the mapping that they were read with", async () => {
  const names = ["编号", "投递", ...REJECTED_COLUMNS].join(",");
  const input = openText(`${names}\n1,2,,,,,\n`, { format: "csv" });
  await expect(readAll(input)).rejects.toThrow(inputError("rejectedNeedsMapping"));
});
