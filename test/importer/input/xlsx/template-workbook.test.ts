import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { expect, it } from "vitest";
import { readInterviews, template, writeTemplateWorkbook } from "../../../../src/importer/index.js";
import { INTERVIEW_SCHEMA } from "../../../../src/importer/input/table/schema/interview-schema.js";
import { listColumns } from "../../../../src/importer/input/table/schema/table-schema.js";
import { createEmptyDirectory } from "../../support/job-directory.js";
import { inputError, phraseWith } from "../../support/phrases.js";
import { openText, readAll } from "../reading.js";
import { formatTextRows, writeWorkbook } from "./make-workbook.js";

const NAMES = listColumns(INTERVIEW_SCHEMA).map(({ name }) => name);

async function writeTemplate(): Promise<string> {
  const path = join(await createEmptyDirectory(), "interviews.xlsx");
  await writeTemplateWorkbook(path);
  return path;
}

it("the template workbook holds the same interviews as the CSV", async () => {
  const rows = await readAll(readInterviews(await writeTemplate(), { format: "xlsx" }));
  const expected = await readAll(openText(template.csv, { format: "csv" }));
  expect(rows.map(({ body }) => body)).toEqual(expected.map(({ body }) => body));
  expect(rows).toHaveLength(2);
});

it("the template workbook has drop-down lists for choices, and explains every column", async () => {
  const [sheet, notes] = (await readXlsx(await readFile(await writeTemplate()))).sheets;
  expect(sheet?.dataValidations?.map(({ range, values }) => [range, values])).toEqual([
    ["C2:C1048576", ["未参与", "参与", "爽约"]],
    ["G2:G1048576", ["不通过", "通过", "待定"]],
    ["K2:K1048576", ["打分题", "单选题", "描述题", "多选题"]],
  ]);
  expect(notes?.rows.slice(1).map(([name]) => name)).toEqual(NAMES);
});

it("an existing file is not overwritten", async () => {
  await expect(writeTemplateWorkbook(await writeTemplate())).rejects.toMatchObject({ code: "EEXIST" });
});

it("of several sheets, the one with this tool's columns is read", async () => {
  const other = { name: "notes", rows: formatTextRows([["anything"], ["at all"]]) };
  const ours = { name: "面试", rows: formatTextRows([["external_application_id"], ["7"]]) };
  const read = (sheets: (typeof ours)[]) =>
    readAll(readInterviews(writeWorkbook({ sheets }), { format: "xlsx" }));
  expect(await read([other, ours])).toHaveLength(1);
  const sheet = (text: string) => phraseWith("quoted", { text });
  await expect(read([ours, { ...ours, name: "二面" }])).rejects.toThrow(
    inputError("severalSheets", { sheets: [sheet("面试"), sheet("二面")] }),
  );
});
