import { describe, expect, it } from "vitest";
import { InputError } from "../../../../src/importer/index.js";
import { APPLICATION, readAll } from "../reading.js";
import { openMapped } from "./mapping.js";

const TABLE = `编号,投递,结论,评语\n7,${APPLICATION},好,不错\n`;

/** The problems for which a mapping cannot be used: what is wrong, and on which line. */
async function listProblems(
  mapping: string,
  files: Readonly<Record<string, string>> = {},
): Promise<[string, unknown][]> {
  const error = await openMapped(TABLE, mapping, { files })
    .then(readAll)
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof InputError)) throw new Error("it was used");
  return error.phrases.map(({ key, params }) => {
    const { problem } = params;
    return [typeof problem === "object" && "key" in problem ? problem.key : key, params.line];
  });
}

describe("all problems of a mapping are reported at once", () => {
  it("in the order of its lines, with its blanks", async () => {
    const mapping = [
      "external_application_id: 投递",
      "comnent: 评语",
      "username: {text: '{评语'}",
      "conclusion: {column: 结论, values: {好: Good, 坏: Bad, 中: }}",
      "dimensions:",
      "  - {column: 评语, type: Stars}",
      "  - {type: Score}",
      "date_order: day first",
    ];
    expect(await listProblems(mapping.join("\n"))).toEqual([
      ["unknownNameSuggest", 2],
      ["loneBrace", 3],
      ["cannotBecome", 4],
      ["cannotBecome", 4],
      ["notAType", 6],
      ["dimensionColumn", 7],
      ["dateOrder", 8],
      ["blanksLeft", undefined],
    ]);
  });

  it("also where it is no YAML for the way that people write colons", async () => {
    expect(await listProblems("external_id：编号\nexternal_application_id：投递\ncomment:评语\n")).toEqual([
      ["wideColon", 1],
      ["wideColon", 2],
      ["noSpace", 3],
    ]);
  });

  it("also if the file lacks columns", async () => {
    const mapping =
      "external_application_id: 投递\nexternal_id: 号\ncomment: 评\ndimensions:\n  - {column: 沟通, type: Score}\n";
    const lines = (await listProblems(mapping)).map(([, line]) => line);
    expect(lines).toEqual([2, 3, 5]);
  });

  it("up to twenty", async () => {
    const mapping = Array.from({ length: 30 }, (_, index) => `wrong${index}: 编号\n`).join("");
    const problems = await listProblems(`external_application_id: 投递\n${mapping}`);
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)).toEqual(["moreProblems", undefined]);
  });
});

it("all ids of a lookup that have several applications are reported at once", async () => {
  const ids = Array.from({ length: 30 }, (_, index) => `a${index},${APPLICATION}\na${index},${index}\n`);
  const input = await openMapped(TABLE, "external_application_id:\n  column: 编号\n  lookup: ids.csv\n", {
    files: { "ids.csv": `old,new\n${ids.join("")}` },
  });
  const error = await readAll(input).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  const { count, ids: listed } = (error as InputError).phrase.params;
  expect(count).toBe(30);
  expect(listed).toHaveLength(21);
  expect(listed).toMatchObject({ 0: { params: { from: "a0", before: APPLICATION, line: 3, to: "0" } } });
});
