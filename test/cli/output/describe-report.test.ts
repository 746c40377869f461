import stringWidth from "string-width";
import { afterEach, describe, expect, it } from "vitest";
import { setLanguage } from "../../../src/cli/language/translate.js";
import { describeReport } from "../../../src/cli/output/describe-report.js";
import { formatLines } from "../../../src/cli/output/format-lines.js";
import { MISALIGNED_FIELD } from "../../../src/importer/input/table/schema/rejected-columns.js";
import { phrase } from "../../../src/importer/messages/phrase.js";
import { LANGUAGES } from "../../../src/messages/language.js";
import { context, REPORT } from "../support/sample-report.js";

afterEach(() => setLanguage("en"));

describe.each(LANGUAGES)("a report in %s", (language) => {
  it("fits a terminal of 60 columns, except for the lines of a command", () => {
    setLanguage(language);
    const first = [1, 2, 3].map((line) => ({ line, key: undefined }));
    const reason = phrase("expected", { expected: phrase("interviewerFirst") });
    const rejections = [{ reason, field: "username", code: undefined, count: 9, first }];
    const lines = describeReport({ ...REPORT, rejections }, { ...context, columns: 60 }).split("\n");
    const tooWide = lines.filter(
      (line) => stringWidth(line) > 60 && !/^ {2}(npx --no-install )?feishu-hire/.test(line),
    );
    expect(tooWide).toEqual([]);
  });

  it("names the field of a rejection, unless it is not a column of the file", () => {
    setLanguage(language);
    const rejection = (field: string) => ({
      reason: phrase("expected", { expected: phrase("cellCount", { count: 8 }) }),
      field,
      code: undefined,
      count: 1,
      first: [{ line: 2, key: undefined }],
    });
    const rejections = [rejection("begin_time"), rejection(MISALIGNED_FIELD)];
    const text = describeReport({ ...REPORT, rejections }, { ...context, columns: 60 });
    expect(text).toContain("begin_time");
    expect(text).not.toContain(MISALIGNED_FIELD);
  });

  it("has its numbers in one column", () => {
    setLanguage(language);
    const lines = describeReport(REPORT, { ...context, columns: 60 }).split("\n");
    const numbers = lines.filter((line) => /^ {2}\S.* \d+( {3}|$)/u.test(line));
    const columns = numbers.map((line) => stringWidth(/^ {2}\D*/u.exec(line)?.[0] ?? ""));
    expect(numbers).toHaveLength(6);
    expect(new Set(columns).size).toBe(1);
  });
});

it("counts those that were found in Feishu, and those of all runs, beside the created ones", () => {
  const report = { ...REPORT, created: 7, found: 5, createdTotal: 19 };
  const line = describeReport(report, { ...context, columns: undefined }).match(/^ {2}created .*$/m)?.[0];
  expect(line?.match(/\d+/g)).toEqual(["7", "5", "19"]);
});

it.each([
  [[6], 1, "line 6"],
  [[6, 6], 2, "line 6"],
  [[6, 8], 2, "lines 6, 8"],
  [[6], 2, "lines 6, …"],
  [[6, 8], 3, "lines 6, 8, …"],
])("lists lines %j of %i as %s, and rows of a workbook alike", (lines, count, expected) => {
  const first = lines.map((line) => ({ line }));
  expect(formatLines(first, { count, hasRows: false })).toBe(expected);
  expect(formatLines(first, { count, hasRows: true })).toBe(expected.replace("line", "row"));
});

it.each([
  [[{ line: 6 }], 1, "第 6 行"],
  [[{ line: 6 }, { line: 6 }, { line: 8 }], 3, "第 6、8 行"],
  [[{ line: 6 }, { line: 8 }], 9, "第 6、8 等行"],
  [[{ line: 8, row: 7 }], 1, "第 8 行（表格软件中为第 7 行）"],
  [[{ line: 6 }, { line: 8, row: 7 }], 2, "第 6 行、第 8 行（表格软件中为第 7 行）"],
  [[{ line: 6 }, { line: 8, row: 7 }], 9, "第 6 行、第 8 行（表格软件中为第 7 行）等"],
])("lists lines %j of %i in Chinese as %s", (first, count, expected) => {
  setLanguage("zh");
  expect(formatLines(first, { count, hasRows: false })).toBe(expected);
});
