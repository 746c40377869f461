import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ZipParts, zip } from "./zip.js";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

export interface SheetSource {
  readonly name?: string;
  readonly state?: "visible" | "hidden" | "veryHidden";
  /** What `sheetData` holds. */
  readonly rows: string;
  readonly beforeRows?: string;
  readonly afterRows?: string;
}

export interface WorkbookSource {
  readonly sheets: readonly SheetSource[];
  /** What `sst` holds. */
  readonly sharedStrings?: string;
  /** Custom number formats by their id; style N is the Nth of `styles`, which are format ids. */
  readonly formats?: Readonly<Record<number, string>>;
  readonly styles?: readonly number[];
  readonly workbookPr?: string;
  /** Parts that replace or complete the others. */
  readonly parts?: ZipParts;
}

/** The parts of a workbook, written by hand: a library would write only what it knows. */
export function buildWorkbookParts(source: WorkbookSource): ZipParts {
  const { sheets, sharedStrings = "", formats = {}, styles = [0], workbookPr = "" } = source;
  const numFmts = Object.entries(formats).map(
    ([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`,
  );
  const xfs = styles.map((id) => `<xf numFmtId="${id}"/>`);
  const list = sheets.map(
    ({ name = `Sheet${sheets.length}`, state = "visible" }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`,
  );
  const relations = sheets.map((_, index) =>
    relation(`rId${index + 1}`, "worksheet", `worksheets/s${index}.xml`),
  );
  return {
    "_rels/.rels": relationships([relation("rId1", "officeDocument", "xl/workbook.xml")]),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookPr}<sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([
      ...relations,
      relation("rId90", "styles", "/xl/styles.xml"),
      relation("rId91", "sharedStrings", "sharedStrings.xml"),
    ]),
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts>${numFmts.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join("")}</cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${sharedStrings}</sst>`,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/s${index}.xml`, formatWorksheet(sheet)]),
    ),
    ...source.parts,
  };
}

export function formatWorksheet({ rows, beforeRows = "", afterRows = "" }: SheetSource): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${beforeRows}<sheetData>${rows}</sheetData>${afterRows}</worksheet>`;
}

/** Writes a file of its own for a test. */
export function writeTemporaryFile(content: Buffer | string, name = "table.xlsx"): string {
  const path = join(mkdtempSync(join(tmpdir(), "workbook-")), name);
  writeFileSync(path, content);
  return path;
}

export function writeWorkbook(source: WorkbookSource): string {
  return writeTemporaryFile(zip(buildWorkbookParts(source)));
}

/** Rows of inline texts, from A1. */
export function formatTextRows(rows: readonly (readonly string[])[]): string {
  return rows
    .map(
      (cells) =>
        `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`).join("")}</row>`,
    )
    .join("");
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function relationships(list: readonly string[]): string {
  return `<Relationships xmlns="${PACKAGE}">${list.join("")}</Relationships>`;
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}
