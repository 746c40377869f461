import { describe, expect, it } from "vitest";
import { readInterviews } from "../../../../src/importer/index.js";
import type { InterviewRow } from "../../../../src/importer/input/rows/interview-row.js";
import { inputError, listValues, phraseWith } from "../../support/phrases.js";
import { APPLICATION, getFixturePath, listInputWarnings, readAll } from "../reading.js";

/** Workbooks that another library has written: scripts/make-workbooks.ts. */
const open = (name: string, sheet?: string) =>
  readInterviews(getFixturePath(`workbooks/${name}.xlsx`), {
    format: "xlsx",
    timeZone: "Asia/Shanghai",
    sheet,
  });
const read = (name: string, sheet?: string): Promise<InterviewRow[]> => readAll(open(name, sheet));

const BODY = {
  external_id: "i1",
  external_application_id: APPLICATION,
  begin_time: Date.UTC(2021, 3, 15, 15, 24, 38),
  interview_assessments: [{ username: "张三", conclusion: 2, content: "思路清楚 👩‍💻 & <b>" }],
};

describe("a workbook of another program", () => {
  it.each([
    "shared-strings",
    "inline-strings",
    "date-format",
    "chinese-date-format",
    "date-1904",
    "formulas",
  ])("is read, with its %s", async (name) => {
    expect((await read(name)).map(({ body }) => body)).toEqual([BODY]);
  });

  it.each([
    ["date-alone", "begin_time", "C2"],
    ["damaged-id", "external_application_id", "B2"],
  ])("has a problem in its cell: %s", async (name, field, cell) => {
    const [row] = await read(name);
    expect(row?.problems).toMatchObject([{ field, cell, sheet: "面试" }]);
  });

  it("has the value of a merged cell in each of its rows", async () => {
    const [row, ...others] = await read("merged-cells");
    expect(others).toEqual([]);
    expect(row?.body?.interview_assessments).toMatchObject([
      { username: "张三", assessment_dimension_list: [{ score: 80 }, { score: 90 }] },
    ]);
  });

  it("is warned of for what it hides, which is imported if it is in the sheet", async () => {
    const input = open("hidden");
    expect(await readAll(input)).toHaveLength(2);
    expect(listInputWarnings(input)).toEqual([
      phraseWith("hiddenSheets"),
      phraseWith("hiddenRows", { count: 1 }),
    ]);
    expect(listValues(listInputWarnings(input)[0])).toEqual(["旧数据"]);
  });

  it("must have one sheet named of two", async () => {
    await expect(read("two-sheets")).rejects.toThrow(inputError("severalSheets"));
    expect(await read("two-sheets", "二面")).toHaveLength(1);
  });

  it("is rejected if it is encrypted", async () => {
    await expect(read("encrypted")).rejects.toThrow(inputError("encryptedWorkbook"));
  });
});
