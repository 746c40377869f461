import { describe, expect, it } from "vitest";
import { APPLICATION, openText, readAll } from "../reading.js";

describe('cells that a program has written as ="…"', () => {
  it("are read without the mark, within the rules of CSV or not", async () => {
    const rows = await readAll(
      openText(
        `external_application_id,external_id,comment\n="${APPLICATION}",a,="x"\n${APPLICATION},="b","好, ""很好"""\n"=""${APPLICATION}""",c,\n`,
        { format: "csv" },
      ),
    );
    expect(rows.map(({ body }) => [body?.external_application_id, body?.external_id])).toEqual([
      [APPLICATION, "a"],
      [APPLICATION, "b"],
      [APPLICATION, "c"],
    ]);
    expect(rows.map(({ body }) => body?.interview_assessments?.[0]?.content)).toEqual([
      "x",
      '好, "很好"',
      undefined,
    ]);
    expect(rows[0]?.readRaw()).toEqual([`="${APPLICATION}",a,="x"`]);
  });

  it("lose the blanks around and within the mark, and its doubled quotes; headers too", async () => {
    const header = '="external_application_id",="external_id","  =""Comment"" "';
    const text = `${header}\n" =""\t${APPLICATION} "" ",=" a",="5"" disk"\n="",=" ",=""\n`;
    const rows = await readAll(openText(text, { format: "csv" }));
    expect(rows.map(({ body }) => body)).toEqual([
      {
        external_id: "a",
        external_application_id: APPLICATION,
        interview_assessments: [{ content: '5" disk' }],
      },
    ]);
  });
});
