import { describe, expect, it } from "vitest";
import { readInterviews } from "../../../../src/importer/input/open-input.js";
import type { RowProblem } from "../../../../src/importer/input/rows/interview-row.js";
import { inputError, listValues, phraseWith } from "../../support/phrases.js";
import {
  APPLICATION,
  listProblems,
  openText,
  readAll,
  readJsonl,
  splitIntoChunks,
  toComparable,
} from "../reading.js";

const row = (id: string) => JSON.stringify({ external_id: id, external_application_id: APPLICATION });
const readJson = (text: string) => readAll(openText(text, { format: "json" }));

describe("reading JSON", () => {
  it("hands out the body and the line's own text, unchanged", async () => {
    const text = `  {"external_application_id" : "${APPLICATION}",  "external_id":"\\u0061"} `;
    const rows = await readJsonl(`\n${text}\r\n`);
    expect(toComparable(rows)).toEqual([
      {
        body: { external_application_id: APPLICATION, external_id: "a" },
        problems: [],
        warnings: [],
        line: 2,
        bytes: 80,
        raw: [text],
        externalId: "a",
      },
    ]);
  });

  it("distinguishes an array from lines by its first character, whatever the file is called", async () => {
    expect((await readJson(`${row("a")}\n${row("b")}`)).map((one) => one.externalId)).toEqual(["a", "b"]);
    for (const start of [" \n", "\uFEFF"])
      expect((await readJsonl(`${start}[${row("a")} , ${row("b")}]\n`)).map((one) => one.externalId)).toEqual(
        ["a", "b"],
      );
  });

  it("counts an array's lines, within its elements and between them", async () => {
    const rows = await readJson(`[{\n"external_id":\n"a"},\n${row("b")}\n\n,{\n}, ${row("c")}]`);
    expect(rows.map(({ line }) => line)).toEqual([1, 4, 6, 7]);
  });

  it("rejects an array's element that is no interview, and continues", async () => {
    const rows = await readJson(`[1, "a]", null, [${row("x")}], {"a":}, ${row("b")}]`);
    expect(rows.map(listProblems)).toEqual([
      [[1, "", "jsonObject", "number"]],
      [[1, "", "jsonObject", "jsonText"]],
      [[1, "", "jsonObject", "text"]],
      [[1, "", "jsonObject", "aList"]],
      [[1, "", "json", "notJson"]],
      [],
    ]);
    expect(listValues(rows[2]?.problems[0]?.received)).toEqual(["null"]);
    await expect(readJson("[]")).rejects.toThrow(inputError("noInterviews"));
  });

  it.each([
    { text: `[,${row("a")}]`, line: 1, expected: "interviewNotComma" },
    { text: `[]\n${row("a")}`, line: 2, expected: "nothingAfterArray" },
  ])("says where an array breaks: line $line, $expected", async ({ text, line, expected }) => {
    const error = inputError("brokenArray", { line, expected: phraseWith(expected) });
    await expect(readJson(text)).rejects.toThrow(error);
  });

  it.each([
    { text: `[${row("a")},\n{"external_id":\n"b"`, line: 2, key: "endsInInterview" },
    { text: `[\n"a`, line: 2, key: "endsInInterview" },
    { text: `[${row("a")}`, line: 1, key: "endsInArray" },
    { text: `[${row("a")}\n\n`, line: 3, key: "endsInArray" },
    { text: `[${row("a")},\n`, line: 2, key: "endsInArray" },
    { text: "[", line: 1, key: "endsInArray" },
  ])("says where a file ends too early: line $line, $key", async ({ text, line, key }) => {
    await expect(readJson(text)).rejects.toThrow(inputError(key, { line }));
  });

  it("names the place where a line stops being JSON, without repeating it", async () => {
    const [broken] = await readJsonl('{"username":"王小明" "content":1}');
    expect(broken?.problems[0]?.column).toBe(19);
    expect(broken?.problems[0]?.message).not.toContain("王小明");
  });

  it("names every field that the spec does not allow, by pointer, and repeats no text", async () => {
    const body = {
      external_id: 12,
      external_application_id: APPLICATION,
      participate_status: "参与",
      end_time: 1618500278638.5,
      interview_assessments: [{ conclusion: 9, assessment_dimension_list: [{ score: "九十" }], note: "x" }],
    };
    const [rejected] = await readJsonl(JSON.stringify(body));
    expect(rejected?.body).toBeUndefined();
    const score = "/interview_assessments/0/assessment_dimension_list/0/score";
    const toValues = ({ field, expected, received }: RowProblem) => [
      ...[field, expected.key, listValues(expected)],
      ...[received.key, listValues(received)],
    ];
    expect(rejected?.problems.map(toValues).sort()).toEqual(
      [
        ["/external_id", "idInQuotes", [], "safeNumber", [12]],
        ["/participate_status", "oneOf", ["1", "2", "3"], "longText", [2]],
        ["/end_time", "type", [{ en: "integer", zh: "整数" }], "text", ["1618500278638.5"]],
        ["/interview_assessments/0/conclusion", "oneOf", ["1", "2", "3"], "text", ["9"]],
        [score, "type", [{ en: "integer", zh: "整数" }], "longText", [2]],
        ["/interview_assessments/0/note", "knownField", [], "unknownField", []],
      ].sort(),
    );
  });

  it.each([
    { time: 1618500278, unit: "seconds", received: "looksLikeSeconds" },
    { time: 1618500278638000, unit: "microseconds", received: "looksLikeMicroseconds" },
  ])("rejects a time in $unit", async ({ time, received }) => {
    const [rejected] = await readJsonl(
      JSON.stringify({ external_application_id: APPLICATION, begin_time: time }),
    );
    expect(listProblems(rejected)).toEqual([[1, "/begin_time", "milliseconds", received]]);
  });

  it("rejects a blank id", async () => {
    const [row] = await readJsonl('{"external_id":" ","external_application_id":"7"}');
    expect(listProblems(row)).toEqual([[1, "/external_id", "id", "blank"]]);
  });

  it.each([
    ["6.96E+18", "wholeId", "shortened"],
    ["6.960663240925956e+18", "wholeId", "shortened"],
    ["NULL", "id", "noValue"],
    ["#N/A", "id", "noValue"],
  ])("rejects the id %s", async (id, expected, received) => {
    const [rejected] = await readJsonl(JSON.stringify({ external_application_id: id, external_id: id }));
    expect(listProblems(rejected)).toEqual([
      [1, "/external_id", expected, received],
      [1, "/external_application_id", expected, received],
    ]);
  });

  it("takes an interview that ends as it begins, and ids with an E that is no exponent", async () => {
    const body = {
      external_id: "12E4B",
      external_application_id: APPLICATION,
      begin_time: 1618500278638,
      end_time: 1618500278638,
    };
    expect((await readJsonl(JSON.stringify(body)))[0]).toMatchObject({ body, problems: [], warnings: [] });
  });

  it("warns of value fields beside the wrong type or none, and of zeros that a spreadsheet makes", async () => {
    const [warned] = await readJsonl(
      JSON.stringify({
        external_application_id: "6960663240925950000",
        interview_assessments: [
          {
            assessment_dimension_list: [
              { assessment_type: 4, options: ["a"], option: "a" },
              { score: 1 },
              { assessment_type: 2, option: "a" },
              { title: "a" },
            ],
          },
        ],
      }),
    );
    expect(warned?.body).toBeDefined();
    expect(warned?.warnings.map((warning) => warning.field)).toEqual([
      "/external_application_id",
      "/interview_assessments/0/assessment_dimension_list/0/option",
      "/interview_assessments/0/assessment_dimension_list/1/score",
    ]);
  });

  it("reads a line of 10 MB", async () => {
    const content = "面".repeat(3_500_000);
    const body = { external_application_id: APPLICATION, interview_assessments: [{ content }] };
    const rows = await readAll(
      openText(`${JSON.stringify(body)}\n${row("next")}`, { format: "jsonl" }, [65_536]),
    );
    expect(rows[0]?.body).toEqual(body);
    expect(rows[1]?.externalId).toBe("next");
  });

  it.each(["jsonl", "json"] as const)(
    "rejects a row beyond 16 MiB in %s without holding it, and continues",
    async (format) => {
      const megabyte = Buffer.alloc(1024 * 1024, "a");
      const huge = async function* () {
        yield Buffer.from(`${format === "json" ? "[" : ""}{"external_id":"`);
        for (let i = 0; i < 40; i++) yield megabyte;
        yield Buffer.from(`"}${format === "json" ? "," : "\n"}${row("next")}${format === "json" ? "]" : ""}`);
      };
      const rows = await readAll(readInterviews(huge(), { format }));
      expect(listProblems(rows[0])).toEqual([[1, "", "maxBytes", "rowOfBytes"]]);
      expect(listValues(rows[0]?.problems[0]?.expected)).toEqual([16 * megabyte.length]);
      expect(listValues(rows[0]?.problems[0]?.received)).toEqual([
        40 * megabyte.length + '{"external_id":""}'.length,
      ]);
      expect(rows[0]?.readRaw().join("").length).toBeLessThan(1000);
      expect(rows[1]?.externalId).toBe("next");
    },
  );

  it("hands out the first row before the second has come, and lets the source go when no more is wanted", async () => {
    let asked = 0;
    let released = false;
    const source = async function* () {
      try {
        for (; asked < 1000; asked++)
          yield* splitIntoChunks(Buffer.from(`${asked ? "," : "["}${row(`${asked}`)}`));
      } finally {
        released = true;
      }
    };
    for await (const first of readInterviews(source(), { format: "json" })) {
      expect(first.externalId).toBe("0");
      break;
    }
    expect(asked).toBeLessThan(3);
    expect(released).toBe(true);
  });
});
