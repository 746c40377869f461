import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
  InputFormat,
  InterviewRow,
  RejectionNote,
} from "../../../src/importer/input/rows/interview-row.js";
import { template } from "../../../src/importer/input/template.js";
import { APPLICATION, listInputWarnings, listProblems, openText, readAll, readAllOrNone } from "./reading.js";

const REJECTION: RejectionNote = {
  reason: 'no such "application",\nsays Feishu',
  field: "/external_id",
  code: 1002002,
  logId: "2026",
};

/** Formats the file of rejected rows as if all were rejected. */
async function rejectAll(text: string, format: InputFormat, rejection = REJECTION): Promise<string> {
  const input = openText(text, { format });
  const lines: string[] = [];
  for (const row of await readAllOrNone(input)) lines.push(input.formatRejected(row, rejection));
  return `${input.rejectedHeader}${lines.join("")}`;
}

const read = (text: string, format: InputFormat) => readAllOrNone(openText(text, { format }));
const bodies = (rows: readonly InterviewRow[]) => rows.map((row) => row.body);

describe("a file of rejected rows", () => {
  it("has JSON rows as they were, with the reason as their first member", async () => {
    const text = `{ "external_application_id":"${APPLICATION}","external_id" : "\\u738b"}`;
    expect(await rejectAll(`${text}\n{}\n`, "jsonl")).toBe(
      `{"_rejected":${JSON.stringify({ reason: REJECTION.reason, field: "/external_id", code: 1002002, log_id: "2026" })},${text.slice(1)}\n` +
        `{"_rejected":${JSON.stringify({ reason: REJECTION.reason, field: "/external_id", code: 1002002, log_id: "2026" })}}\n`,
    );
  });

  it("has an array's elements on one line each", async () => {
    const rejected = await rejectAll(
      `[{\n  "external_id": "a\\n",\r\n  "external_application_id": "b"\n}, {"external_id": "c"}]`,
      "json",
    );
    expect(rejected.split("\n").map((line) => line && JSON.parse(line).external_id)).toEqual([
      "a\n",
      "c",
      "",
    ]);
  });

  it("keeps text that is not an interview, and rejects it until it is fixed", async () => {
    const once = await rejectAll('{"external_id":"王"\n[1]\n', "jsonl", { reason: "not JSON" });
    const twice = await rejectAll(once, "jsonl", { reason: "not JSON" });
    expect(twice).toBe(once);
    expect(once.split("\n").map((line) => line && JSON.parse(line)._rejected.raw)).toEqual([
      '{"external_id":"王"',
      "[1]",
      "",
    ]);
    expect((await read(once, "jsonl")).map(listProblems)).toEqual([
      [[1, "", "fixedText", "unreadBefore"]],
      [[2, "", "fixedText", "unreadBefore"]],
    ]);
    const fixed = once.replace("}}\n", `},"external_application_id":"${APPLICATION}"}\n`);
    expect(bodies(await read(fixed, "jsonl"))).toEqual([{ external_application_id: APPLICATION }, undefined]);
  });

  it("has CSV records as they were, with the reason in cells behind them, for Excel to open", async () => {
    const rejected = await rejectAll(template.csv, "csv");
    expect(rejected.startsWith("\uFEFF")).toBe(true);
    const [header, ...records] = parse(rejected, { bom: true });
    expect(header?.slice(-5)).toEqual([
      "rejected_code",
      "rejected_log_id",
      "rejected_external_id",
      "rejected_field",
      "rejected_reason",
    ]);
    expect(records.map((cells) => cells.slice(12))).toEqual(
      records.map(() => ["1002002", "2026", "", "/external_id", REJECTION.reason]),
    );
    expect(records.map((cells) => cells.slice(0, 12))).toEqual(parse(template.csv, { bom: true }).slice(1));
  });

  it.each(["csv", "jsonl"] as const)("gives the same interviews when it is imported: %s", async (format) => {
    const before = await read(template[format], format);
    expect(before.every((row) => row.body)).toBe(true);
    const rejected = await rejectAll(template[format], format);
    const input = openText(rejected, { format });
    expect(bodies(await readAll(input))).toEqual(bodies(before));
    expect(listInputWarnings(input)).toEqual([]);
  });

  it.each(["csv", "jsonl"] as const)(
    "has one reason a row, the last, however often it is rejected: %s",
    async (format) => {
      const once = await rejectAll(template[format], format, { reason: 'first } " time,' });
      const twice = await rejectAll(once, format);
      expect(twice).toBe(await rejectAll(template[format], format));
    },
  );

  it("does not make a row with broken quotes or cells look whole", async () => {
    const text = `external_id,external_application_id\na,1,2\nb\nc,"1"2\n`;
    for (const rejected of [
      await rejectAll(text, "csv"),
      await rejectAll(await rejectAll(text, "csv"), "csv"),
    ])
      expect(bodies(await read(rejected, "csv")).filter((body) => body !== undefined)).toEqual([]);
  });
});

describe("any file of rejected rows", () => {
  const text = fc.string({ unit: fc.constantFrom(...'a,;|"\\\n\r{}: 王é😀'), minLength: 1 });
  const reasons = text.map((reason) => ({ reason, field: reason, logId: reason }));

  it("gives the same bodies again from JSON", async () => {
    const body = fc.record(
      { external_id: text, list: fc.array(text), _rejected: text },
      { requiredKeys: [] },
    );
    const file = fc.array(body).map((all) => JSON.stringify(all, null, 1));
    await fc.assert(
      fc.asyncProperty(file, reasons, async (json, rejection) => {
        const without = (rows: readonly InterviewRow[]) =>
          rows.map((row) => ({ ...JSON.parse(row.readRaw().join("")), _rejected: undefined }));
        const once = await rejectAll(json, "json", rejection);
        expect(without(await read(once, "jsonl"))).toEqual(without(await read(json, "json")));
        expect(await rejectAll(once, "jsonl", rejection)).toBe(once);
      }),
    );
  });

  it("gives the same bodies again from CSV", async () => {
    const cell = text.map((one) => `"${one.replaceAll('"', '""')}"`);
    const record = fc.tuple(fc.constantFrom("a", "b", "c"), cell, cell);
    const file = fc.array(record.map(([id, ...cells]) => `${id},${APPLICATION},${cells.join(",")}`));
    await fc.assert(
      fc.asyncProperty(file, reasons, async (records, rejection) => {
        const csv = ["external_id,external_application_id,username,dimension_title", ...records].join("\n");
        const once = await rejectAll(csv, "csv", rejection);
        expect(bodies(await read(once, "csv"))).toEqual(bodies(await read(csv, "csv")));
        expect(await rejectAll(once, "csv", rejection)).toBe(once);
      }),
    );
  });
});

describe("the template", () => {
  it("has the same interviews in both formats, and nothing to warn of", async () => {
    const [csv, jsonl] = [await read(template.csv, "csv"), await read(template.jsonl, "jsonl")];
    expect(bodies(csv)).toEqual(bodies(jsonl));
    expect([...csv, ...jsonl].flatMap((row) => [...row.problems, ...row.warnings])).toEqual([]);
    expect(csv).toHaveLength(2);
  });
});
