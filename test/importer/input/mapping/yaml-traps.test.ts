import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/importer/index.js";
import { Phrase } from "../../../../src/importer/messages/phrase.js";
import { listValues } from "../../support/phrases.js";
import { APPLICATION, readAll } from "../reading.js";
import { openMapped } from "./mapping.js";

const TABLE = `Interview ID,App,Result,"Q: why?",Skill #1,Name\n7,${APPLICATION},No,because,5,张三\n`;
const BASE = "external_application_id: App\n";

/** Why a mapping cannot be used: the line if it is known, what is wrong there, and what is named. */
async function readError(
  mapping: string,
  table = TABLE,
): Promise<[line: unknown, key: string, ...unknown[]]> {
  try {
    await readAll(await openMapped(table, mapping));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { line, problem } = error.phrase.params;
    const found = problem instanceof Phrase ? problem : error.phrase;
    return [line, found.key, ...listValues(found)];
  }
  throw new Error("it was used");
}

describe("what is written in a mapping", () => {
  it("stays a text: No is a word, and an id keeps its digits", async () => {
    const input = await openMapped(
      TABLE,
      "external_application_id:\n  text: 6960663240925956441\nusername: Name\nconclusion:\n  column: Result\n  values:\n    No: Failed\n",
    );
    expect((await readAll(input)).map(({ body }) => body)).toEqual([
      {
        external_application_id: "6960663240925956441",
        interview_assessments: [{ username: "张三", conclusion: 1 }],
      },
    ]);
  });

  it.each<[string, string, [line: number | undefined, key: string, ...named: unknown[]]]>([
    ["a full-width colon", `${BASE}external_id：Interview ID\n`, [2, "wideColon", "external_id"]],
    ["no space after a colon", `${BASE}username:Name\n`, [2, "noSpace", "username: Name"]],
    ["a name with a colon and a space", `${BASE}comment: Q: why?\n`, [2, "colonInName"]],
    [
      "a name with a #, of which only the beginning is left",
      `${BASE}comment: Skill #1\n`,
      [2, "noSuchColumnSuggest", "Skill", "Skill #1"],
    ],
    [
      "a name with a comma in braces",
      `${BASE}comment: {column: Yes, again?}\n`,
      [2, "unknownName", "comment", "again?"],
    ],
    ["a name that begins with !", `${BASE}comment: !x\n`, [2, "exclamation"]],
    ["a name that begins with &", `${BASE}comment: &x\n`, [2, "ampersand"]],
    ["a name that begins with *", `${BASE}comment: *x\n`, [2, "asterisk"]],
    ["a name twice", `${BASE}comment: Name\ncomment: Result\n`, [3, "nameTwice"]],
    ["tabs", `${BASE}conclusion:\n\tcolumn: Result\n`, [3, "tabIndent"]],
    [
      "a misspelt name of this tool",
      `${BASE}usernam: Name\n`,
      [2, "unknownNameSuggest", "usernam", "username"],
    ],
    ["a misspelt column", `${BASE}username: Nmae\n`, [2, "noSuchColumnSuggest", "Nmae", "Name"]],
    [
      "a word that this tool does not have",
      `${BASE}conclusion: {column: Result, values: {No: Bad}}\n`,
      [2, "cannotBecome", "conclusion", "No", "Bad", "Failed"],
    ],
    [
      "blanks",
      `${BASE}conclusion:\n  column: Result\n  values:\n    No:\n    Yes: Passed\n`,
      [undefined, "blanksLeft", 5, "values", "No"],
    ],
    ["no application", "comment: Name\n", [undefined, "noApplication"]],
    ["nothing", "\n", [1, "emptyMapping"]],
    [
      "two shapes at once",
      `${BASE}dimension_title: Name\ndimensions:\n  - {column: Result, type: SingleChoice}\n`,
      [undefined, "bothDimensions", "dimension_title"],
    ],
    [
      "an unknown type",
      `${BASE}dimensions:\n  - column: Result\n    type: Stars\n`,
      [3, "notAType", "Stars", "SingleChoice"],
    ],
    [
      "an unknown date order",
      `${BASE}date_order: month first\n`,
      [2, "dateOrder", "year/month/day", "month/day/year", "day/month/year"],
    ],
    ["minutes without a beginning", `${BASE}end_time: {minutes: Name}\n`, [2, "minutesNeedBegin"]],
    [
      "a brace without the other",
      `${BASE}external_id:\n  text: "a{Interview ID"\n`,
      [3, "loneBrace", "a{Interview ID"],
    ],
  ])("says what is wrong: %s", async (_, mapping, [line, key, ...named]) => {
    const [foundLine, foundKey, ...values] = await readError(mapping);
    expect([foundLine, foundKey]).toEqual([line, key]);
    expect(values).toEqual(expect.arrayContaining(named));
  });

  it("cannot name a column that the file has twice", async () => {
    expect(await readError(`${BASE}comment: Note\n`, `App,Note,Note\n${APPLICATION},a,b\n`)).toEqual([
      ...[2, "columnSeveralTimes", "Note"],
    ]);
  });
});
