/**
 * `npx tsx scripts/make-workbooks.ts`: writes the workbooks of test/fixtures/workbooks, with another library
 * than the reader that they test uses. The people in them are invented.
 */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type WriteOptions, type WriteSheet, writeXlsx } from "hucre/xlsx";

const FOLDER = new URL("../test/fixtures/workbooks/", import.meta.url);
const HEADER = ["external_id", "external_application_id", "begin_time", "username", "conclusion", "comment"];
const APPLICATION = "6960663240925956437";
const START = new Date(Date.UTC(2021, 3, 15, 23, 24, 38));

/** Creates a sheet of interviews; `format` is that of the dates in `begin_time`. */
function createSheet(rows: WriteSheet["rows"], format?: string, more: Partial<WriteSheet> = {}): WriteSheet {
  const cells = new Map(
    (rows ?? []).flatMap((row, index) =>
      row[2] instanceof Date && format !== undefined
        ? [[`${index + 1},2`, { value: row[2], style: { numFmt: format } }] as const]
        : [],
    ),
  );
  return { name: "面试", rows: [HEADER, ...(rows ?? [])], cells, ...more };
}

/** Creates the rows of one interview. */
const createRows = (time: Date | string | number = "2021-04-15 23:24:38") => [
  ["i1", APPLICATION, time, "张三", "通过", "思路清楚 👩‍💻 & <b>"],
];

const WORKBOOKS: Readonly<Record<string, WriteOptions>> = {
  "shared-strings": { sheets: [createSheet(createRows())], stringMode: "shared" },
  "inline-strings": { sheets: [createSheet(createRows())], stringMode: "inline" },
  "date-format": { sheets: [createSheet(createRows(START), "yyyy-mm-dd hh:mm:ss")] },
  "chinese-date-format": { sheets: [createSheet(createRows(START), 'yyyy"年"m"月"d"日" h:mm:ss')] },
  "date-1904": { sheets: [createSheet(createRows(START), "yyyy-mm-dd hh:mm:ss")], dateSystem: "1904" },
  "date-alone": { sheets: [createSheet(createRows(new Date(Date.UTC(2021, 3, 15))), "yyyy-mm-dd")] },
  "damaged-id": { sheets: [createSheet([["i1", 6_960_663_240_925_956_000, "", "张三", "通过", ""]])] },
  formulas: {
    sheets: [
      createSheet(createRows(), undefined, {
        cells: new Map([["1,3", { formula: '"张"&"三"', formulaResult: "张三" }]]),
      }),
    ],
  },
  "merged-cells": {
    sheets: [
      {
        name: "面试",
        rows: [
          [...HEADER, "dimension_title", "dimension_type", "dimension_value"],
          ["i1", APPLICATION, "", "张三", "通过", "好", "沟通", "打分题", 80],
          ["", "", "", "", "", "", "编程", "打分题", 90],
        ],
        merges: [0, 1, 3, 4, 5].map((column) => ({
          startRow: 1,
          endRow: 2,
          startCol: column,
          endCol: column,
        })),
      },
    ],
  },
  hidden: {
    sheets: [
      createSheet([...createRows(), ["i2", APPLICATION, "", "李四", "待定", ""]], undefined, {
        rowDefs: new Map([[2, { hidden: true }]]),
      }),
      { name: "旧数据", rows: [["anything"]], hidden: true },
    ],
  },
  "two-sheets": {
    sheets: [createSheet(createRows()), createSheet(createRows(), undefined, { name: "二面" })],
  },
  encrypted: { sheets: [createSheet(createRows())], encryption: { password: "secret", spinCount: 1000 } },
};

for (const [name, workbook] of Object.entries(WORKBOOKS)) {
  const path = fileURLToPath(new URL(`${name}.xlsx`, FOLDER));
  await writeFile(path, await writeXlsx(workbook));
}
