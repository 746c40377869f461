import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readInterviews, readMapping } from "../../../../src/importer/index.js";
import { listValues } from "../../support/phrases.js";
import { getFixturePath, readAll } from "../reading.js";
import { formatTextRows, writeWorkbook } from "../xlsx/make-workbook.js";

const mapping = getFixturePath("mapping/scorecards.csv.map.yaml");
const csv = getFixturePath("mapping/scorecards.csv");

async function readExpected(): Promise<unknown[]> {
  const text = await readFile(getFixturePath("mapping/expected.jsonl"), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** The same table as a workbook: every cell a text. */
async function writeScorecards(): Promise<string> {
  const lines = (await readFile(csv, "utf8")).trim().split("\n");
  const cells = lines.map((line) =>
    [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].map(([, plain = "", quoted]) => quoted ?? plain),
  );
  return writeWorkbook({ sheets: [{ name: "Scorecards", rows: formatTextRows(cells) }] });
}

describe.each([
  ["a CSV", async () => csv],
  ["a workbook", writeScorecards],
])("scorecards in %s", (kind, getPath) => {
  it("become the interviews that are expected, and two rows are rejected by row, column and word", async () => {
    const input = readInterviews(await getPath(), { format: "csv", mapping: await readMapping(mapping) });
    const rows = await readAll(input);
    expect(rows.flatMap(({ body }) => body ?? [])).toEqual(await readExpected());
    const problems = rows.flatMap((row) => row.problems);
    expect(problems.map(({ line, field, received }) => [line, field, ...listValues(received)])).toEqual([
      [6, "Overall Recommendation", "Leaning Yes"],
      [6, "Coding", "2.5"],
      [7, "Application ID", "24617404011"],
    ]);
    if (kind === "a workbook") expect(problems[0]).toMatchObject({ sheet: "Scorecards", cell: "K6" });
    expect(input.warnings.map(({ key, params }) => [key, params.count])).toEqual([
      ["leftOut", 1],
      ["notAssessed", 1],
      ["unusedColumns", undefined],
    ]);
    expect(input.timeZone).toBe("UTC");
  });

  it("are written back as the person's own rows", async () => {
    const input = readInterviews(await getPath(), { format: "csv", mapping: await readMapping(mapping) });
    const rejected = (await readAll(input)).filter(({ problems }) => problems.length > 0);
    const [header = "", , , , , sixth, seventh] = (await readFile(csv, "utf8")).split("\n");
    if (kind === "a CSV") {
      expect(input.rejectedHeader).toContain(header);
      expect(rejected.map(({ readRaw }) => readRaw())).toEqual([[sixth], [seventh]]);
      return;
    }
    const toCells = (xml: string) => xml.split(/(?<=<\/c>)/).map((cell) => cell.replace(/<[^>]*>/g, ""));
    expect(toCells(input.rejectedHeader).slice(0, 18)).toEqual(header.split(","));
    expect(rejected.map(({ readRaw }) => readRaw().map((xml) => toCells(xml)[0]))).toEqual(
      [sixth, seventh].map((line) => [line?.split(",")[0]]),
    );
  });
});
