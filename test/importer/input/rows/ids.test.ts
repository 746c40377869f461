import { describe, expect, it } from "vitest";
import { inputError, phraseWith } from "../../support/phrases.js";
import { APPLICATION, formatRecord, HEADER, openText, readAll, readCsv, readJsonl } from "../reading.js";

const fields = (rows: Awaited<ReturnType<typeof readCsv>>) =>
  rows.map(({ problems }) => problems.map(({ field }) => field.replace("/", "")));

/** The problems of the last of these application ids, in a CSV and in JSONL. */
async function check(...ids: string[]): Promise<string[][]> {
  const csv = await readCsv(ids.map((id) => formatRecord({ external_application_id: id })).join("\n"));
  const jsonl = await readJsonl(ids.map((id) => JSON.stringify({ external_application_id: id })).join("\n"));
  return [fields(csv).at(-1) ?? [], fields(jsonl).at(-1) ?? []];
}

const INVALID = [["external_application_id"], ["external_application_id"]];

describe("an application's id", () => {
  it.each(["#N/A", "NULL", "None", "nan", "-", `${APPLICATION}.0`, "Total", "合计"])(
    "is invalid as %s, whatever the others are",
    async (id) => {
      expect(await check(id)).toEqual(INVALID);
    },
  );

  it.each([
    ["6960663240925950000", 1],
    ["6960663240925956000", 1],
    ["6960663240925956400", 0],
  ])("is warned of for the zeros that a spreadsheet makes of its last digits: %s, %i", async (id, count) => {
    const [row] = await readCsv(formatRecord({ external_application_id: id }));
    expect(row?.warnings.map(({ field }) => field)).toEqual(Array(count).fill("external_application_id"));
  });

  it("is invalid if it is not made of digits and the others are", async () => {
    expect(await check(APPLICATION, "see above")).toEqual(INVALID);
    expect(await check("app-1", "app-2")).toEqual([[], []]);
  });
});

describe("an interview's own id", () => {
  it("may look like a number with an exponent, as hashes do, and like another id's damage", async () => {
    const bodies = ["7e10", "12e45", "a7e1", "1.0", "Total"].map((id) => ({
      external_id: id,
      external_application_id: APPLICATION,
    }));
    const jsonl = await readJsonl(bodies.map((body) => JSON.stringify(body)).join("\n"));
    const csv = await readCsv(bodies.map(formatRecord).join("\n"));
    for (const rows of [jsonl, csv]) {
      expect(rows.map(({ body }) => body)).toEqual(bodies);
      expect(rows.flatMap(({ warnings }) => warnings)).toEqual([]);
    }
  });

  it("is warned of if it looks so among numbers", async () => {
    const rows = await readCsv(
      ["123456", "a", "7e10"]
        .map((id) => formatRecord({ external_id: id, external_application_id: APPLICATION }))
        .join("\n"),
    );
    expect(rows.map(({ warnings }) => warnings.map(({ field }) => field))).toEqual([[], [], ["external_id"]]);
  });

  it.each(["a\u00a0b", "a\u000bb", "a\0b", "a\u3000b", "a\ufffdb"])(
    "has no characters that look alike: %j",
    async (id) => {
      const [json] = await readJsonl(
        JSON.stringify({ external_id: id, external_application_id: APPLICATION }),
      );
      expect(json?.problems.map(({ field }) => field)).toEqual(["/external_id"]);
    },
  );
});

describe("a header", () => {
  it.each(["\u200b", "\ufeff", "\u00a0", "\u00ad", "\u200e"])(
    "is read with an invisible character in it: %j",
    async (mark) => {
      const header = HEADER.replace("conclusion", `conclusion${mark}`);
      const text = `${header}\n${formatRecord({ external_application_id: APPLICATION, conclusion: "通过" })}\n`;
      const [row] = await readAll(openText(text, { format: "csv" }));
      expect(row?.body?.interview_assessments).toEqual([{ conclusion: 2 }]);
    },
  );

  it("names all columns that are almost known ones at once", async () => {
    const text = `external_application_id,Conclusions,dimension-title\n${APPLICATION},1,2\n`;
    const columns = ["conclusion", "dimension_title"].map((meant) => phraseWith("columnMeant", { meant }));
    const error = inputError("misspeltColumns", { columns });
    await expect(readAll(openText(text, { format: "csv" }))).rejects.toThrow(error);
  });
});

describe("what is probably a mistake", () => {
  it("is warned of: the same dimension twice, and a time in 1970", async () => {
    const base = { external_id: "a", external_application_id: APPLICATION, begin_time: "1970-01-01 00:00Z" };
    const dimension = {
      username: "张三",
      dimension_title: "沟通",
      dimension_type: "1",
      dimension_value: "90",
    };
    const [row] = await readCsv(
      [formatRecord({ ...base, ...dimension }), formatRecord({ ...base, ...dimension })].join("\n"),
    );
    expect(row?.body).toBeDefined();
    expect(row?.warnings.map(({ line, field }) => [line, field])).toEqual([
      [2, "begin_time"],
      [3, "dimension_title"],
    ]);
    const dimensions = [
      { title: "沟通", assessment_type: 1, score: 90 },
      { score: 90, assessment_type: 1, title: "沟通" },
    ];
    const body = {
      external_application_id: APPLICATION,
      begin_time: 0,
      interview_assessments: [{ assessment_dimension_list: dimensions }],
    };
    const [json] = await readJsonl(JSON.stringify(body));
    expect(json?.warnings.map(({ field }) => field)).toEqual([
      "/begin_time",
      "/interview_assessments/0/assessment_dimension_list/1/title",
    ]);
  });
});
