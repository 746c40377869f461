import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/importer/input/input-error.js";
import { readInterviews } from "../../../src/importer/input/open-input.js";
import type { InputOptions } from "../../../src/importer/input/rows/interview-row.js";
import { all, fixture, messages, warnings } from "./reading.js";

const read = (name: string, options: InputOptions) => all(readInterviews(fixture(name), options));

describe("files as people have them", () => {
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
    const input = readInterviews(fixture("gb18030.csv"), { format: "csv", timeZone: "Asia/Shanghai" });
    const rows = await all(input);
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
    expect(input.warnings.map(String)).toEqual([expect.stringContaining("GB18030")]);
  });

  it.each(["crlf.jsonl", "crlf.csv"])("takes the line ends of %s for what they are", async (name) => {
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

  it("refuses what Excel has damaged, and warns of what it may have", async () => {
    const rows = await read("excel-damage.csv", { format: "csv" });
    expect(rows.map(messages)).toEqual([
      [
        'line 2, external_application_id: expected the whole id (format the column as text and paste the ids again), received "6.96E+18", which a spreadsheet has shortened',
      ],
      [],
      [expect.stringContaining("line 4, begin_time: expected a time such as")],
      [expect.stringContaining("a spreadsheet's own count of days")],
    ]);
    expect(warnings(rows[1])).toEqual([expect.stringContaining("line 3, external_application_id")]);
  });

  it.each([
    { name: "empty.csv", format: "csv" },
    { name: "empty.jsonl", format: "jsonl" },
    { name: "only-header.csv", format: "csv" },
  ] as const)("cannot import $name, which has no interviews", async ({ name, format }) => {
    const rows = all(readInterviews(fixture(name), { format }));
    await expect(rows).rejects.toBeInstanceOf(InputError);
    await expect(rows).rejects.toThrow("no interviews");
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
    expect(rows.map((row) => messages(row))).toEqual([
      [],
      [
        "line 3, /external_application_id: expected a value, received nothing",
        "line 3, /participate_status: expected one of 1, 2, 3, received 7",
      ],
      [
        "line 4, /external_application_id: expected the id in quotes, received a number beyond 2^53, whose last digits JSON loses",
      ],
      [
        "line 5, /begin_time: expected milliseconds since 1970 (13 digits), received 1618500278, which looks like seconds",
        "line 5, /end_time: expected milliseconds since 1970 (13 digits), received 1618500279, which looks like seconds",
      ],
      [
        "line 6, /end_time: expected a time that is not before begin_time, received 1618500278638, which is before begin_time 1618500278639",
      ],
      [expect.stringMatching(/^line 7.*expected JSON/)],
      ["line 8: expected a JSON object, received a list"],
      [],
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
    expect(warnings(rows[7])).toEqual([
      "line 9, /interview_assessments/0/assessment_dimension_list/0/content: expected a value in score alone, as for type 1 (打分题), received a value in content",
    ]);
  });

  it("stops at a character that is cut in a UTF-8 file, rather than read it as something else", async () => {
    await expect(read("damaged-utf8.csv", { format: "csv" })).rejects.toThrow(
      "Line 3 has bytes that are not UTF-8",
    );
  });
});
