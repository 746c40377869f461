import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { readInterviews, readMapping } from "../../../../src/importer/index.js";
import { MISALIGNED_MARKS } from "../../../../src/importer/input/table/schema/rejected-columns.js";
import type { TableRecord } from "../../../../src/importer/input/table/table-record.js";
import { ZipArchive } from "../../../../src/importer/input/xlsx/package/zip-archive.js";
import { WorkbookSource } from "../../../../src/importer/input/xlsx/workbook-source.js";
import { formatRow, numberRows } from "../../../../src/importer/input/xlsx/write/sheet-xml.js";
import { startTestFeishu } from "../../../testing/feishu.js";
import { reserveJobDirectory } from "../../support/job-directory.js";
import { inputError } from "../../support/phrases.js";
import { runImport } from "../../support/run.js";
import { writeFiles } from "../mapping/mapping.js";
import { APPLICATION, readAll } from "../reading.js";
import { formatTextRows, type SheetSource, writeWorkbook } from "./make-workbook.js";

const HEADER = ["external_id", "external_application_id", "username", "comment"];
const ROWS = 50;

const text = (address: string, value: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** Rows 2 to 51, each an interview; `more` are the cells behind its id and its application. */
function interviews(more: (row: number) => string): string {
  return Array.from({ length: ROWS }, (_, i) => {
    const row = i + 2;
    return `<row r="${row}">${text(`A${row}`, `i${row}`)}${text(`B${row}`, APPLICATION)}${more(row)}</row>`;
  }).join("");
}

const header = (more = "") =>
  `<row r="1">${HEADER.map((name, i) => text(`${"ABCD"[i]}1`, name)).join("")}${more}</row>`;

async function readRecords(sheet: SheetSource): Promise<TableRecord[]> {
  const records: TableRecord[] = [];
  const source = new WorkbookSource(writeWorkbook({ sheets: [sheet] }), { sheet: undefined, warnings: [] });
  for await (const record of source.records()) records.push(record);
  return records;
}

const countCells = (records: readonly TableRecord[]) =>
  records.reduce((sum, { cells }) => sum + cells.length, 0);

describe("a sheet with cells in its last columns", () => {
  it("has records of the header's width, and one more cell for each beyond it", async () => {
    const rows = header() + interviews((row) => text(`XFD${row}`, "x"));
    const records = await readRecords({ rows });
    expect(countCells(records)).toBe(4 + ROWS * 5);
    const found = await readAll(readInterviews(writeWorkbook({ sheets: [{ rows }] }), { format: "xlsx" }));
    expect(
      found.flatMap(({ problems }) =>
        problems.map(({ cell, place, received }) => [cell, place.params.cell, received.key]),
      ),
    ).toEqual(Array.from({ length: ROWS }, (_, i) => [`XFD${i + 2}`, `XFD${i + 2}`, "cellBeyond"]));
  });

  it("names the first of them that is beyond the header, also in a table that a mapping reads", async () => {
    const far = interviews((row) => (row === 3 ? text("E3", "near") + text("XFD3", "far") : ""));
    const path = writeWorkbook({ sheets: [{ rows: header() + far }] });
    const mapping = await writeFiles({
      "map.yaml": "external_id: external_id\nexternal_application_id: external_application_id\n",
    });
    for (const options of [{}, { mapping: await readMapping(mapping) }]) {
      const rows = await readAll(readInterviews(path, { format: "xlsx", ...options }));
      const problems = rows.flatMap((row) => row.problems);
      expect(problems.map(({ line, cell, sheet }) => [line, cell, sheet])).toEqual([[3, "E3", "Sheet1"]]);
    }
  });

  it("has records as long as their own cells, however wide the header is", async () => {
    const rows = header(text("WQA1", "remark")) + interviews(() => "");
    const records = await readRecords({ rows });
    expect(countCells(records.slice(1))).toBe(ROWS * 2);
    const found = await readAll(readInterviews(writeWorkbook({ sheets: [{ rows }] }), { format: "xlsx" }));
    expect(found.map(({ body }) => body?.external_id)).toEqual(
      Array.from({ length: ROWS }, (_, i) => `i${i + 2}`),
    );
  });

  it("is rejected if its header leaves no room for the reason of a rejection", async () => {
    const rows = header(text("XFD1", "remark")) + interviews(() => "");
    const input = readInterviews(writeWorkbook({ sheets: [{ rows }] }), { format: "xlsx" });
    await expect(readAll(input)).rejects.toThrow(inputError("tooManyColumns", { count: 16_384 }));
  });

  it("is rejected if there is next to nothing in millions of cells", async () => {
    const rows =
      header(text("WQA1", "remark")) +
      Array.from({ length: 1400 }, (_, i) => `<row>${text(`WQA${i + 2}`, "x")}</row>`).join("");
    await expect(readRecords({ rows })).rejects.toThrow(inputError("damagedWorkbook"));
  });

  it("may have as many blank cells if there are others in each row", async () => {
    const filled = "<c><v>1</v></c>".repeat(20);
    const rows = Array.from({ length: 1400 }, (_, i) => `<row>${filled}${text(`WQA${i + 2}`, "x")}</row>`);
    const path = writeWorkbook({ sheets: [{ rows: header(text("WQA1", "remark")) + rows.join("") }] });
    let count = 0;
    const source = new WorkbookSource(path, { sheet: undefined, warnings: [] });
    for await (const { cells } of source.records()) if (cells.at(-1) === "x") count++;
    expect(count).toBe(1400);
  });

  it("fills no merged cell that the header does not name, and none from a blank one", async () => {
    const merges = ["C2:C60", "E2:E60", "XFD2:XFD60", "D2:XFD2"]
      .map((ref) => `<mergeCell ref="${ref}"/>`)
      .join("");
    const rows = header() + interviews((row) => (row === 2 ? text("E2", "x") + text("XFD2", "x") : ""));
    const records = await readRecords({ rows, afterRows: `<mergeCells>${merges}</mergeCells>` });
    expect(countCells(records)).toBe(4 + 6 + (ROWS - 1) * 2);
  });
});

it("an interview of a workbook is at most as large as one of a CSV, however well the file is compressed", async () => {
  const comment = "a".repeat(30_000);
  const rows = formatTextRows([
    HEADER,
    ...Array.from({ length: 600 }, () => ["i1", APPLICATION, "Lin", comment]),
  ]);
  const [row] = await readAll(readInterviews(writeWorkbook({ sheets: [{ rows }] }), { format: "xlsx" }));
  expect(row?.problems.map(({ expected }) => expected.key)).toContain("maxInterviewBytes");
});

describe("rejected.xlsx", () => {
  async function reject(rows: string): Promise<string> {
    const job = await reserveJobDirectory();
    const path = writeWorkbook({ sheets: [{ rows }] });
    const feishu = await startTestFeishu({ rateLimit: false });
    await runImport(feishu, job, readInterviews(path, { format: "xlsx" }), { concurrency: 1 });
    return join(job, "rejected.xlsx");
  }

  it("keeps cells beyond the header where they are, and the reason in its columns if they leave it room", async () => {
    const path = await reject(
      header() +
        `<row r="2">${text("A2", "i2")}${text("B2", APPLICATION)}${text("F2", "near")}</row>` +
        `<row r="3">${text("A3", "i3")}${text("B3", APPLICATION)}${text("XFD3", "far")}</row>`,
    );
    const [, near = [], far = []] = (await readXlsx(await readFile(path))).sheets[0]?.rows ?? [];
    expect([near[5], far[16_383]]).toEqual(["near", "far"]);
    expect([near[9], far[7]]).toEqual([MISALIGNED_MARKS.en, MISALIGNED_MARKS.en]);
    for (const reason of [near[10], far[8]]) expect(reason).toBeTruthy();
    const again = await readAll(readInterviews(path, { format: "xlsx" }));
    expect(again.map(({ externalId, problems }) => [externalId, problems.length])).toEqual([
      ["i2", 1],
      ["i3", 1],
    ]);
  });

  it("names the address of each row and cell, without which some programs open no workbook", async () => {
    const path = await reject(formatTextRows([HEADER, ["i2", "6.96E+18"], ["i3", "", "two\nlines <row>"]]));
    const archive = await ZipArchive.open(path);
    const parts: Buffer[] = [];
    for await (const part of archive.read("xl/worksheets/sheet1.xml", 1e6)) parts.push(part);
    archive.close();
    const rows = Buffer.concat(parts)
      .toString()
      .split(/(?=<row)/)
      .slice(1);
    const addresses = rows.map((row) => [...row.matchAll(/<(?:row|c)\b(?: r="(\w+)")?/g)].map(([, r]) => r));
    expect(addresses).toEqual(
      [1, 2, 3].map((row) => [String(row), ...[..."ABCDEFGHI"].map((column) => `${column}${row}`)]),
    );
  });

  it("is numbered alike in whatever pieces its rows come", async () => {
    const row = formatRow(["i2", "two\nlines <row>", ""]);
    const number = async (parts: Iterable<string>) => {
      let text = "";
      for await (const part of numberRows(parts)) text += part;
      return text;
    };
    expect(await number(`${row}\n${row}`)).toBe(await number([row, "\n", row]));
    expect(await number([row, row])).toContain('<c r="C2"');
  });
});
