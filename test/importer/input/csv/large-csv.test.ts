import { describe, expect, it } from "vitest";
import { listValues } from "../../support/phrases.js";
import { APPLICATION, formatRecord, listProblems, openText, readAll, readCsv } from "../reading.js";

const base = { external_id: "a", external_application_id: APPLICATION };

describe("reading a large CSV", () => {
  it("takes time in proportion to the rows, when each has a stray quote", async () => {
    const read = async (count: number) => {
      const lines = Array.from(
        { length: count },
        (_, index) => `k${index},${APPLICATION},"${"x".repeat(20)}`,
      );
      const start = process.cpuUsage();
      const rows = await readAll(
        openText(`external_id,external_application_id,comment\n${lines.join("\n")}`, { format: "csv" }),
      );
      expect(rows).toHaveLength(count);
      return process.cpuUsage(start).user;
    };
    await read(1000);
    const [few, many] = [await read(5000), await read(40_000)];
    expect(many).toBeLessThan(few * 8 * 4);
  });

  it("keeps the first line of a record beyond 16 MiB whole, if that is not as long", async () => {
    const first = `a,${APPLICATION},"${"x".repeat(300)}`;
    const [row] = await readCsv(`${first}\n${`${"y".repeat(1000)}\n`.repeat(17_000)}`);
    expect(row?.readRaw()[0]).toBe(first);
    expect(row?.body).toBeUndefined();
  });

  it("does not hold an interview beyond 16 MiB, but rejects it and continues", async () => {
    const long = formatRecord({ ...base, comment: "x".repeat(6_000_000) });
    const rows = await readCsv(
      [long, long, long, long, formatRecord({ ...base, external_id: "b" })].join("\n"),
    );
    expect(rows.map((row) => [row.externalId, row.readRaw().length, row.body !== undefined])).toEqual([
      ["a", 2, false],
      ["b", 1, true],
    ]);
    expect(listProblems(rows[0])).toEqual([[4, "", "maxInterviewBytes", "moreWithRow"]]);
    expect(listValues(rows[0]?.problems[0]?.expected)).toEqual([16 * 1024 * 1024]);
  });
});
