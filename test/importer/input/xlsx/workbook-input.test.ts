import { randomBytes } from "node:crypto";
import { appendFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { type InputOptions, readInterviews } from "../../../../src/importer/index.js";
import type { InterviewRow } from "../../../../src/importer/input/rows/interview-row.js";
import { inputError, listValues, phraseWith } from "../../support/phrases.js";
import { APPLICATION, listProblems, readAll } from "../reading.js";
import { formatTextRows, type SheetSource, type WorkbookSource, writeWorkbook } from "./make-workbook.js";

const HEADER = ["external_id", "external_application_id", "begin_time", "username", "conclusion", "comment"];

function open(source: WorkbookSource, options: Partial<InputOptions> = {}) {
  return readInterviews(writeWorkbook(source), { format: "xlsx", ...options });
}

/** The interviews of a sheet whose first row is the header. */
async function readSheet(
  rows: string,
  source: Partial<WorkbookSource> & { sheet?: Partial<SheetSource> } = {},
): Promise<InterviewRow[]> {
  const header = formatTextRows([HEADER]);
  const sheets = [{ ...source.sheet, rows: header + rows }];
  return readAll(open({ ...source, sheets }, { timeZone: "Asia/Shanghai" }));
}

const text = (address: string, value: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;

describe("a workbook", () => {
  it("has a merged cell's problem in each of its rows", async () => {
    const rows = [2, 3].map(
      (row) =>
        `<row r="${row}">${text(`A${row}`, `i${row}`)}${row === 2 ? '<c r="B2"><v>6960663240925956000</v></c>' : ""}</row>`,
    );
    const afterRows = '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>';
    const found = await readSheet(rows.join(""), { sheet: { afterRows } });
    expect(found.map(({ body, problems }) => [body, problems.length > 0])).toEqual([
      [undefined, true],
      [undefined, true],
    ]);
  });

  it("of any size has interviews rejected whose rows are not adjacent, even if their first rows are alike", async () => {
    const interview = (id: string, last: string) =>
      Array.from({ length: 12 }, (_, i) => [id, APPLICATION, "", "Lin", "", i === 11 ? last : `note ${i}`]);
    const between = Array.from({ length: 100 }, (_, i) => [
      ...[`b${i}`, APPLICATION, "", "Lin", "", randomBytes(15_000).toString("hex")],
    ]);
    const rows = await readSheet(
      formatTextRows([...interview("a", "x"), ...between, ...interview("a", "y")]),
    );
    expect([rows.at(0)?.body, rows.at(-1)?.body]).toEqual([undefined, undefined]);
    expect(rows.filter(({ body }) => body)).toHaveLength(100);
  });

  it("is read as the same table in a CSV would be, whatever format is given", async () => {
    const rows = formatTextRows([
      HEADER,
      ["i1", APPLICATION, "2021-04-15T23:24:38+08:00", "张三", "通过", "好"],
    ]);
    const input = open({ sheets: [{ rows }] }, { format: "csv" });
    expect((await readAll(input)).map(({ body, line }) => ({ body, line }))).toEqual([
      {
        line: 2,
        body: {
          external_id: "i1",
          external_application_id: APPLICATION,
          begin_time: 1_618_500_278_000,
          interview_assessments: [{ username: "张三", conclusion: 2, content: "好" }],
        },
      },
    ]);
  });

  it("is rejected row by row if its ids are numbers, with the cell and how to fix it", async () => {
    const id = (address: string) => `<c r="${address}"><v>6960663240925956000</v></c>`;
    const [row] = await readSheet(`<row r="2">${id("A2")}${id("B2")}</row>`);
    expect(row?.body).toBeUndefined();
    expect(row?.problems.map(({ cell }) => cell)).toEqual(["A2", "B2"]);
    expect(row?.problems[1]).toMatchObject({
      sheet: "Sheet1",
      cell: "B2",
      field: "external_application_id",
      place: { key: "cellOfSheet", params: { cell: "B2", sheet: "Sheet1" } },
      expected: { key: "idAsText" },
    });
  });

  it("has its dates read in the time zone, but not a date or a time alone", async () => {
    const styles = [0, 22, 14, 20];
    const cell = (row: number, style: number, value: string) =>
      `<row r="${row}">${text(`A${row}`, `i${row}`)}${text(`B${row}`, APPLICATION)}<c r="C${row}" s="${style}"><v>${value}</v></c></row>`;
    const rows = await readSheet(
      [
        cell(2, 1, "44301.975439814814"),
        cell(3, 2, "44301"),
        cell(4, 3, "0.5"),
        `<row r="5">${text("A5", "i5")}${text("B5", APPLICATION)}${text("C5", "2021年4月15日 下午11:24")}</row>`,
      ].join(""),
      { styles },
    );
    expect(rows.map(({ body }) => body?.begin_time)).toEqual([
      Date.UTC(2021, 3, 15, 15, 24, 38),
      undefined,
      undefined,
      Date.UTC(2021, 3, 15, 15, 24),
    ]);
    expect(rows[1]?.problems[0]).toMatchObject({ cell: "C3", field: "begin_time" });
    expect(rows[2]?.problems[0]).toMatchObject({ cell: "C4", field: "begin_time" });
  });

  it("has a problem in each cell whose formula failed", async () => {
    const [row] = await readSheet(
      `<row r="2">${text("A2", "i1")}${text("B2", APPLICATION)}${text("D2", "张三")}<c r="E2" t="e"><f>VLOOKUP(1)</f><v>#N/A</v></c></row>`,
    );
    expect(row?.problems).toMatchObject([{ cell: "E2", field: "conclusion" }]);
    expect(listProblems(row)[0]?.[3]).toBe("errorValue");
    expect(listValues(row?.problems[0]?.received)).toEqual(["#N/A"]);
  });

  it("has no row that is blank but for a formula without a value", async () => {
    const [row] = await readSheet(
      `<row r="2">${text("A2", "i1")}${text("B2", APPLICATION)}</row><row r="3"><c r="F3"><f>F2</f></c></row>`,
    );
    expect(row?.body).toBeUndefined();
    expect(row?.problems).toContainEqual(expect.objectContaining({ cell: "F3", field: "comment" }));
  });

  it("may have blank rows and columns around its table", async () => {
    const rows =
      `<row r="3">${HEADER.map((name, i) => text(`${"ABCDEF"[i]}3`, name)).join("")}<c r="Z3"/></row>` +
      `<row r="4"/><row r="5">${text("A5", "i1")}${text("B5", APPLICATION)}${text("D5", "张三")}${text("Y5", " ")}</row><row r="90"><c r="A90" s="1"/></row>`;
    const found = await readAll(open({ sheets: [{ rows: `<row r="2">${text("A2", " ")}</row>${rows}` }] }));
    const body = { external_id: "i1", external_application_id: APPLICATION };
    expect(found.map((row) => [row.line, row.body])).toEqual([
      [5, { ...body, interview_assessments: [{ username: "张三" }] }],
    ]);
  });

  it("has one value for the rows of a merged cell, and for no others", async () => {
    const cells = (row: number, name: string) => text(`D${row}`, name);
    const rows =
      `<row r="2">${text("A2", "i1")}${text("B2", APPLICATION)}${cells(2, "张三")}${text("F2", "好")}</row>` +
      `<row r="3">${cells(3, "李四")}</row>` +
      `<row r="4">${text("A4", "i2")}${text("B4", APPLICATION)}${cells(4, "王五")}</row>` +
      `<row r="5">${cells(5, "赵六")}</row><row r="6">${text("A6", "i3")}${cells(6, "孙七")}</row>`;
    const ranges = ["A4:A5", "B4:B5", "A2:A3", "B2:B3", "F2:F3"]
      .map((ref) => `<mergeCell ref="${ref}"/>`)
      .join("");
    const afterRows = `<mergeCells count="5">${ranges}</mergeCells>`;
    const found = await readSheet(rows, { sheet: { afterRows } });
    expect(found.map(({ body }) => body?.interview_assessments?.map(({ username }) => username))).toEqual([
      ["张三", "李四"],
      ["王五", "赵六"],
      undefined,
    ]);
    expect(found[0]?.body?.interview_assessments?.map(({ content }) => content)).toEqual(["好", "好"]);
    expect(listProblems(found[2])).toEqual([[6, "external_application_id", "value", "nothing"]]);
  });

  it("has the value of cells that are merged across columns in the first of them alone", async () => {
    const rows =
      `<row r="2">${text("A2", "i1")}${text("B2", APPLICATION)}${text("D2", "张三")}</row>` +
      `<row r="3">${text("A3", "i2")}${text("B3", APPLICATION)}</row>`;
    const afterRows = '<mergeCells count="1"><mergeCell ref="D2:E3"/></mergeCells>';
    const found = await readSheet(rows, { sheet: { afterRows } });
    expect(found.map(({ body }) => body?.interview_assessments)).toEqual([[{ username: "张三" }], undefined]);
  });

  it("does not have the name of a column as a value where the header is merged with cells below", async () => {
    const [i1, i2] = [2, 3].map(
      (row) => `<row r="${row}">${text(`A${row}`, `i${row}`)}${text(`B${row}`, APPLICATION)}`,
    );
    const afterRows = '<mergeCells count="2"><mergeCell ref="E1:E3"/><mergeCell ref="F1:F3"/></mergeCells>';
    const rows = `${i1}${text("F2", "好")}</row>${i2}</row>`;
    const found = await readSheet(rows, { sheet: { afterRows } });
    expect(found.map(({ body }) => body?.interview_assessments)).toEqual([[{ content: "好" }], undefined]);
  });

  it("with another value hidden under a merged cell is ambiguous", async () => {
    const rows =
      `<row r="2">${text("A2", "i1")}${text("B2", APPLICATION)}</row>` +
      `<row r="3">${text("A3", "i2")}${text("B3", APPLICATION)}</row>`;
    const merges = '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>';
    const found = await readSheet(rows, { sheet: { afterRows: merges } });
    expect(found.at(-1)?.problems[0]).toMatchObject({ cell: "A3", field: "external_id" });
    expect(listProblems(found.at(-1))[0]).toEqual([3, "external_id", "oneMergedValue", "hiddenValue"]);
  });
});

it("a workbook must stay the same until its last row has been read", async () => {
  const ids = ["i1", "i2", "i3"].map((id) => [id, APPLICATION]);
  const path = writeWorkbook({ sheets: [{ rows: formatTextRows([HEADER, ...ids]) }] });
  const rows = readInterviews(path, { format: "xlsx" })[Symbol.asyncIterator]();
  await rows.next();
  await appendFile(path, "more");
  await rows.next();
  await expect(rows.next()).rejects.toThrow(inputError("fileChanged"));
});

describe("the sheet", () => {
  const table = (id: string) => formatTextRows([HEADER, [id, APPLICATION]]);
  const ids = async (source: WorkbookSource, sheet?: string) =>
    (await readAll(open(source, { sheet }))).map(({ externalId }) => externalId);

  it("is the only visible one with rows", async () => {
    const sheets = [
      { name: "说明", rows: "" },
      { name: "面试", rows: table("i1") },
      { name: "旧数据", state: "hidden", rows: table("i2") },
    ] as const;
    const input = open({ sheets });
    expect((await readAll(input)).map(({ externalId }) => externalId)).toEqual(["i1"]);
    expect(input.warnings).toEqual([phraseWith("hiddenSheets")]);
    expect(input.warnings.flatMap(listValues)).toEqual(["旧数据"]);
  });

  it("must be named if there are several, which are listed", async () => {
    const sheets = [
      { name: "上半年", rows: table("i1") },
      { name: "下半年", rows: table("i2") },
    ];
    const listed = ["上半年", "下半年"].map((text) => phraseWith("quoted", { text }));
    await expect(ids({ sheets })).rejects.toThrow(inputError("severalSheets", { sheets: listed }));
    expect(await ids({ sheets }, "下半年")).toEqual(["i2"]);
    const unknown = inputError("noSuchSheet", { name: "全年", sheets: listed });
    await expect(ids({ sheets }, "全年")).rejects.toThrow(unknown);
  });

  it("must be named if it is hidden, even if no other has rows", async () => {
    const sheets = [{ name: "面试", state: "veryHidden", rows: table("i1") }] as const;
    const hidden = [phraseWith("hiddenSheet", { text: "面试" })];
    await expect(ids({ sheets })).rejects.toThrow(inputError("noSheetWithRows", { sheets: hidden }));
    const input = open({ sheets }, { sheet: "面试" });
    expect((await readAll(input)).map(({ externalId }) => externalId)).toEqual(["i1"]);
    expect(input.warnings).toEqual([]);
  });

  it("causes a warning if it hides rows or columns, which are imported", async () => {
    const rows = `${formatTextRows([HEADER])}<row r="2" hidden="1">${text("A2", "i1")}${text("B2", APPLICATION)}</row>`;
    const beforeRows = '<cols><col min="5" max="6" hidden="true"/></cols>';
    const input = open({ sheets: [{ rows, beforeRows }] });
    expect(await readAll(input)).toHaveLength(1);
    expect(input.warnings.map(({ key, params }) => [key, params])).toMatchObject([
      ["hiddenRows", { count: 1 }],
      ["hiddenColumns", { columns: [{ params: { text: "E:F" } }] }],
    ]);
  });
});
