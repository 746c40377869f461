import { describe, expect, it } from "vitest";
import { listValues } from "../../support/phrases.js";
import { APPLICATION, readAll } from "../reading.js";
import { openMapped } from "./mapping.js";

const HEADER = 'Id,App,First,Last,Coding,Notes,Status,Level,Blank,,"Salary, expected"';
const MAPPING = `external_id: {text: "gh:{Id}"}
external_application_id: App
username: {text: "{First} {Last}"}
dimensions:
  - {column: Coding, type: Score, note: Notes}
leave_out:
  Status: [Cancelled]
`;

/** The names of the columns that are warned of. */
async function listWarned(rows: readonly string[], ignoreColumns?: readonly string[]): Promise<unknown[]> {
  const table = [HEADER, ...rows].join("\n");
  const input = await openMapped(table, MAPPING, { ignoreColumns });
  await readAll(input);
  const warnings = input.warnings.filter(({ key }) => key === "unusedColumns");
  expect(warnings.length).toBeLessThan(2);
  return warnings.flatMap(({ params }) => listValues(params.columns));
}

const used = `1,${APPLICATION},Lin,Xia,5,good,Done`;

describe("columns that a mapping does not use", () => {
  it("are warned of in one warning if they hold anything, in their order", async () => {
    expect(await listWarned([`${used},,,,`, `${used},,="",90000,x`, `${used},Senior,,,`])).toEqual([
      "Level",
      10,
      "Salary, expected",
    ]);
  });

  it("are not, if what they hold is in rows that are left out, or if all is used", async () => {
    expect(await listWarned([`${used},,,,`, `1,${APPLICATION},,,,,Cancelled,Senior,,,`])).toEqual([]);
  });

  it("may be ignored by name, also one with a comma", async () => {
    const rows = [`${used},Senior,,x,90000`];
    expect(await listWarned(rows, ["Salary, expected"])).toEqual(["Level", 10]);
    expect(await listWarned(rows, ["Level,column 10", "Salary, expected"])).toEqual([]);
  });
});
