import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { APPLICATION, openText, readAll, readJsonl } from "./reading.js";

/** The kinds of texts in public test suites for parsers: JSONTestSuite, csv-spectrum, the list of naughty strings. */
const NOT_JSON = [
  `{"a":1,}`,
  `{"a":1,,"b":2}`,
  `{,"a":1}`,
  `{a:1}`,
  `{'a':1}`,
  `{"a" 1}`,
  `{"a":1 "b":2}`,
  `{"a"::1}`,
  `{"a":1}}`,
  `{"a":1}#`,
  `{"a":1} x`,
  `{"a":"b"`,
  `{"a":"b`,
  `{"a":[1,]}`,
  `{"a":[1`,
  `{"a":[1}]}`,
  `{"a":+1}`,
  `{"a":01}`,
  `{"a":.5}`,
  `{"a":1.}`,
  `{"a":0x1}`,
  `{"a":1e}`,
  `{"a":NaN}`,
  `{"a":-Infinity}`,
  `{"a":True}`,
  `{"a":nul}`,
  `{"a":"\t"}`,
  `{"a":"\0"}`,
  `{"a":"\\x"}`,
  `{"a":"\\u12"}`,
  `{"a":"\\"}`,
  `{"a":1/**/}`,
  `{"a":1}\u00a0`,
  `{"a":\u20602}`,
  `"a"`,
  `1`,
  `null`,
  `<html>`,
  `{"external_application_id":"7","x":${"[".repeat(100_000)}`,
  `{"external_application_id":"7","x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
  `{"external_application_id":"7","_rejected":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}`,
];

const NAUGHTY = [
  "undefined",
  "null",
  "true",
  "1.0/0.0",
  "-1e100",
  "NaN",
  "0x0",
  `,./;'[]-=`,
  `<>?:"{}|_+`,
  "!@#$%^&*()`~",
  "Ω≈ç√∫˜µ≤≥÷",
  "田中さんにあげて下さい",
  "𠜎𠜱𠝹𠱓",
  "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤",
  "👩🏽‍💻👨‍👩‍👧‍👦🇨🇳",
  "הָיְתָה test الصفحات",
  "<script>alert(1)</script>",
  "'; DROP TABLE users; --",
  "$(touch /tmp/x)`ls`",
  "=cmd|' /C calc'!A0",
  "../../../etc/passwd%00",
  "{{7*7}} <%= 1 %>",
  "__proto__",
  "constructor",
  `a "quoted" one, with commas\nand\r\nlines`,
  `""`,
];

describe("texts of the kinds in public test suites", () => {
  it.each(NOT_JSON.map((text) => [text.slice(0, 40), text]))("rejects %j, and continues", async (_, text) => {
    const good = JSON.stringify({ external_application_id: APPLICATION });
    const input = openText(`${good}\n${text}\n${good}\n`, { format: "jsonl" });
    const rows = await readAll(input);
    expect(rows.map(({ body }) => body !== undefined)).toEqual([true, false, true]);
    const [, bad] = rows;
    if (bad) expect(JSON.parse(input.formatRejected(bad, { reason: "no" }))._rejected.reason).toBe("no");
  });

  it.each(NAUGHTY)("reads %j unchanged from JSON, from CSV and from rejected rows", async (content) => {
    const expected = [{ content }];
    const body = { external_application_id: APPLICATION, interview_assessments: expected };
    const [json] = await readJsonl(JSON.stringify(body));
    expect(json?.body?.interview_assessments).toEqual(expected);
    const csv = `external_application_id,comment\n${APPLICATION},"${content.replaceAll('"', '""')}"\n`;
    const input = openText(csv, { format: "csv" });
    const [row] = await readAll(input);
    expect(row?.body?.interview_assessments).toEqual(expected);
    const rejected = input.rejectedHeader + (row ? input.formatRejected(row, { reason: content }) : "");
    expect((await readAll(openText(rejected, { format: "csv" })))[0]?.body?.interview_assessments).toEqual(
      expected,
    );
  });

  it.each([
    `a,"b,c",d`,
    `a,"b ""c"" d",""`,
    `a,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}",b`,
    `"a\nb","c\r\nd",e`,
    `,,`,
    `"","",""`,
    `ʤ,王,é`,
    `a, b ,c`,
    `"a"",""b",c,d`,
  ])("reads the record %j as another parser does", async (record) => {
    const header = "external_application_id,username,dimension_title,comment";
    const text = `${header}\n${APPLICATION},${record}\n`;
    const [, cells = []] = parse(text, { record_delimiter: ["\n"] }) as string[][];
    const [, username = "", title = "", content = ""] = cells;
    const [row] = await readAll(openText(text, { format: "csv" }));
    const [assessment] = row?.body?.interview_assessments ?? [];
    expect(assessment?.username ?? "").toBe(username.trim());
    expect(assessment?.content ?? "").toBe(content);
    expect(assessment?.assessment_dimension_list?.[0]?.title ?? "").toBe(title.trim());
  });
});
