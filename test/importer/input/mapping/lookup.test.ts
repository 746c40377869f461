import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/importer/index.js";
import { inputError, listValues, phraseWith } from "../../support/phrases.js";
import { APPLICATION, listProblems, readAll } from "../reading.js";
import { openMapped } from "./mapping.js";

describe("a lookup", () => {
  const table = `Id,App\ni1, 77\n`;
  const mapping = "external_id: Id\nexternal_application_id: {column: App, lookup: ids.csv}\n";
  const read = async (ids: string) =>
    readAll(await openMapped(table, mapping, { files: { "ids.csv": ids } }));

  it("replaces an id with Feishu's", async () => {
    expect(
      (await read(`old,new\n77,${APPLICATION}\n`)).map(({ body }) => body?.external_application_id),
    ).toEqual([APPLICATION]);
  });

  it('takes ="…" off its ids as off those of the table, with the blanks around and within it', async () => {
    const rows = await read(`old,new\n" ="" 77"" ",="\t${APPLICATION}"\n`);
    expect(rows.map(({ body }) => body?.external_application_id)).toEqual([APPLICATION]);
  });

  it("rejects a row whose id it lacks", async () => {
    const rows = await read(`old,new\n78,${APPLICATION}\n`);
    expect(rows.map(listProblems)).toEqual([[[2, "App", "idOfLookup", "quoted"]]]);
    const [problem] = rows[0]?.problems ?? [];
    expect([problem?.expected, problem?.received].flatMap(listValues)).toEqual(["ids.csv", "77"]);
  });

  it.each([
    [
      "ids that a spreadsheet has shortened",
      "old,new\n77,6.96066E+18\n",
      inputError("lookupShortened", {
        name: "ids.csv",
        count: 1,
        ids: [phraseWith("atLine", { line: 2, what: "6.96066E+18" })],
      }),
    ],
    [
      "two ids for one",
      `old,new\n77,${APPLICATION}\n77,6960663240925956438\n`,
      inputError("lookupTwice", {
        name: "ids.csv",
        count: 1,
        ids: [
          phraseWith("lookupTwiceLine", {
            line: 3,
            from: "77",
            before: APPLICATION,
            to: "6960663240925956438",
          }),
        ],
      }),
    ],
    [
      "three columns",
      `old,new,more\n77,${APPLICATION},x\n`,
      inputError("lookupColumns", { name: "ids.csv", lines: [phraseWith("line", { line: 1 })] }),
    ],
    [
      "a broken quote",
      `old,new\n77,"${APPLICATION}"x\n`,
      inputError("lookupColumns", { name: "ids.csv", lines: [phraseWith("line", { line: 2 })] }),
    ],
  ])("is rejected for %s", async (_, ids, error) => {
    await expect(read(ids)).rejects.toThrow(error);
  });

  it("is rejected if its file is missing", async () => {
    const error = inputError("lookupMissing", { name: "ids.csv" });
    await expect(readAll(await openMapped(table, mapping))).rejects.toThrow(error);
  });

  it("is rejected with the reason if it is a folder", async () => {
    const error = inputError("cannotReadLookup", { name: "..", reason: expect.anything() });
    const folder = mapping.replace("ids.csv", '".."');
    await expect(readAll(await openMapped(table, folder))).rejects.toThrow(error);
  });

  it("has all its wrong lines reported at once, up to twenty of each kind", async () => {
    const lines = Array.from({ length: 25 }, (_, i) => `a${i},6.96E+18\nb${i},7,x\n`).join("");
    const found = await read(`old,new\n${lines}77,1\n77,2\n`).catch((thrown: unknown) => thrown);
    if (!(found instanceof InputError)) throw new Error("it was used");
    expect(found.phrases.map(({ key, params }) => [key, params.count])).toEqual([
      ["lookupColumns", undefined],
      ["lookupShortened", 25],
      ["lookupTwice", 1],
    ]);
    const [columns, shortened] = found.phrases;
    const more = phraseWith("moreLines", { count: 5 });
    expect(columns?.params.lines).toMatchObject({ 0: phraseWith("line", { line: 3 }), 20: more, length: 21 });
    const first = phraseWith("atLine", { what: "6.96E+18", line: 2 });
    expect(shortened?.params.ids).toMatchObject({ 0: first, 20: more, length: 21 });
  });
});
