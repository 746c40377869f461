import { describe, expect, it } from "vitest";
import { readCells } from "./read-cells.js";

/** What cells with these numbers read as, in a format. */
async function read(code: string, values: readonly number[]): Promise<string[]> {
  const cells = values.map((value) => `<c s="0"><v>${value}</v></c>`).join("");
  const escaped = code.replace(/[<>&"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  return readCells(cells, { styles: [164], formats: { 164: escaped } });
}

describe("a number whose format shows a word", () => {
  it.each([
    ['[=1]"通过";[=2]"不通过"', [1, 2, 3], ["通过", "不通过", "3"]],
    ["[=1]男;[=2]女;", [1, 2, 3], ["男", "女", "3"]],
    ['[Red][>=60]"及格";[Blue][<0]\\缺\\考;"不及格"', [60, -1, 59.5], ["及格", "缺考", "不及格"]],
    ['[<=3]"low";"high"', [3, 4], ["low", "high"]],
    ['[<>0]"yes";"no"', [5, 0], ["yes", "no"]],
    ['"是";;"否"', [1, -1, 0], ["是", "-1", "否"]],
    ['"√";"×"', [1, 0, -1], ["√", "√", "×"]],
    ['0;-0;"无";@', [92, -3, 0], ["92", "-3", "无"]],
    ['"缺考"', [0], ["缺考"]],
    ['_ "A;B"* ;@', [1], ["A;B"]],
  ])("reads as the word: %s", async (code, values, texts) => {
    expect(await read(code, values)).toEqual(texts);
  });

  it.each([
    '0"分"',
    '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ',
    '0;-0;"—"',
    '[$¥-804]0;[$¥-804]\\-0;[$¥-804]"-"',
    ";;;",
    "[<60][Red]General;G/通用格式",
    "#,##0.0;(#,##0.0)",
  ])("is a number if the format shows that, a dash or nothing: %s", async (code) => {
    expect(await read(code, [92, 0])).toEqual(["92", "0"]);
  });

  it("is a date if the format shows a date", async () => {
    expect(await read('[=0]"未定";yyyy"年"m"月"d"日"', [0, 44301])).toEqual(["未定", "2021-04-15"]);
  });
});
