import { describe, expect, it } from "vitest";
import type { RejectionNote } from "../../../../src/importer/input/rows/interview-row.js";
import { MISALIGNED_MARKS } from "../../../../src/importer/input/table/schema/rejected-columns.js";
import { inputError, listValues, phraseWith } from "../../support/phrases.js";
import {
  APPLICATION,
  formatRecord,
  HEADER,
  listInputWarnings,
  listProblems,
  listWarnings,
  openText,
  readAll,
  readCsv,
} from "../reading.js";

const base = { external_id: "a", external_application_id: APPLICATION };
const REJECTION = { reason: "no", field: "/external_id", code: 1002002, logId: "2026" };

/** The file of rejected rows if all are rejected, as a spreadsheet saves it: each row as wide as the widest. */
async function rejectAll(text: string, rejection: RejectionNote = REJECTION): Promise<string> {
  const input = openText(text, { format: "csv" });
  const rows = await readAll(input);
  const lines = rows.map((row) => input.formatRejected(row, rejection));
  const records = `${input.rejectedHeader}${lines.join("")}`.trimEnd().split("\r\n");
  const width = Math.max(...records.map((one) => one.split(",").length));
  return records.map((one) => one + ",".repeat(width - one.split(",").length)).join("\r\n");
}

describe("a CSV that went through a spreadsheet or another program", () => {
  it("may lack blank cells at a row's end where all of a dimension's are missing", async () => {
    const rows = await readCsv(
      `a,${APPLICATION},2\nb,${APPLICATION},2,,,王小明,2,好\nc,${APPLICATION},,,,,,\nd,${APPLICATION},,,, , ,  ,, ,,\n`,
    );
    expect(rows.map((row) => row.body)).toEqual([
      { external_id: "a", external_application_id: APPLICATION, participate_status: 2 },
      expect.objectContaining({
        interview_assessments: [{ username: "王小明", conclusion: 2, content: "好" }],
      }),
      { external_id: "c", external_application_id: APPLICATION },
      { external_id: "d", external_application_id: APPLICATION },
    ]);
  });

  it.each([
    ["+5", 5],
    ["5.0", 5],
    [" 7 ", 7],
    ["5.5", undefined],
    ["1e2", undefined],
    ["0x10", undefined],
  ])("may have the score %j, or not: %s", async (cell, score) => {
    const [row] = await readCsv(formatRecord({ ...base, dimension_type: "1", dimension_value: cell }));
    expect(row?.body?.interview_assessments?.[0]?.assessment_dimension_list?.[0]?.score).toBe(score);
  });

  it("may have what the rows of an interview share in any one of them", async () => {
    const shared = { participate_status: "2", begin_time: "1618500278638", end_time: "1618500278639" };
    const rows = [
      { external_id: "a", username: "王小明" },
      { ...base, ...shared },
    ];
    const [row] = await readCsv(rows.map(formatRecord).join("\n"));
    expect(row?.body).toEqual({
      ...base,
      participate_status: 2,
      begin_time: 1618500278638,
      end_time: 1618500278639,
      interview_assessments: [{ username: "王小明" }],
    });
  });

  it.each([
    `a,${APPLICATION},2,,,王小明,2,好 编程,写得清楚,3,4`,
    `a,${APPLICATION},2,1618500278000,王小明,2,好,,,,`,
    `${formatRecord(base)},x`,
  ])("must not have another number of cells, as with a missing or an extra comma: %s", async (bad) => {
    const text = `${HEADER}\n${bad}`;
    for (const again of [text, await rejectAll(text), await rejectAll(await rejectAll(text))]) {
      const [row, ...more] = await readAll(openText(again, { format: "csv" }));
      expect(row?.body).toBeUndefined();
      expect(row?.readRaw()[0]).toContain(bad);
      expect(more).toEqual([]);
    }
  });

  it("may have blank cells beyond its last column, or a last column without a name", async () => {
    for (const text of [`${HEADER}\n${formatRecord(base)},,`, `${HEADER},,\n${formatRecord(base)}`]) {
      const [row, ...more] = await readAll(openText(text, { format: "csv" }));
      expect(row?.body).toMatchObject(base);
      expect(more).toEqual([]);
      const rejected = await rejectAll(text);
      expect((await readAll(openText(rejected, { format: "csv" }))).map(({ body }) => body)).toEqual([
        row?.body,
      ]);
    }
  });

  it("gets its reasons in columns of their own, which are never read as comments", async () => {
    const text = `${HEADER}\na,${APPLICATION},2\nb,${APPLICATION},2,,,王小明,2,好,编程,,3\n`;
    const rejected = await rejectAll(text);
    const [whole, unclear] = await readAll(openText(rejected, { format: "csv" }));
    expect(whole?.body).toEqual({
      external_id: "a",
      external_application_id: APPLICATION,
      participate_status: 2,
    });
    expect(listProblems(unclear)).toEqual([[3, "(cells)", "movedCells", "asRejected"]]);
    const fixed = await readAll(openText(rejected.replace(/clear this cell[^,]*/, ""), { format: "csv" }));
    expect(fixed[1]?.body?.interview_assessments).toEqual([
      {
        username: "王小明",
        conclusion: 2,
        content: "好",
        assessment_dimension_list: [{ title: "编程", assessment_type: 3 }],
      },
    ]);
  });

  it("says in the reader's language which cell to clear, and is read under the other one, too", async () => {
    const text = `${HEADER}\nb,${APPLICATION},2,,,王小明,2,好,编程,,3\n`;
    const rejected = await rejectAll(text, { ...REJECTION, language: "zh" });
    const mark = "其他单元格改好后，请清空此格";
    expect(rejected).not.toContain("clear this cell");
    expect(listProblems((await readAll(openText(rejected, { format: "csv" })))[0])).toEqual([
      [2, "(cells)", "movedCells", "asRejected"],
    ]);
    const [fixed] = await readAll(openText(rejected.replace(mark, ""), { format: "csv" }));
    expect(fixed?.problems).toEqual([]);
  });

  it.each([",1002002,2026", ",1002002", ""])(
    "may have lost a rejection's last cells, cleared and cut off: %j are left",
    async (left) => {
      const own = `a,${APPLICATION},2,,,王小明,2,好,编程,,1,90`;
      const [header = ""] = (await rejectAll(`${HEADER}\n${own}`)).split("\r\n");
      const input = openText(`${header}\n${own}${left}`, { format: "csv" });
      const [row] = await readAll(input);
      expect(row?.body?.interview_assessments?.[0]?.assessment_dimension_list?.[0]?.score).toBe(90);
      if (!row) throw new Error("there is no row");
      expect(input.formatRejected(row, REJECTION)).toBe(`${own},1002002,2026,,/external_id,no\r\n`);
    },
  );

  it.each([
    "1002002,2026,,conclusion,line 2: expected one of 1 (不通过)",
    `1002002,2026,,${MISALIGNED_MARKS.zh},第2行：应为12格`,
  ])("that lost a comma before its reason is rejected again: %s", async (reason) => {
    const [header = ""] = (await rejectAll(`${HEADER}\n${formatRecord(base)}`)).split("\r\n");
    const own = `a,${APPLICATION},2,,,王小明,2,好,编程,,3`;
    const [row] = await readAll(openText(`${header}\n${own},${reason}`, { format: "csv" }));
    expect(row?.body).toBeUndefined();
  });

  it.each(["External-ID", "ｅｘｔｅｒｎａｌ＿ｉｄ", "external_ids"])(
    "cannot be read with the column %s, without which interviews would have no key",
    async (name) => {
      const rows = readAll(
        openText(`${name},external_application_id\na,${APPLICATION}\n`, { format: "csv" }),
      );
      const meant = phraseWith("columnMeant", { meant: "external_id" });
      await expect(rows).rejects.toThrow(inputError("misspeltColumns", { columns: [meant] }));
    },
  );

  it("may have a column whose name is like that of another one it has", async () => {
    const text = `external_application_id,comment,Comments\n${APPLICATION},好,x\n`;
    expect((await readAll(openText(text, { format: "csv" })))[0]?.body).toBeDefined();
  });

  it("may repeat its header, as two files put together do", async () => {
    const input = openText(
      `${HEADER}\n${formatRecord(base)}\n\uFEFF${HEADER}\n${formatRecord({ ...base, external_id: "b" })}\n`,
      {
        format: "csv",
      },
    );
    expect((await readAll(input)).map(({ externalId }) => externalId)).toEqual(["a", "b"]);
    expect(listInputWarnings(input)).toEqual([
      phraseWith("repeatedHeader", { place: phraseWith("line", { line: 3 }) }),
    ]);
  });

  it("must not have other rows inside a cell, as after a quote that is closed far below", async () => {
    const header = "external_id,external_application_id,comment";
    const rows = [
      `a,${APPLICATION},"好`,
      `b,${APPLICATION},中`,
      `c,${APPLICATION},行"`,
      `d,${APPLICATION},可`,
    ];
    const [row, last] = await readAll(openText([header, ...rows].join("\n"), { format: "csv" }));
    expect(listProblems(row)).toEqual([[2, "", "closingQuote", "swallowedRows"]]);
    expect(last?.externalId).toBe("d");
    const lines = `a,${APPLICATION},"one, two, three\n13800138000\nfour, five, six"`;
    expect((await readAll(openText(`${header}\n${lines}`, { format: "csv" })))[0]?.body).toBeDefined();
  });

  it("reads choices in digits of full width, and warns of a bar of full width", async () => {
    const [row] = await readCsv(
      formatRecord({
        ...base,
        participate_status: "２",
        dimension_type: "４",
        dimension_value: "后端｜数据库",
      }),
    );
    expect(row?.body?.participate_status).toBe(2);
    expect(listWarnings(row)).toEqual([[2, "dimension_value", "optionsByBar", "otherSeparator"]]);
  });

  it.each([
    ["U+200B", "\u200b"],
    ["U+00AD", "\u00ad"],
    ["U+2060", "\u2060"],
    ["U+200E", "\u200e"],
  ])("rejects an id with a character that cannot be seen: %s", async (name, mark) => {
    const [row] = await readCsv(formatRecord({ ...base, external_id: `a${mark}1` }));
    expect(listProblems(row)).toEqual([[2, "external_id", "visibleId", "invisibleCharacter"]]);
    expect(listValues(row?.problems[0]?.received)).toEqual([name]);
  });
});
