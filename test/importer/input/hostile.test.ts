import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type InputFormat, isRejectedFile } from "../../../src/importer/index.js";
import { createEmptyDirectory } from "../support/job-directory.js";
import { APPLICATION, HEADER, openText, readAllOrNone } from "./reading.js";

/** More than the columns that a table may have. */
const LENGTH = 17_000;
/** The ten texts of a run take a third of it; one pattern that backtracks in one cell makes them take two seconds. */
const MAX_CPU_MS = 1_500;

const RUNS = [
  " ",
  "\t",
  ",",
  "0",
  "9",
  "a",
  "=",
  "\\",
  '"',
  "'",
  "|",
  ";",
  "é",
  "\u00a0",
  "{",
  "[",
  "\n",
  "\r",
];
const PREFIXES = [
  "",
  "2021-04-15",
  "2021年4月15日 下午",
  '="',
  '"',
  "1.",
  "-",
  "#N/A",
  "{",
  '{"_rejected":{"reason":"',
];
/** Texts that end in a run of one character, and then fail to match. */
const listTexts = (run: string) => PREFIXES.map((prefix) => `${prefix}${run.repeat(LENGTH)}x`);

/** Reads every text of a run, and expects that it takes no time beyond that of reading. */
async function expectFast(run: string, read: (text: string) => Promise<void>): Promise<void> {
  const start = process.cpuUsage();
  for (const text of listTexts(run)) await read(text);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(MAX_CPU_MS);
}

async function readAndReject(text: string, format: InputFormat): Promise<void> {
  const input = openText(text, { format, timeZone: "Asia/Shanghai" });
  try {
    for (const row of await readAllOrNone(input)) input.formatRejected(row, { reason: "no", logId: "1" });
  } catch (error) {
    expect(error).toHaveProperty("name", "InputError");
  }
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe("long texts that make patterns backtrack", () => {
  it.each(RUNS)("are read fast in any cell of a CSV: a run of %j", (run) =>
    expectFast(run, async (text) => {
      const cells = HEADER.split(",").map((name) =>
        name === "external_application_id" ? APPLICATION : quoted(text),
      );
      await readAndReject(`${HEADER}\n${cells.join(",")}\n`, "csv");
    }),
  );

  it.each(RUNS)("are read fast as a CSV, as its header, or as its records: a run of %j", (run) =>
    expectFast(run, async (text) => {
      await readAndReject(text, "csv");
      await readAndReject(`external_application_id,comment\n${text}\n7,${text}\n`, "csv");
    }),
  );

  it.each(RUNS)("are read fast in any field of JSON, or in place of it: a run of %j", (run) =>
    expectFast(run, async (text) => {
      const assessment = {
        username: text,
        content: text,
        assessment_dimension_list: [{ title: text, options: [text] }],
      };
      const body = {
        external_id: text,
        external_application_id: text,
        begin_time: text,
        interview_assessments: [assessment],
      };
      await readAndReject(JSON.stringify({ _rejected: { reason: text }, [text]: text, ...body }), "jsonl");
      await readAndReject(text, "jsonl");
      await readAndReject(`[${text}]`, "json");
    }),
  );

  it.each(RUNS)("are checked fast for being a file of rejected rows: a run of %j", async (run) => {
    const path = join(await createEmptyDirectory(), "rows.csv");
    await expectFast(run, async (text) => {
      await writeFile(path, text);
      expect(await isRejectedFile(path)).toBe(text.startsWith('{"_rejected'));
    });
  });

  it("do not overflow the stack as the reason of a row that was rejected before", async () => {
    const reason = '\\"{'.repeat(3_000_000);
    await readAndReject(
      `${JSON.stringify({ _rejected: { reason }, external_application_id: "7" })}\n`,
      "jsonl",
    );
    await readAndReject(`{"a":1,"a":${JSON.stringify(reason)}}\n`, "jsonl");
  });
});
