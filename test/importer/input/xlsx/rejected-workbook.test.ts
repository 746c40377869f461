import { copyFile, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { type InterviewRow, isRejectedFile, readInterviews } from "../../../../src/importer/index.js";
import { REJECTED_COLUMNS } from "../../../../src/importer/input/table/schema/rejected-columns.js";
import { ErrorCode } from "../../../../src/index.js";
import { startTestFeishu } from "../../../testing/feishu.js";
import { createEmptyDirectory, reserveJobDirectory } from "../../support/job-directory.js";
import { runImport } from "../../support/run.js";
import { APPLICATION, listProblems, readAll } from "../reading.js";
import { formatTextRows, writeTemporaryFile, writeWorkbook } from "./make-workbook.js";

const HEADER = ["external_id", "external_application_id", "username", "comment"];

/** Imports a workbook of which Feishu refuses every interview. */
async function rejectAll(rows: string): Promise<{ original: string; path: string }> {
  const feishu = await startTestFeishu({ rateLimit: false });
  feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter, times: 100 });
  const job = await reserveJobDirectory();
  const original = writeWorkbook({ sheets: [{ name: "面试", rows: formatTextRows([HEADER]) + rows }] });
  // Rows are rejected in the order of the responses.
  await runImport(feishu, job, readInterviews(original, { format: "xlsx" }), { concurrency: 1 });
  return { original, path: join(job, "rejected.xlsx") };
}

/** Rejects all rows of a sheet, and reads them before and after. */
async function rejectInput(rows: string): Promise<[InterviewRow[], InterviewRow[]]> {
  const input = readInterviews(writeWorkbook({ sheets: [{ rows }] }), { format: "xlsx" });
  const before = await readAll(input);
  const written = before.map((row) => input.formatRejected(row, { reason: "no", key: "k:1" }));
  const path = join(await createEmptyDirectory(), "rejected.xlsx");
  await input.packRejected?.(writeTemporaryFile(input.rejectedHeader + written.join("")), path);
  return [before, await readAll(readInterviews(path, { format: "xlsx" }))];
}

const ODD_TEXTS = [
  "张三 & <李四>",
  '"=1+1"',
  "=HYPERLINK(1)",
  "  blanks  around  ",
  "two\nlines",
  "bell _x0007_, return _x000D_",
  "_x005F_x0041_ is no escape",
  "👩‍💻 𠮷野家",
];

