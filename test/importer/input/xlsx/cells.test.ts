import { describe, expect, it } from "vitest";
import { inputError, phraseWith } from "../../support/phrases.js";
import { readCells, readFault, readRows } from "./read-cells.js";

describe("texts", () => {
  it("come from the shared strings, all their runs in one and without the phonetic ones", async () => {
    const sharedStrings =
      "<si><t>张三</t></si><si><r><t>Solid</t></r><r><rPr><b/></rPr><t xml:space='preserve'> work</t></r><rPh sb='0' eb='1'><t>ソリッド</t></rPh></si><si><t>李四</t></si>";
    const cells = [1, 0, 2].map((index) => `<c t="s"><v>${index}</v></c>`).join("");
    expect(await readCells(cells, { sharedStrings })).toEqual(["Solid work", "张三", "李四"]);
  });

  it("may be in the cell itself", async () => {
    const cells =
      '<c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><r><t>b</t></r><r><t>c</t></r></is></c>';
    expect(await readCells(cells)).toEqual(["a", "bc"]);
  });

  it("keep entities, characters beyond U+FFFF, CDATA, and what XML itself cannot hold", async () => {
    const cells =
      '<c t="inlineStr"><is><t>R&amp;D &#x1F600; &#128512; &lt;b&gt;</t></is></c><c t="inlineStr"><is><t><![CDATA[a<b]]></t></is></c><c t="str"><v>a_x000A_b_x000a_c_X000A_</v></c>';
    expect(await readCells(cells)).toEqual(["R&D 😀 😀 <b>", "a<b", "a\nb\nc_X000A_"]);
  });

  it("keep a 19-digit id that is stored as text", async () => {
    expect(await readCells('<c t="inlineStr"><is><t>6960663240925956437</t></is></c>')).toEqual([
      "6960663240925956437",
    ]);
  });

  it("that the file lacks are faults", async () => {
    expect(await readFault('<c t="s"><v>7</v></c>')).toMatchObject({
      received: phraseWith("missingText", { index: "7" }),
    });
  });
});

describe("numbers", () => {
  it.each([
    ["90", "90"],
    ["2.5", "2.5"],
    ["-3", "-3"],
    ["1E3", "1000"],
    [" 7 ", "7"],
    ["2.2999999999999998", "2.3"],
    ["1.5E-3", "0.0015"],
    ["6960663240925956000", "6960663240925956000"],
  ])("%j reads as %s", async (value, text) => {
    expect(await readCells(`<c><v>${value}</v></c>`)).toEqual([text]);
  });

  it.each(["6960663240925956000", "1234567890123456", "6.96066E+018", "1E3"])(
    "%s is a fault as an id",
    async (value) => {
      expect(await readFault(`<c><v>${value}</v></c>`)).toMatchObject({
        onlyInIds: true,
        received: phraseWith("lostDigits", { value }),
      });
    },
  );

  it.each(["123456789012345", "17614337003", "0"])("%s is none", async (value) => {
    expect(await readFault(`<c><v>${value}</v></c>`)).toBeUndefined();
  });

  it.each([
    ["0.85", [9], "85%"],
    ["1", [164], "100%"],
    ["0.56999999999999995", [164], "57%"],
    ["-1.5E-3", [10], "-0.15%"],
  ] as const)("%s of the percent format %j reads as %s", async (value, styles, text) => {
    const formats = { 164: "0.0%;[Red]-0.0%" };
    expect(await readCells(`<c s="0"><v>${value}</v></c>`, { styles, formats })).toEqual([text]);
  });

  it.each([
    ["7", "0007"],
    ["12345", "12345"],
    ["2.5", "2.5"],
    ["-7", "-7"],
  ])("%s of the format 0000 reads as %s", async (value, text) => {
    const formats = { 164: "0000_ ;[Red]-0000" };
    expect(await readCells(`<c s="0"><v>${value}</v></c>`, { styles: [164], formats })).toEqual([text]);
  });

  it("that are none are faults", async () => {
    expect(await readFault("<c><v>abc</v></c>")).toMatchObject({ expected: phraseWith("number") });
  });
});

describe("formulas and errors", () => {
  it("count by their cached value", async () => {
    const cells =
      '<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="b"><f>TRUE()</f><v>1</v></c><c r="D1" t="b"><f>FALSE()</f><v>0</v></c><c r="E1" t="b"><v>true</v></c>';
    const [row] = await readRows({ sheets: [{ rows: `<row r="1">${cells}<c r="F1"/></row>` }] });
    expect(row?.cells).toEqual(["ab", "2", "TRUE", "FALSE", "TRUE"]);
    expect(row?.faults).toEqual(new Map());
  });

  it("without a value are faults, with a blank one blanks", async () => {
    expect(await readFault("<c><f>A2</f></c>")).toMatchObject({
      received: phraseWith("formulaWithoutValue"),
    });
    expect(await readFault("<c><f>A2</f><v></v></c>")).toMatchObject({
      received: phraseWith("formulaWithoutValue"),
    });
    expect(await readFault('<c t="str"><f>""</f><v></v></c>')).toBeUndefined();
    const sharedStrings = "<si><t>another</t></si>";
    expect(await readCells('<c t="s"><f>A2</f><v></v></c>', { sharedStrings })).toEqual([]);
  });

  it("of Excel's own are faults", async () => {
    expect(await readFault('<c t="e"><v>#N/A</v></c>')).toMatchObject({
      received: phraseWith("errorValue", { value: "#N/A" }),
    });
  });
});

describe("rows", () => {
  it("and cells may lack their address", async () => {
    const rows = await readRows({
      sheets: [
        { rows: "<row><c/><c><v>1</v></c></row><row r='5'><c r='C5'><v>2</v></c><c><v>3</v></c></row>" },
      ],
    });
    expect(rows.map(({ number, cells }) => ({ number, cells }))).toEqual([
      { number: 1, cells: ["", "1"] },
      { number: 5, cells: ["", "", "2", "3"] },
    ]);
  });

  it.each([
    "<row r='2'/><row r='1'/>",
    "<row r='2'/><row r='2'/>",
    "<row><c r='B1'/><c r='A1'/></row>",
    "<row><c r='A1'/><c r='A1'/></row>",
  ])("and cells must be in order: %s", async (rows) => {
    await expect(readRows({ sheets: [{ rows }] })).rejects.toThrow(inputError("damagedWorkbook"));
  });

  it("without anything in them are none", async () => {
    const blank =
      '<row r="1"/><row r="2"><c r="A2" s="3"/><c r="B2" t="inlineStr"><is><t></t></is></c></row>';
    expect(await readRows({ sheets: [{ rows: blank }] })).toEqual([]);
  });

  it("may have a prefix for their namespace, or the strict one", async () => {
    const strict =
      '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="B1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const rows = await readRows({ sheets: [{ rows: "" }], parts: { "xl/worksheets/s0.xml": strict } });
    expect(rows.map(({ cells }) => cells)).toEqual([["", "7"]]);
  });
});
