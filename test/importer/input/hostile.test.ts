import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type InputFormat, isRejectedFile } from "../../../src/importer/index.js";
import { emptyDirectory } from "../support/job-directory.js";
import { APPLICATION, allIfAny, HEADER, open } from "./reading.js";

const LENGTH = 30_000;
/** A single pattern that backtracks takes half a minute for all of these; without one, they take a few seconds. */
const HANG_CPU_MS = 20_000;

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
const TEXTS = PREFIXES.flatMap((prefix) => RUNS.map((run) => `${prefix}${run.repeat(LENGTH)}x`));

async function readAndReject(text: string, format: InputFormat): Promise<void> {
  const input = open(text, { format, timeZone: "Asia/Shanghai" });
  try {
    for (const row of await allIfAny(input)) input.formatRejected(row, { reason: "no", logId: "1" });
  } catch (error) {
    expect(error).toHaveProperty("name", "InputError");
  }
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe("long texts that make patterns backtrack", () => {
  it("are read fast in any cell of a CSV", async () => {
    const start = process.cpuUsage();
    for (const text of TEXTS) {
      const cells = HEADER.split(",").map((name) =>
        name === "external_application_id" ? APPLICATION : quoted(text),
      );
      await readAndReject(`${HEADER}\n${cells.join(",")}\n`, "csv");
    }
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(HANG_CPU_MS);
  });

  it("are read fast as a CSV, as its header, or as its records", async () => {
    const start = process.cpuUsage();
    for (const text of TEXTS) {
      await readAndReject(text, "csv");
      await readAndReject(`external_application_id,comment\n${text}\n7,${text}\n`, "csv");
    }
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(HANG_CPU_MS);
  });

  it("are read fast in any field of JSON, or in place of it", async () => {
    const start = process.cpuUsage();
    for (const text of TEXTS) {
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
    }
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(HANG_CPU_MS);
  });

  it("are checked fast for being a file of rejected rows", async () => {
    const path = join(await emptyDirectory(), "rows.csv");
    const start = process.cpuUsage();
    for (const text of TEXTS.filter((one) => !one.startsWith('{"_rejected'))) {
      await writeFile(path, text);
      expect(await isRejectedFile(path)).toBe(false);
    }
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(HANG_CPU_MS);
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
