import { describe, expect, it } from "vitest";
import { readInterviews } from "../../../src/importer/input/open-input.js";
import type { InputOptions } from "../../../src/importer/input/rows/interview-row.js";
import { inputError, listValues, phraseWith } from "../support/phrases.js";
import { getFixturePath, listInputWarnings, listProblems, listWarnings, readAll } from "./reading.js";

const read = (name: string, options: InputOptions) => readAll(readInterviews(getFixturePath(name), options));

describe("sample files", () => {
  it.each(["bom.jsonl", "bom.csv"])("ignores the byte order mark of %s", async (name) => {
    const rows = await read(name, { format: name === "bom.csv" ? "csv" : "jsonl" });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.body).toEqual({
      external_id: "bom-1",
      external_application_id: "6960663240925956437",
      participate_status: 2,
      interview_assessments: [{ username: "王小明", content: "表达清晰" }],
    });
  });

  it("reads GB18030 as Chinese Excel saves it, four-byte characters and local times too, and says so", async () => {
    const input = readInterviews(getFixturePath("gb18030.csv"), { format: "csv", timeZone: "Asia/Shanghai" });
    const rows = await readAll(input);
    expect(rows.map((row) => row.body)).toEqual([
      {
        external_id: "gb-1",
        external_application_id: "6960663240925956437",
        participate_status: 2,
        begin_time: Date.parse("2021-04-15T23:24:00+08:00"),
        end_time: Date.parse("2021-04-16T00:10:00+08:00"),
        interview_assessments: [
          {
            username: "欧阳晓燕",
            conclusion: 2,
            content: "思路清楚，表达流畅",
            assessment_dimension_list: [
              { assessment_type: 1, title: "沟通能力", score: 88 },
              { assessment_type: 4, title: "技术方向", options: ["后端", "基础架构"] },
            ],
          },
        ],
      },
      {
        external_id: "gb-2",
        external_application_id: "6960663240925956438",
        participate_status: 3,
        begin_time: Date.parse("2021-04-16T14:00:00+08:00"),
        end_time: Date.parse("2021-04-16T15:00:00+08:00"),
        interview_assessments: [{ username: "龘靐", content: "候选人未到场𠮷" }],
      },
    ]);
    expect(listInputWarnings(input)).toEqual([phraseWith("readAsGb18030")]);
  });

  it.each(["crlf.jsonl", "crlf.csv"])("reads the line ends of %s", async (name) => {
    const rows = await read(name, { format: name === "crlf.csv" ? "csv" : "jsonl" });
    expect(rows.map((row) => row.body?.external_id)).toEqual(["crlf-1", "crlf-2"]);
    expect(rows.flatMap((row) => row.readRaw()).join("")).not.toMatch(/[\r\n]/);
  });

  it("keeps the line ends and quotes within quoted cells, and counts the lines", async () => {
    const rows = await read("quoted-newlines.csv", { format: "csv" });
    expect(rows[0]?.body?.interview_assessments?.[0]?.content).toBe('第一行\n第二行, "引用"\r\n第三行');
    expect(rows[0]?.body?.interview_assessments?.[0]?.assessment_dimension_list?.[0]?.content).toBe(
      "写得\n很好",
    );
    expect(rows.map((row) => row.line)).toEqual([2, 6]);
  });

  it("rejects what Excel has damaged, and warns of what it may have damaged", async () => {
    const rows = await read("excel-damage.csv", { format: "csv" });
    expect(rows.map(listProblems)).toEqual([
      [[2, "external_application_id", "wholeId", "shortened"]],
      [],
      [[4, "begin_time", "time", "shortened"]],
      [[5, "begin_time", "time", "dayCount"]],
    ]);
    expect(listValues(rows[0]?.problems[0]?.received)).toEqual(["6.96E+18"]);
    expect(rows.map(listWarnings)).toEqual([
      [],
      [[3, "external_application_id", "originalId", "rounded"]],
      [],
      [],
    ]);
  });

  it.each([
    { name: "empty.csv", format: "csv" },
    { name: "empty.jsonl", format: "jsonl" },
    { name: "only-header.csv", format: "csv" },
  ] as const)("cannot import $name, which has no interviews", async ({ name, format }) => {
    await expect(read(name, { format })).rejects.toThrow(inputError("noInterviews"));
  });

  it.each(["emoji.jsonl", "emoji.csv"])("keeps the emoji of %s whole", async (name) => {
    const [row] = await read(name, { format: name === "emoji.csv" ? "csv" : "jsonl" });
    expect(row?.body?.external_id).toBe("emoji-👩🏽‍💻");
    expect(row?.body?.interview_assessments?.[0]?.username).toBe("王😀明");
  });

  it("reads the elements of a pretty-printed array one by one, with their lines", async () => {
    const rows = await read("pretty-array.json", { format: "json" });
    expect(rows.map((row) => [row.line, row.body?.external_id])).toEqual([
      [2, "array-1"],
      [7, "array-2"],
    ]);
    expect(rows[0]?.body?.interview_assessments?.[0]?.content).toBe('括号 ] } 与引号 " 都在文字里');
  });

  it("distinguishes good rows from bad ones, each with its own reason", async () => {
    const rows = await read("mixed.jsonl", { format: "jsonl" });
    expect(rows.map((row) => row.line)).toEqual([1, 3, 4, 5, 6, 7, 8, 9]);
    expect(rows.map(listProblems)).toEqual([
      [],
      [
        [3, "/external_application_id", "value", "nothing"],
        [3, "/participate_status", "oneOf", "text"],
      ],
      [[4, "/external_application_id", "idInQuotes", "unsafeNumber"]],
      [
        [5, "/begin_time", "milliseconds", "looksLikeSeconds"],
        [5, "/end_time", "milliseconds", "looksLikeSeconds"],
      ],
      [[6, "/end_time", "notBeforeBegin", "beforeBeginTime"]],
      [[7, "", "json", "notJson"]],
      [[8, "", "jsonObject", "aList"]],
      [],
    ]);
    const received = rows.map(({ problems }) => problems.flatMap((problem) => listValues(problem.received)));
    expect(received).toEqual([
      ...[[], ["7"], [], [1618500278, 1618500279]],
      ...[[1618500278638, 1618500278639], [], [], []],
    ]);
    expect(rows.map((row) => row.externalId)).toEqual([
      "mixed-1",
      "mixed-2",
      "mixed-3",
      "mixed-4",
      "mixed-5",
      undefined,
      undefined,
      "mixed-7",
    ]);
    const field = "/interview_assessments/0/assessment_dimension_list/0/content";
    expect(listWarnings(rows[7])).toEqual([[9, field, "valueAlone", "valueIn"]]);
    expect(rows[7]?.warnings[0]).toMatchObject({
      expected: { params: { field: "score", type: 1 } },
      received: { params: { field: "content" } },
    });
  });

  it("stops at a truncated character in a UTF-8 file, rather than read it in another encoding", async () => {
    await expect(read("damaged-utf8.csv", { format: "csv" })).rejects.toThrow(
      inputError("notUtf8", { line: 3 }),
    );
  });
});
