import { describe, expect, it } from "vitest";
import { phraseWith } from "../../support/phrases.js";
import type { WorkbookSource } from "./make-workbook.js";
import { readCells, readFault } from "./read-cells.js";

describe("dates", () => {
  const date = (value: string, styles: number[], more: Omit<WorkbookSource, "sheets"> = {}) =>
    readCells(`<c s="0"><v>${value}</v></c>`, { styles, ...more });

  it.each([14, 17, 22, 27, 31, 36, 50, 54, 57, 58])("have the built-in format %i", async (format) => {
    expect(await date("44301.5", [format])).toEqual(["2021-04-15 12:00:00"]);
  });

  it.each([18, 21, 32, 35, 45, 47, 55, 56])("may be times: the built-in format %i", async (format) => {
    expect(await date("0.5", [format])).toEqual(["12:00:00"]);
    expect(await date("44301", [format])).toEqual(["2021-04-15 00:00:00"]);
  });

  it.each([0, 13, 37, 44, 48, 49, 59])("do not have the built-in format %i", async (format) => {
    expect(await date("44301", [format])).toEqual(["44301"]);
  });

  it.each([
    "yyyy/m/d h:mm",
    "yyyy\\-mm\\-dd\\ hh:mm:ss",
    "[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\\ 上午/下午h&quot;时&quot;mm&quot;分&quot;",
    "[$-409]m/d/yy h:mm AM/PM;@",
    "m/d",
    "mmm-yy",
    "aaaa",
    "[=0]&quot;&quot;;yyyy/m/d",
  ])("have the format %s", async (code) => {
    expect(await date("44301.520833333336", [164], { formats: { 164: code } })).toEqual([
      "2021-04-15 12:30:00",
    ]);
  });

  it.each([
    "0.00",
    "#,##0",
    "0.00E+00",
    "General",
    "G/通用格式",
    "[Red]0",
    "0&quot;d&quot;",
    "@",
    "0_d",
    "0&quot;%&quot;",
  ])("do not have the format %s", async (code) => {
    expect(await date("44301", [164], { formats: { 164: code } })).toEqual(["44301"]);
  });

  it("have the format that the file has for a number, even one of Excel's own", async () => {
    expect(await date("44301", [14], { formats: { 14: "0" } })).toEqual(["44301"]);
  });

  it("without a time are dates, and times without a date are times", async () => {
    expect(await date("44301", [14])).toEqual(["2021-04-15"]);
    expect(await date("0.5", [22])).toEqual(["12:00:00"]);
  });

  it.each(["[h]:mm", "[hh]:mm:ss;@", "[mm]", "[s]"])(
    "are durations if their format counts hours, minutes or seconds on: %s",
    async (code) => {
      const formats = { 164: code };
      expect(await date("0.0625", [164], { formats })).toEqual(["01:30:00"]);
      expect(await date("1.0625005787037", [164], { formats })).toEqual(["25:30:00.050"]);
      expect(await date("44301", [46])).toEqual(["1063224:00:00"]);
      expect(await readFault('<c s="0"><v>-1</v></c>', { styles: [46] })).toMatchObject({
        expected: phraseWith("date"),
      });
    },
  );

  it("are rounded to the millisecond, which a double may miss", async () => {
    expect(await date("44301.52083333333", [22])).toEqual(["2021-04-15 12:30:00"]);
    expect(await date("44301.520834490744", [22])).toEqual(["2021-04-15 12:30:00.100"]);
  });

  it("at midnight keep it if their format shows a time", async () => {
    for (const format of [22, 164])
      expect(await date("44301", [format], { formats: { 164: "yyyy/m/d h:mm" } })).toEqual([
        "2021-04-15 00:00:00",
      ]);
  });

  it("are counted from 1904 if the workbook says so", async () => {
    for (const value of ["1", "true"])
      expect(await date("42839.5", [22], { workbookPr: `<workbookPr date1904="${value}"/>` })).toEqual([
        "2021-04-15 12:00:00",
      ]);
  });

  it("around the leap day of 1900, which never was, are the days that Excel shows", async () => {
    expect(await date("59", [14])).toEqual(["1900-02-28"]);
    expect(await date("61", [14])).toEqual(["1900-03-01"]);
    expect(await readFault('<c s="0"><v>60</v></c>', { styles: [14] })).toMatchObject({
      expected: phraseWith("date"),
    });
  });

  it("may be ISO texts", async () => {
    expect(await readCells('<c t="d"><v>2021-04-15T23:24:38</v></c>')).toEqual(["2021-04-15 23:24:38"]);
    const midnight =
      '<c t="d" s="0"><v>2021-04-15T00:00:00</v></c><c t="d" s="1"><v>2021-04-15T00:00:00</v></c>';
    expect(await readCells(midnight, { styles: [14, 22] })).toEqual(["2021-04-15", "2021-04-15 00:00:00"]);
  });

  it("that a spreadsheet cannot have are faults", async () => {
    expect(await date("2958465.5", [22])).toEqual(["9999-12-31 12:00:00"]);
    for (const value of ["-1", "2958466", "1E300"])
      expect(await readFault(`<c s="0"><v>${value}</v></c>`, { styles: [14] })).toMatchObject({
        expected: phraseWith("date"),
      });
  });
});
