import { appendFileSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { InputError, readInterviews } from "../../../../src/importer/index.js";
import { inputError, phraseWith } from "../../support/phrases.js";
import { APPLICATION, readAll } from "../reading.js";
import { buildWorkbookParts, formatTextRows, writeTemporaryFile } from "./make-workbook.js";
import { type ZipParts, zip } from "./zip.js";

const ROWS = formatTextRows([
  ["external_id", "external_application_id"],
  ["i1", APPLICATION],
  ["i2", APPLICATION],
]);
const PARTS = buildWorkbookParts({ sheets: [{ rows: ROWS }] });
const presentation =
  '<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:sldIdLst/></p:presentation>';
const SHEET = "xl/worksheets/s0.xml";
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** What reading a file ends with, and how many rows came before. */
async function readBad(content: Buffer | string): Promise<{ key: string; rows: number }> {
  const input = readInterviews(writeTemporaryFile(content), { format: "xlsx" });
  let rows = 0;
  try {
    for await (const _ of input) rows++;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(String(error.phrase).length).toBeLessThan(400);
    return { key: error.phrase.key, rows };
  }
  return { key: "none", rows };
}

const withSheet = (sheet: ZipParts[string]) => zip({ ...PARTS, [SHEET]: sheet });
const sheetXml = String(PARTS[SHEET]);

describe("a file that is no whole workbook ends in one sentence before any row", () => {
  const whole = zip(PARTS);
  it.each<[string, Buffer | string, string]>([
    ["nothing", "", "noInterviews"],
    ["a text", "external_id,external_application_id\n", "notAWorkbook"],
    ["an old workbook", Buffer.concat([OLE, Buffer.alloc(4096)]), "otherArchive"],
    [
      "an encrypted one",
      Buffer.concat([OLE, Buffer.alloc(2 ** 20 - 20), Buffer.from("EncryptedPackage", "utf16le")]),
      "encryptedWorkbook",
    ],
    ["a binary one", zip({ ...renameWorkbook(PARTS, "xl/workbook.bin") }), "binaryWorkbook"],
    ["an OpenDocument file", zip({ mimetype: "x", "content.xml": "<a/>" }), "otherArchive"],
    ["another archive", zip({ "a.txt": "a" }), "otherArchive"],
    ["a presentation", zip({ ...PARTS, "xl/workbook.xml": presentation }), "otherArchive"],
    ["one that is cut short", whole.subarray(0, whole.length - 30), "damagedWorkbook"],
    ["one without its sheet", zip(without(PARTS, SHEET)), "damagedWorkbook"],
    ["one with a wrong checksum", withSheet({ content: sheetXml, declaredCrc: 1 }), "damagedWorkbook"],
    ["one with an encrypted part", withSheet({ content: sheetXml, encrypted: true }), "encryptedWorkbook"],
    ["one whose sheet ends early", withSheet(sheetXml.slice(0, -30)), "damagedWorkbook"],
    [
      "one with entities of its own",
      withSheet(`<!DOCTYPE a [<!ENTITY b "cc">]>${sheetXml}`),
      "damagedWorkbook",
    ],
    ...["&b;", "&#0;", "&#x110000;", "&#xg;", "&#;", "R&D", "&amp"].map(
      (entity): [string, Buffer, string] => [
        `one with ${entity}`,
        withSheet(sheetXml.replace("i1", entity)),
        "damagedWorkbook",
      ],
    ),
    [
      "one nested 100,000 deep",
      withSheet(sheetXml.replace("<row>", "<a>".repeat(100_000))),
      "damagedWorkbook",
    ],
    ["one with an endless attribute", withSheet(`<a b="${"c".repeat(30_000_000)}"/>`), "damagedWorkbook"],
  ])("%s", async (_, content, key) => {
    expect(await readBad(content)).toEqual({ key, rows: 0 });
  });

  it("a bomb that declares its size", async () => {
    const bomb = sheetXml.replace("<sheetData>", `<sheetData>${" ".repeat(64 * 1024 * 1024)}`);
    expect(await readBad(withSheet(bomb))).toEqual({ key: "oversizedWorkbook", rows: 0 });
  });

  it("a bomb that declares less than it holds", async () => {
    const content = sheetXml.replace("<sheetData>", `<sheetData>${" ".repeat(64 * 1024 * 1024)}`);
    expect(await readBad(withSheet({ content, declaredBytes: 5_000 }))).toEqual({
      key: "damagedWorkbook",
      rows: 0,
    });
  });
});

it.each([
  ["links to another file", zip(withExternalLink(PARTS))],
  ["lacks the parts for styles and strings", zip(without(PARTS, "xl/styles.xml", "xl/sharedStrings.xml"))],
])("a workbook that %s is read", async (_, content) => {
  expect(await readBad(content)).toEqual({ key: "none", rows: 2 });
});

it.each([
  ["is cut short", zip(PARTS).subarray(0, 200), "文件结构不完整"],
  ["lacks its sheet", zip(without(PARTS, SHEET)), "内部文件缺失或有误"],
  ["lacks a relationship", zip(without(PARTS, "xl/_rels/workbook.xml.rels")), "内部文件缺失或有误"],
])("says once what is damaged, in each language, of a workbook that %s", async (_, content, zh) => {
  const path = writeTemporaryFile(content);
  const [error] = await Promise.allSettled([
    readInterviews(path, { format: "xlsx" })[Symbol.asyncIterator]().next(),
  ]);
  expect(error).toMatchObject({
    reason: { phrase: { params: { reason: { en: expect.not.stringContaining("workbook is"), zh } } } },
  });
});

it("a workbook that changes while it is read stops", async () => {
  const path = writeTemporaryFile(zip(PARTS));
  const rows = readInterviews(path, { format: "xlsx" })[Symbol.asyncIterator]();
  await rows.next();
  appendFileSync(path, readFileSync(path));
  await expect(rows.next()).rejects.toThrow(inputError("fileChanged"));
});

it("a workbook cannot be a stream", async () => {
  const stream = async function* () {
    yield zip(PARTS);
  };
  expect(() => readInterviews(stream(), { format: "xlsx" })).toThrow(inputError("workbookStream"));
  const rows = readAll(readInterviews(stream(), { format: "csv" }));
  await expect(rows).rejects.toThrow(inputError("otherFormat", { kind: phraseWith("zipArchive") }));
});

function without(parts: ZipParts, ...names: string[]): ZipParts {
  return Object.fromEntries(Object.entries(parts).filter(([name]) => !names.includes(name)));
}

function withExternalLink(parts: ZipParts): ZipParts {
  const path = "xl/_rels/workbook.xml.rels";
  const link = '<Relationship Id="rId7" Type="a/b" Target="../../../Budget.xlsx" TargetMode="External"/>';
  return { ...parts, [path]: String(parts[path]).replace("</Relationships>", `${link}</Relationships>`) };
}

function renameWorkbook(parts: ZipParts, name: string): ZipParts {
  const relations = String(parts["_rels/.rels"]).replace("xl/workbook.xml", name);
  return { ...without(parts, "xl/workbook.xml"), "_rels/.rels": relations, [name]: "x" };
}
