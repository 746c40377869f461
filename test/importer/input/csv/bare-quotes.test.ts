import { describe, expect, it } from "vitest";
import { phraseWith } from "../../support/phrases.js";
import { APPLICATION, listProblems, openText, readAll } from "../reading.js";

const HEADER = "external_id,external_application_id,username,comment";
const read = (...lines: string[]) =>
  readAll(openText(`${[HEADER, ...lines].join("\n")}\n`, { format: "csv" }));

describe("a quote in a cell that does not begin with one", () => {
  it.each(['5" disk', 'said "yes" twice', '15"', 'a "" b'])("is text: %s", async (cell) => {
    const rows = await read(`a,${APPLICATION},张三,${cell}`, `b,${APPLICATION},"李 ""四""",${cell}`);
    expect(rows.map(({ body }) => body?.interview_assessments)).toEqual([
      [{ username: "张三", content: cell }],
      [{ username: '李 "四"', content: cell }],
    ]);
  });

  it("may be what is left of a pair, if another cell has a line end", async () => {
    for (const row of [`a,${APPLICATION},5" x,"one\ntwo"`, `a,${APPLICATION},"one\ntwo",5" x`]) {
      const rows = await read(row, `b,${APPLICATION},,`, `c,${APPLICATION},,`);
      expect(rows.map(({ externalId, body }) => [externalId, body !== undefined])).toEqual([
        ["a", false],
        ["b", false],
        ["c", true],
      ]);
      expect(rows[0]?.problems[0]).toMatchObject({ received: phraseWith("misplacedQuote") });
    }
  });

  it("may be what is left of a pair, if the text before its line lacks the other", async () => {
    const rows = await read(
      `a,${APPLICATION},张三,one`,
      `two",,`,
      `b,${APPLICATION},,`,
      `c,${APPLICATION},,`,
    );
    expect(rows.map(({ body }) => body !== undefined)).toEqual([false, false, true]);
    expect(listProblems(rows[0])).toEqual([[3, "", "quotesAroundCells", "misplacedQuote"]]);
  });

  it("stays in a file of rejected rows, with each reason under its own column", async () => {
    const text = `${HEADER}\na,${APPLICATION},5" x,15"\nb,${APPLICATION},said "yes,\nc,${APPLICATION},"李 ""四""",x\n`;
    const input = openText(text, { format: "csv" });
    const rows = await readAll(input);
    const rejected = rows.map((row) => input.formatRejected(row, { reason: "no", field: "/comment" }));
    const again = await readAll(openText(input.rejectedHeader + rejected.join(""), { format: "csv" }));
    expect(again.map(({ body }) => body)).toEqual(rows.map(({ body }) => body));
    expect(rejected[0]).toBe(`a,${APPLICATION},5" x,15",,,,/comment,no\r\n`);
  });
});
