import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { readInterviews } from "../../../src/importer/index.js";
import type { InterviewRow } from "../../../src/importer/input/rows/interview-row.js";
import { REJECTED_COLUMNS } from "../../../src/importer/input/table/schema/rejected-columns.js";
import { SplitInterviews } from "../../../src/importer/input/table/split-interviews.js";
import { createEmptyDirectory } from "../support/job-directory.js";
import { inputError, listValues } from "../support/phrases.js";
import { APPLICATION, listProblems, readAll } from "./reading.js";

async function readLinesOfFile(...lines: string[]): Promise<InterviewRow[]> {
  const path = join(await createEmptyDirectory(), "rows.csv");
  await writeFile(path, lines.join("\n"));
  return readAll(readInterviews(path, { format: "csv" }));
}

const HEADER = "external_id,external_application_id,begin_time,username,comment";

/** Measures the used heap, in bytes. */
function measureHeap(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

it("interviews whose rows are not adjacent are held in a few bytes each, however long their ids are", () => {
  const split = new SplitInterviews();
  const before = measureHeap();
  for (let i = 0; i < 20_000; i++) split.add(Buffer.alloc(500, `${i}-`).toString(), i, i + 1);
  expect(measureHeap() - before).toBeLessThan(20_000 * 50);
  expect(split.size).toBe(20_000);
});

describe("a CSV file whose rows of one interview are not adjacent", () => {
  it("has all of them rejected, each with the line of another, and the rest read", async () => {
    const rows = await readLinesOfFile(
      HEADER,
      "a,7,,Lin,x",
      "b,7,,Lin,x",
      "a,7,,Wu,y",
      "c,7,,Lin,x",
      "a,7,,Xu,z",
    );
    expect(rows.map(({ body }) => body?.external_id)).toEqual([undefined, "b", undefined, "c", undefined]);
    expect(rows.flatMap(listProblems)).toEqual(
      [2, 4, 6].map((line) => [line, "", "adjacentRows", "otherRows"]),
    );
    expect(rows.flatMap(({ problems }) => problems.flatMap(({ received }) => listValues(received)))).toEqual([
      6, 2, 2,
    ]);
  });

  it("has them rejected without ids too, if application, status and times are the same", async () => {
    const time = "1618500278638";
    const rows = await readLinesOfFile(HEADER, `,7,${time},Lin,x`, `,8,${time},Lin,x`, `,7,${time},Wu,y`);
    expect(rows.map(({ problems }) => problems.length)).toEqual([1, 0, 1]);
  });

  it("has them rejected if a record that cannot be read, with the id of another, follows some of them", async () => {
    const columns = "external_application_id,external_id,begin_time,username,comment";
    const rows = await readLinesOfFile(columns, "7,,,Lin,x", "8,,,Lin,x", "7,,,Wu,y", "9,b,Xu,z");
    expect(rows.map(({ problems }) => problems.length)).toEqual([1, 0, 2]);
  });

  it.each([
    ["begin_time", "1618500278638,2", "yesterday,2"],
    ["participate_status", ",2", ",here"],
  ])("has both rejected if they may be one interview but for its %s", async (field, one, other) => {
    const columns = "external_application_id,begin_time,participate_status,username,comment";
    for (const [first, second] of [
      [one, other],
      [other, one],
    ]) {
      const rows = await readLinesOfFile(columns, `7,${first},Lin,x`, `7,${second},Wu,y`, "8,,2,Xu,z");
      expect(rows.map(({ body }) => body?.external_application_id)).toEqual([undefined, "8"]);
      expect(rows[0]?.problems.map((problem) => problem.field)).toContain(field);
    }
    const others = await readLinesOfFile(columns, `7,${one},Lin,x`, `9,${other},Wu,y`);
    expect(others.map(({ body }) => body !== undefined)).toEqual([true, false]);
  });

  it.each([
    "6.96066E+18",
    "6.960663240925956E+018",
    "6960663240925956000",
    "6960663240925950000",
    `'${APPLICATION}`,
    `${APPLICATION}.0`,
  ])(
    "has both rejected if the id of one may be what a spreadsheet has made of the other's: %s",
    async (id) => {
      const columns = "external_application_id,begin_time,username,comment";
      for (const [first, second] of [
        [APPLICATION, id],
        [id, APPLICATION],
      ]) {
        const lines = [
          `${first},1618500278638,Lin,x`,
          `${second},1618500278638,Wu,y`,
          "8,1618500278638,Xu,z",
        ];
        const rows = await readLinesOfFile(columns, ...lines);
        expect(rows.map(({ body }) => body?.external_application_id)).toEqual([undefined, "8"]);
        expect(rows[0]?.problems.map(({ field }) => field)).toContain("external_application_id");
      }
      const other = await readLinesOfFile(columns, `${APPLICATION},1618500278638,Lin,x`, `${id},,Wu,y`);
      expect(other[0]?.body?.external_application_id).toBe(APPLICATION);
    },
  );

  it.each(["#N/A", "6960663240925956O37", "6.96067E+18", "6960663240925960000", "7"])(
    "has the others read if an id may be any other's: %s",
    async (id) => {
      const columns = "external_application_id,begin_time,username,comment";
      const lines = [APPLICATION, id, "8"].map((one, i) => `${one},1618500278638,Lin,${i}`);
      const rows = await readLinesOfFile(columns, ...lines);
      expect(rows).toHaveLength(3);
      expect(rows[0]?.body?.external_application_id).toBe(APPLICATION);
      expect(rows[2]?.body?.external_application_id).toBe("8");
    },
  );

  it("is read whole if the rows only repeat others", async () => {
    const rows = await readLinesOfFile(
      HEADER,
      "a,7,,Lin,x",
      "b,7,,Lin,x",
      "a,7,,Lin,x",
      ",9,,Lin,x",
      "c,7,,,",
      ",9,,Lin,x",
    );
    expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it("has them rejected if the same values are in other columns", async () => {
    const columns =
      "external_application_id,begin_time,username,conclusion,dimension_title,dimension_type,dimension_value";
    const rows = await readLinesOfFile(
      columns,
      "7,1618500278000,Lin,2,a,1,3",
      "8,,Wu,2,,,",
      "7,1618500278000,Lin,3,a,1,2",
    );
    expect(rows.map(({ body }) => body !== undefined)).toEqual([false, true, false]);
  });

  it("is read whole if the rows differ only in the reasons of their rejection", async () => {
    const dimension = "dimension_title,dimension_description,dimension_type,dimension_value";
    const columns = `external_id,external_application_id,${dimension},${REJECTED_COLUMNS.join(",")}`;
    const rows = await readLinesOfFile(columns, "a,7,,,,,,,,,line 2: no", "b,7,,,,,,,,,line 3: no", "a,7");
    expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it("is read as far as it can be, and the error names the line", async () => {
    const path = join(await createEmptyDirectory(), "rows.csv");
    // More than is read at once.
    const lines = Array.from({ length: 20_000 }, (_, index) => `a${index},7,,Lin,x\n`);
    const text = `\uFEFF${HEADER}\n${lines.join("")}`;
    await writeFile(path, Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0x0a])]));
    const rows: InterviewRow[] = [];
    const read = async (name: string) => {
      for await (const row of readInterviews(name, { format: "csv" })) rows.push(row);
    };
    await expect(read(path)).rejects.toThrow(inputError("notUtf8", { line: 20_002 }));
    expect(rows.length).toBeGreaterThan(1000);
    expect(rows.every(({ body }) => body)).toBe(true);
    await expect(read(`${path}.gone`)).rejects.toThrow(inputError("cannotReadInput"));
  });
});
