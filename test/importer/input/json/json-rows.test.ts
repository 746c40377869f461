import { describe, expect, it } from "vitest";
import { readInterviews } from "../../../../src/importer/input/open-input.js";
import { APPLICATION, all, comparable, inChunks, messages, open, readJsonl } from "../reading.js";

const row = (id: string) => JSON.stringify({ external_id: id, external_application_id: APPLICATION });
const readJson = (text: string) => all(open(text, { format: "json" }));

describe("reading JSON", () => {
  it("hands out the body and the line's own text, unchanged", async () => {
    const text = `  {"external_application_id" : "${APPLICATION}",  "external_id":"\\u0061"} `;
    const rows = await readJsonl(`\n${text}\r\n`);
    expect(comparable(rows)).toEqual([
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
    expect((await readJsonl(` \n[${row("a")} , ${row("b")}]\n`)).map((one) => one.externalId)).toEqual([
      "a",
      "b",
    ]);
  });

  it("refuses an array's element that is no interview, and continues", async () => {
    const rows = await readJson(`[1, "a]", null, [${row("x")}], {"a":}, ${row("b")}]`);
    expect(rows.map((one) => messages(one)[0])).toEqual([
      "line 1: expected a JSON object, received a number",
      "line 1: expected a JSON object, received a string",
      "line 1: expected a JSON object, received null",
      "line 1: expected a JSON object, received a list",
      expect.stringContaining("expected JSON"),
      undefined,
    ]);
    await expect(readJson("[]")).rejects.toThrow("no interviews");
  });

  it.each([
    { text: `[${row("a")},\n{"external_id":"b"`, message: "Line 2: the JSON array is broken" },
    { text: `[${row("a")}`, message: "Line 1: the JSON array is broken" },
    { text: `[${row("a")},\n`, message: "Line 2: the JSON array is broken" },
    { text: `[,${row("a")}]`, message: "Line 1: the JSON array is broken" },
    { text: `[]\n${row("a")}`, message: "Line 2: the JSON array is broken" },
  ])("says where an array breaks: $message", async ({ text, message }) => {
    await expect(readJson(text)).rejects.toThrow(message);
  });

  it("names the place where a line stops being JSON, without repeating it", async () => {
    const [broken] = await readJsonl('{"username":"王小明" "content":1}');
    expect(broken?.problems[0]?.column).toBeGreaterThan(1);
    expect(messages(broken).join()).not.toContain("王小明");
  });

  it("names every field that the spec refuses, by pointer, and repeats no text", async () => {
    const body = {
      external_id: 12,
      external_application_id: APPLICATION,
      participate_status: "参与",
      end_time: 1618500278638.5,
      interview_assessments: [{ conclusion: 9, assessment_dimension_list: [{ score: "九十" }], note: "x" }],
    };
    const [refused] = await readJsonl(JSON.stringify(body));
    expect(refused?.body).toBeUndefined();
    expect(
      refused?.problems.map(({ field, expected, received }) => [field, String(expected), String(received)]),
    ).toEqual(
      expect.arrayContaining([
        ["/external_id", "the id in quotes", "the number 12"],
        ["/participate_status", "one of 1, 2, 3", "a text of 2 characters"],
        ["/end_time", "type integer", "1618500278638.5"],
        ["/interview_assessments/0/conclusion", "one of 1, 2, 3", "9"],
        [
          "/interview_assessments/0/assessment_dimension_list/0/score",
          "type integer",
          "a text of 2 characters",
        ],
        ["/interview_assessments/0/note", "a field of the API", "an unknown one"],
      ]),
    );
    expect(refused?.problems).toHaveLength(6);
  });

  it.each([
    { time: 1618500278, unit: "seconds" },
    { time: 1618500278638000, unit: "microseconds" },
  ])("refuses a time in $unit", async ({ time, unit }) => {
    const [refused] = await readJsonl(
      JSON.stringify({ external_application_id: APPLICATION, begin_time: time }),
    );
    expect(messages(refused)[0]).toContain(`looks like ${unit}`);
  });

  it("refuses a blank id", async () => {
    const [row] = await readJsonl('{"external_id":" ","external_application_id":"7"}');
    expect(messages(row)).toEqual(["line 1, /external_id: expected an id, received a blank"]);
  });

  it.each(["6.96E+18", "6.960663240925956e+18", "NULL", "#N/A"])("refuses the id %s", async (id) => {
    const [refused] = await readJsonl(JSON.stringify({ external_application_id: id, external_id: id }));
    expect(refused?.problems.map((problem) => problem.field)).toEqual([
      "/external_id",
      "/external_application_id",
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
    const rows = await all(open(`${JSON.stringify(body)}\n${row("next")}`, { format: "jsonl" }, [65_536]));
    expect(rows[0]?.body).toEqual(body);
    expect(rows[1]?.externalId).toBe("next");
  });

  it.each(["jsonl", "json"] as const)(
    "refuses a row beyond 16 MiB in %s without holding it, and continues",
    async (format) => {
      const megabyte = Buffer.alloc(1024 * 1024, "a");
      const huge = async function* () {
        yield Buffer.from(`${format === "json" ? "[" : ""}{"external_id":"`);
        for (let i = 0; i < 40; i++) yield megabyte;
        yield Buffer.from(`"}${format === "json" ? "," : "\n"}${row("next")}${format === "json" ? "]" : ""}`);
      };
      const rows = await all(readInterviews(huge(), { format }));
      expect(messages(rows[0])[0]).toContain("expected at most 16777216 bytes, received a row of 41943");
      expect(rows[0]?.readRaw().join("").length).toBeLessThan(1000);
      expect(rows[1]?.externalId).toBe("next");
    },
  );

  it("hands out the first row before the second has come, and lets the source go when no more is wanted", async () => {
    let asked = 0;
    let released = false;
    const source = async function* () {
      try {
        for (; asked < 1000; asked++) yield* inChunks(Buffer.from(`${asked ? "," : "["}${row(`${asked}`)}`));
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

describe("a JSON file that is not as it should be", () => {
  it.each(['{\n  "external_id": "a"\n}\n', '{"data": [\n  {"external_id": "a"}\n]}\n'])(
    "cannot be read where an interview is spread over lines: %j",
    async (text) => {
      await expect(readJsonl(text)).rejects.toThrow("Line 1 begins a JSON text that continues below it");
    },
  );

  it("is read line by line where only its first line is broken", async () => {
    const body = { external_application_id: APPLICATION, interview_assessments: [{}] };
    const text = JSON.stringify(body);
    for (const bad of [`${text},`, text.slice(0, text.indexOf("}]"))]) {
      const rows = await readJsonl(`${bad}\n${text}\n`);
      expect(rows.map((one) => one.body !== undefined)).toEqual([false, true]);
    }
  });

  it("reads null as a field that is left out, in a file of rejected rows too", async () => {
    const rejected = `{"_rejected":{"reason":"no","external_id":"moka:1"},"external_id":null,"external_application_id":"7"}`;
    const [row] = await readJsonl(rejected);
    expect(row?.body).toEqual({ external_application_id: "7" });
    expect(row?.assignedId).toBe("moka:1");
  });

  it("may have a mark of order within it, where two files were put together", async () => {
    const body = JSON.stringify({ external_application_id: APPLICATION });
    const rows = await readJsonl(`${body}\n\uFEFF${body}\n`);
    expect(rows.map((row) => row.body !== undefined)).toEqual([true, true]);
  });

  it("may not have half a character in an id, of which all halves would count as one", async () => {
    const [row] = await readJsonl('{"external_application_id":"7","external_id":"\\ud83d"}');
    expect(messages(row)[0]).toContain("received one with U+D83D in it");
  });
});
