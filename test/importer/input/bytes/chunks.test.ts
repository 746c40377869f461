import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectFormat } from "../../../../src/importer/input/format.js";
import type { InputFormat } from "../../../../src/importer/input/rows/interview-row.js";
import { APPLICATION, getFixturePath, HEADER, openText, readAllOrNone, toComparable } from "../reading.js";

/** A chunk may be empty, as a stream's may. */
const sizes = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 })
  .map((list) => (list.some((size) => size > 0) ? list : [1]));
/** Characters that matter to the readers, and some of each length in UTF-8. */
const text = fc.string({ unit: fc.constantFrom(...'a,;|"\\\n\r{}[]: 王é😀\u2028') });
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const lineEnd = fc.constantFrom("\n", "\r\n");

const FIXTURES = [
  "bom.csv",
  "bom.jsonl",
  "gb18030.csv",
  "crlf.csv",
  "crlf.jsonl",
  "quoted-newlines.csv",
  "excel-damage.csv",
  "emoji.csv",
  "emoji.jsonl",
  "mixed.jsonl",
  "pretty-array.json",
];

describe("however the bytes come in", () => {
  it.each(FIXTURES)("%s has the same rows", async (name) => {
    const format = detectFormat(name) ?? "csv";
    const bytes = readFileSync(getFixturePath(name));
    const whole = await readAllOrNone(openText(bytes, { format }));
    await fc.assert(
      fc.asyncProperty(sizes, async (chunkSizes) => {
        expect(toComparable(await readAllOrNone(openText(bytes, { format }, chunkSizes)))).toEqual(
          toComparable(whole),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("any JSONL has the same rows, and their text is the input's", async () => {
    const body = fc.record({ external_id: text, content: text });
    const line = fc.oneof(
      body.map((one) => JSON.stringify(one)),
      text.map((one) => one.replace(/[\n\r[{]/g, "")),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line), lineEnd, sizes, async (lines, end, chunkSizes) => {
        const input = lines.join(end);
        const whole = await readAllOrNone(openText(input, { format: "jsonl" }));
        expect(toComparable(await readAllOrNone(openText(input, { format: "jsonl" }, chunkSizes)))).toEqual(
          toComparable(whole),
        );
        expect(whole.flatMap((row) => row.readRaw())).toEqual(lines.filter((one) => one.trim() !== ""));
      }),
      { numRuns: 100 },
    );
  });

  it("any JSON array has the same rows, and their text is the input's", async () => {
    const space = fc.constantFrom("", " ", "\n", "\r\n  ", "\t");
    const element = fc.record({ external_id: text, list: fc.array(text) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(element),
        space,
        fc.boolean(),
        sizes,
        async (elements, gap, pretty, chunkSizes) => {
          const texts = elements.map((one) => JSON.stringify(one, null, pretty ? 2 : 0));
          const input = `${gap}[${gap}${texts.join(`${gap},${gap}`)}${gap}]${gap}`;
          const rows = await readAllOrNone(openText(input, { format: "json" }, chunkSizes));
          expect(rows.flatMap((row) => row.readRaw())).toEqual(texts);
          expect(rows.map((row) => row.line)).toEqual(
            (await readAllOrNone(openText(input, { format: "json" }))).map((row) => row.line),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it("any CSV has the same rows, and their records are the input's", async () => {
    const cell = fc.oneof(
      text.map(quoted),
      fc.constantFrom("", "2021-04-15T23:24:38Z", "打分题", '5"', "张三"),
    );
    const cells = fc.tuple(fc.constantFrom("a", "b", ""), fc.array(cell, { minLength: 10, maxLength: 11 }));
    const record = cells.map(([id, more]) => [id, APPLICATION, ...more].slice(0, 12).join(","));
    await fc.assert(
      fc.asyncProperty(fc.array(record), lineEnd, sizes, async (records, end, chunkSizes) => {
        const input = [HEADER, ...records].join(end);
        const whole = await readAllOrNone(openText(input, { format: "csv" }));
        expect(toComparable(await readAllOrNone(openText(input, { format: "csv" }, chunkSizes)))).toEqual(
          toComparable(whole),
        );
        // A record whose quotes are broken is read line by line, and lines without content are ignored.
        const lines = (texts: readonly string[]) =>
          texts
            .join("\n")
            .split(/\r\n|\r|\n/)
            .filter((one) => /[^\s,"]/.test(one));
        expect(lines(whole.flatMap((row) => row.readRaw()))).toEqual(lines(records));
      }),
      { numRuns: 100 },
    );
  });

  it("a CSV's line end is one, also if a chunk ends within it", async () => {
    const header = "external_application_id,comment";
    const input = openText(`${header}\r\n${APPLICATION},a\r\n`, { format: "csv" }, [header.length + 1]);
    expect((await readAllOrNone(input)).map(({ line }) => line)).toEqual([2]);
  });

  it.each([
    ["interviews.CSV", "csv"],
    ["a.b.jsonl", "jsonl"],
    ["a.ndjson", "jsonl"],
    ["a.json", "json"],
    ["a.xlsx", "xlsx"],
    ["csv", undefined],
  ] satisfies [string, InputFormat | undefined][])("the name %s implies the format %s", (path, format) => {
    expect(detectFormat(path)).toBe(format);
  });
});