describe("the rejected rows of a workbook", () => {
  it("are a workbook, every cell of it a text, with the reasons in columns of their own", async () => {
    const rows = ODD_TEXTS.map((text, i) => [`i${i}`, APPLICATION, "Lin Xia", text]);
    const { original, path } = await rejectAll(formatTextRows(rows));
    const { sheets } = await readXlsx(await readFile(path));
    expect(sheets.map(({ name }) => name)).toEqual(["面试"]);
    const [header = [], ...written] = sheets[0]?.rows ?? [];
    expect(header.slice(0, 5)).toEqual([...HEADER, "rejected_code"]);
    expect(written.map((cells) => cells.slice(0, 3))).toEqual(rows.map((cells) => cells.slice(0, 3)));
    for (const cells of written) expect(String(cells[4])).toBe("1002002");
    const [before, again] = await Promise.all(
      [original, path].map((file) => readAll(readInterviews(file, { format: "xlsx" }))),
    );
    expect(again?.map(({ body }) => body)).toEqual(before?.map(({ body }) => body));
    expect(again?.every(({ body }) => body !== undefined)).toBe(true);
  });

  it("have the key that was made for them", async () => {
    const rows = formatTextRows([HEADER, ["", APPLICATION, "Lin Xia", "well"]]);
    const [, again] = await rejectInput(rows);
    expect(again.map(({ assignedId }) => assignedId)).toEqual(["k:1"]);
  });

  it("are not fixed by being written: an error and a number that is an id stay what they are", async () => {
    const row = '<row><c><v>6960663240925956</v></c><c/><c t="e"><v>#N/A</v></c></row>';
    const all = await rejectInput(formatTextRows([HEADER]) + row);
    for (const rows of all)
      expect(rows.map(listProblems)).toEqual([
        [
          [2, "external_id", "idAsText", "lostDigits"],
          [2, "username", "value", "errorValue"],
          [2, "external_application_id", "value", "nothing"],
        ],
      ]);
  });

  it("are read again as they are, and imported under their keys", async () => {
    const { path } = await rejectAll(formatTextRows([["i1", APPLICATION, "Lin Xia", "well"]]));
    expect(await isRejectedFile(path)).toBe(true);
    const feishu = await startTestFeishu({ rateLimit: false });
    const fixed = join(await createEmptyDirectory(), "fixed.xlsx");
    await copyFile(path, fixed);
    const job = await reserveJobDirectory();
    const { report } = await runImport(feishu, job, readInterviews(fixed, { format: "xlsx" }));
    expect(report).toMatchObject({ status: "finished", created: 1 });
    expect(feishu.interviews[0]?.body).toMatchObject({
      external_id: "i1",
      external_application_id: APPLICATION,
    });
    expect((await readdir(job)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("have one reason, the last, after a second rejection", async () => {
    const { path } = await rejectAll(formatTextRows([["i1", APPLICATION, "Lin Xia"]]));
    const feishu = await startTestFeishu({ rateLimit: false });
    feishu.faults.push({ kind: "failure", code: ErrorCode.BadParameter });
    const job = await reserveJobDirectory();
    await runImport(feishu, job, readInterviews(path, { format: "xlsx" }));
    const { sheets } = await readXlsx(await readFile(join(job, "rejected.xlsx")));
    expect(sheets[0]?.rows.map((cells) => cells.length)).toEqual([9, 9]);
  });

  it("are rejected again as long as an id is a number without its last digits, or a formula has no value", async () => {
    const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const { path } = await rejectAll(
      `<row>${text("i1")}<c><v>6.96066324092595E+18</v></c></row><row>${text("i2")}<c t="e"><v>#N/A</v></c></row><row>${text("i3")}${text(APPLICATION)}<c><f>A1</f></c></row>`,
    );
    const rows = await readAll(readInterviews(path, { format: "xlsx" }));
    expect(rows.map(({ problems }) => problems.map(({ field, cell }) => [field, cell]))).toEqual([
      [["external_application_id", "B2"]],
      [["external_application_id", "B3"]],
      [["username", "C4"]],
    ]);
  });

  it("may repeat an earlier row, whatever blanks and reasons follow its cells", async () => {
    const header = [...HEADER, ...REJECTED_COLUMNS];
    const row = (id: string, username: string, end: readonly string[]) => [id, APPLICATION, username, ...end];
    const reason = ["", "", "", "", "", "line 2: no"];
    const read = async (again: readonly string[]) => {
      const rows = [row("a", "Lin", reason), row("b", "Wu", []), again, ["", "  "], []];
      const path = writeWorkbook({ sheets: [{ rows: formatTextRows([header, ...rows]) }] });
      return (await readAll(readInterviews(path, { format: "xlsx" }))).map(({ body }) => body?.external_id);
    };
    for (const end of [[], [""], ["  "], ["", "", "", "", "", "line 9: no"]])
      expect(await read(row("a", "Lin", end)), JSON.stringify(end)).toEqual(["a", "b", "a"]);
    for (const other of [row("a", "Xu", []), row("a", "Lin", ["good"])])
      expect(await read(other)).toEqual([undefined, "b", undefined]);
  });

  it("are not found in a workbook without rejections, or in a file that is not a workbook", async () => {
    const feishu = await startTestFeishu({ rateLimit: false });
    const job = await reserveJobDirectory();
    const path = writeWorkbook({ sheets: [{ rows: formatTextRows([HEADER, ["i1", APPLICATION]]) }] });
    await runImport(feishu, job, readInterviews(path, { format: "xlsx" }));
    const { sheets } = await readXlsx(await readFile(join(job, "rejected.xlsx")));
    expect(sheets[0]?.rows).toEqual([]);
    expect(await isRejectedFile(path)).toBe(false);
    expect(await isRejectedFile(writeTemporaryFile("PK\u0003\u0004 and no more"))).toBe(false);
  });
});
