import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/importer/index.js";
import { APPLICATION, all } from "../reading.js";
import { openMapped } from "./mapping.js";

const TABLE = `Interview ID,App,Result,"Q: why?",Skill #1,Name\n7,${APPLICATION},No,because,5,张三\n`;
const BASE = "external_application_id: App\n";

/** What is said of a mapping that cannot be used. */
async function readError(mapping: string, table = TABLE): Promise<string> {
  try {
    await all(await openMapped(table, mapping));
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error("it was used");
}

describe("what is written in a mapping", () => {
  it("stays a text: No is a word, and an id keeps its digits", async () => {
    const input = await openMapped(
      TABLE,
      "external_application_id:\n  text: 6960663240925956441\nusername: Name\nconclusion:\n  column: Result\n  values:\n    No: Failed\n",
    );
    expect((await all(input)).map(({ body }) => body)).toEqual([
      {
        external_application_id: "6960663240925956441",
        interview_assessments: [{ username: "张三", conclusion: 1 }],
      },
    ]);
  });

  it.each<[string, string, RegExp]>([
    ["a full-width colon", `${BASE}external_id：Interview ID\n`, /line 2.*external_id.*：/],
    ["no space after a colon", `${BASE}username:Name\n`, /line 2.*username: Name/],
    ["a name with a colon and a space", `${BASE}comment: Q: why?\n`, /line 2.*quotes.*"Q: why\?"/],
    [
      "a name with a #, of which only the beginning is left",
      `${BASE}comment: Skill #1\n`,
      /line 2.*Skill.*Skill #1/,
    ],
    ["a name with a comma in braces", `${BASE}comment: {column: Yes, again?}\n`, /line 2.*again\?.*column/],
    ["a name that begins with !", `${BASE}comment: !x\n`, /line 2.*!/],
    ["a name that begins with &", `${BASE}comment: &x\n`, /line 2.*&/],
    ["a name that begins with *", `${BASE}comment: *x\n`, /line 2/],
    ["a name twice", `${BASE}comment: Name\ncomment: Result\n`, /line 3/],
    ["tabs", `${BASE}conclusion:\n\tcolumn: Result\n`, /line 3.*spaces/],
    ["a misspelt name of this tool", `${BASE}usernam: Name\n`, /line 2.*usernam.*username/],
    ["a misspelt column", `${BASE}username: Nmae\n`, /line 2.*Nmae.*Name/],
    [
      "a word that this tool does not have",
      `${BASE}conclusion: {column: Result, values: {No: Bad}}\n`,
      /line 2.*No.*Bad.*Failed/,
    ],
    [
      "blanks",
      `${BASE}conclusion:\n  column: Result\n  values:\n    No:\n    Yes: Passed\n`,
      /values: No \(line 5\)/,
    ],
    ["no application", "comment: Name\n", /external_application_id/],
    ["nothing", "\n", /empty/],
    [
      "two shapes at once",
      `${BASE}dimension_title: Name\ndimensions:\n  - {column: Result, type: SingleChoice}\n`,
      /dimension_title/,
    ],
    [
      "an unknown type",
      `${BASE}dimensions:\n  - column: Result\n    type: Stars\n`,
      /line 3.*Stars.*SingleChoice/,
    ],
    ["an unknown date order", `${BASE}date_order: month first\n`, /line 2.*month\/day\/year/],
    ["minutes without a beginning", `${BASE}end_time: {minutes: Name}\n`, /line 2.*begin_time/],
    [
      "a brace without the other",
      `${BASE}external_id:\n  text: "a{Interview ID"\n`,
      /line 3.*a\{Interview ID/,
    ],
  ])("says what is wrong: %s", async (_, mapping, message) => {
    expect(await readError(mapping)).toMatch(message);
  });

  it("cannot name a column that the file has twice", async () => {
    expect(await readError(`${BASE}comment: Note\n`, `App,Note,Note\n${APPLICATION},a,b\n`)).toMatch(
      /line 2.*Note/,
    );
  });
});
