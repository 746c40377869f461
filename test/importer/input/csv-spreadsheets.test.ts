import { describe, expect, it } from "vitest";
import { APPLICATION, all, HEADER, messages, open, readCsv, record, remarks } from "./reading.js";

const base = { external_id: "a", external_application_id: APPLICATION };
const REJECTION = { reason: "no", field: "/external_id", code: 1002002, logId: "2026" };

/** The file of rejected rows if all are rejected, as a spreadsheet saves it: each row as wide as the widest. */
async function rejectAll(text: string): Promise<string> {
  const input = open(text, { format: "csv" });
  const rows = await all(input);
  const lines = rows.map((row) => input.formatRejected(row, REJECTION));
  const records = `${input.rejectedHeader}${lines.join("")}`.trimEnd().split("\r\n");
  const width = Math.max(...records.map((one) => one.split(",").length));
  return records.map((one) => one + ",".repeat(width - one.split(",").length)).join("\r\n");
}

describe("a CSV that went through a spreadsheet or another program", () => {
  it("may lack blank cells at a row's end, or have some more, where the row has no dimension", async () => {
    const rows = await readCsv(
      `a,${APPLICATION},2\nb,${APPLICATION},2,,,王小明,2,好\n${record({ ...base, external_id: "c" })},,\n`,
    );
    expect(rows.map((row) => row.body)).toEqual([
      { external_id: "a", external_application_id: APPLICATION, participate_status: 2 },
      expect.objectContaining({
        interview_assessments: [{ username: "王小明", conclusion: 2, content: "好" }],
      }),
      { external_id: "c", external_application_id: APPLICATION },
    ]);
  });

  it("must not lack cells where a comma may be missing before them, nor have some that are not blank", async () => {
    for (const bad of [
      `a,${APPLICATION},2,,,王小明,2,好 编程,写得清楚,3,4`,
      `${record(base)},x`,
      `a,${APPLICATION},2,,,王小明,2,好,写得清楚,,`,
    ]) {
      const [row] = await readCsv(bad);
      expect(messages(row)[0]).toMatch(
        /^line 2: expected 12 cells, as many as the header has, received 1[13]$/,
      );
    }
  });

  it("gets reasons for its short rows in their own columns, from where none comes back as a comment", async () => {
    const text = `${HEADER}\na,${APPLICATION},2\nb,${APPLICATION},2,,,王小明,2,好,编程,,3\n`;
    const input = open(await rejectAll(text), { format: "csv" });
    const rows = await all(input);
    expect(rows.map(({ body }) => body)).toEqual([
      { external_id: "a", external_application_id: APPLICATION, participate_status: 2 },
      expect.objectContaining({
        interview_assessments: [
          {
            username: "王小明",
            conclusion: 2,
            content: "好",
            assessment_dimension_list: [{ title: "编程", assessment_type: 3 }],
          },
        ],
      }),
    ]);
  });

  it.each(["external id", "External-ID", "ｅｘｔｅｒｎａｌ＿ｉｄ", "external_ids"])(
    "cannot be read with the column %s, without which interviews would have no key",
    async (name) => {
      const rows = all(open(`${name},external_application_id\na,${APPLICATION}\n`, { format: "csv" }));
      await expect(rows).rejects.toThrow("is not known, but external_id is");
    },
  );

  it("may have a column whose name is like that of another one it has", async () => {
    const text = `external_application_id,comment,Comments\n${APPLICATION},好,x\n`;
    expect((await all(open(text, { format: "csv" })))[0]?.body).toBeDefined();
  });

  it("may name its columns again, where two files were put together", async () => {
    const input = open(
      `${HEADER}\n${record(base)}\n\uFEFF${HEADER}\n${record({ ...base, external_id: "b" })}`,
      {
        format: "csv",
      },
    );
    expect((await all(input)).map(({ externalId }) => externalId)).toEqual(["a", "b"]);
    expect(remarks(input)).toEqual(["Line 3 names the columns once more, and is passed over."]);
  });

  it("may not have other rows in a cell, as where a quote is closed far below", async () => {
    const header = "external_id,external_application_id,comment";
    const rows = [
      `a,${APPLICATION},"好`,
      `b,${APPLICATION},中`,
      `c,${APPLICATION},行"`,
      `d,${APPLICATION},可`,
    ];
    const [row, last] = await all(open([header, ...rows].join("\n"), { format: "csv" }));
    expect(messages(row)).toEqual([
      "line 2: expected a quote at the end of each quoted cell, received a cell that holds what looks like other rows",
    ]);
    expect(last?.externalId).toBe("d");
    const lines = `a,${APPLICATION},"one, two, three\nfour, five, six"`;
    expect((await all(open(`${header}\n${lines}`, { format: "csv" })))[0]?.body).toBeDefined();
  });

  it('refuses ids written as ="…" row by row, and says what they are', async () => {
    const rows = await all(
      open(
        `external_application_id,external_id,comment\n="${APPLICATION}",a,x\n${APPLICATION},="b","好, ""很好"""\n${APPLICATION},c,\n`,
        { format: "csv" },
      ),
    );
    expect(rows.map(({ line, body }) => [line, body !== undefined])).toEqual([
      [2, false],
      [3, false],
      [4, true],
    ]);
    for (const row of rows.slice(0, 2))
      expect(messages(row)[0]).toContain("with a spreadsheet's mark for text");
    expect(rows[0]?.raw).toEqual([`="${APPLICATION}",a,x`]);
  });

  it("reads choices in digits of full width, and warns of a bar of full width", async () => {
    const [row] = await readCsv(
      record({ ...base, participate_status: "２", dimension_type: "４", dimension_value: "后端｜数据库" }),
    );
    expect(row?.body?.participate_status).toBe(2);
    expect(row?.warnings.map(({ message }) => message)).toEqual([expect.stringContaining("joined by a bar")]);
  });

  it.each(["\u200b", "\u00ad", "\u2060", "\u200e"])(
    "refuses an id with a character that cannot be seen",
    async (mark) => {
      const [row] = await readCsv(record({ ...base, external_id: `a${mark}1` }));
      expect(messages(row)[0]).toMatch(
        /external_id: expected an id of characters that can be seen, received one with U\+/,
      );
    },
  );
});
