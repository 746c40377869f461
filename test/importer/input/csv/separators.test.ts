import { describe, expect, it } from "vitest";
import { template } from "../../../../src/importer/input/template.js";
import { phraseWith } from "../../support/phrases.js";
import { APPLICATION, listInputWarnings, openText, readAll } from "../reading.js";

const body = {
  external_id: "a",
  external_application_id: APPLICATION,
  interview_assessments: [{ content: "好, 1|2;3" }],
};

describe("a CSV whose cells are not separated by commas", () => {
  it.each([
    [";", "semicolons"],
    ["\t", "tabs"],
    ["|", "bars"],
  ])("is read by its header, and it is noted: %j", async (separator, name) => {
    const rows = [
      ["external_id", "external_application_id", "comment"],
      ["a", APPLICATION, `"好, 1|2;3"`],
    ];
    const text = rows.map((cells) => `${cells.join(separator)}\n`).join("");
    const input = openText(text, { format: "csv" }, [3]);
    const [row] = await readAll(input);
    expect(row?.body).toEqual(body);
    expect(listInputWarnings(input)).toEqual([phraseWith("separator", { separator: phraseWith(name) })]);
    if (!row) return;
    const rejected = input.rejectedHeader + input.formatRejected(row, { reason: "a;b|c\td" });
    expect((await readAll(openText(rejected, { format: "csv" }))).map((one) => one.body)).toEqual([body]);
  });

  it("is read by the line that names the separator for Excel", async () => {
    const text = `sep=;\nexternal_id;external_application_id;comment\na;${APPLICATION};"好, 1|2;3"\n`;
    expect((await readAll(openText(text, { format: "csv" }))).map((row) => row.body)).toEqual([body]);
  });

  it("is not assumed for a header with commas", async () => {
    const header = 'external_application_id,comment,a;b,"c;d;e;f"';
    const input = openText(`${header}\n${APPLICATION},x;y;z,,\n`, { format: "csv" });
    expect((await readAll(input))[0]?.body?.interview_assessments).toEqual([{ content: "x;y;z" }]);
    expect(listInputWarnings(input)).toEqual([phraseWith("unknownRatings")]);
    const ours = openText(template.csv, { format: "csv" });
    await readAll(ours);
    expect(listInputWarnings(ours)).toEqual([]);
  });
});

describe("what the server wrote into a file of rejected rows", () => {
  it.each(["=1+1", "+1", "-1", "@x", "\t=1"])("is no formula for a spreadsheet: %j", async (reason) => {
    const input = openText(`external_application_id\n${APPLICATION}\n`, { format: "csv" });
    const [row] = await readAll(input);
    const written = row ? input.formatRejected(row, { reason, logId: reason }) : "";
    expect(written).toBe(`${APPLICATION},,'${reason},,,'${reason}\r\n`);
  });
});
