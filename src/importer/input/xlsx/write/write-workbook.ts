import { createReadStream } from "node:fs";
import { escapeXml, numberRows } from "./sheet-xml.js";
import { ZipWriter } from "./zip-writer.js";

/** A sheet to write. */
export interface WrittenSheet {
  readonly name: string;
  /** Its rows as XML, or the path of a file that holds them. */
  readonly rows: string | { readonly path: string };
  /** What comes before and after its rows, as XML. */
  readonly columns?: string | undefined;
  readonly validations?: string | undefined;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** The header stays in sight. */
const VIEW =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

/** Style 0 is a spreadsheet's own; 1 is text (format 49). */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** Writes a workbook to a new file, readable by its owner alone. */
export async function writeWorkbook(path: string, sheets: readonly WrittenSheet[]): Promise<void> {
  const zip = await ZipWriter.create(path);
  try {
    for (const [name, text] of describeParts(sheets)) await zip.add(name, [XML + text]);
    for (const [i, sheet] of sheets.entries())
      await zip.add(`xl/worksheets/sheet${i + 1}.xml`, readSheet(sheet));
    await zip.end();
  } finally {
    await zip.close();
  }
}

/** All parts but the sheets, by name. */
function describeParts(sheets: readonly WrittenSheet[]): readonly (readonly [name: string, xml: string])[] {
  const override = (part: string, type: string) =>
    `<Override PartName="/xl/${part}" ContentType="${TYPE}.${type}+xml"/>`;
  const relationship = (number: number, type: string, target: string) =>
    `<Relationship Id="rId${number}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
  const types = sheets.map((_, i) => override(`worksheets/sheet${i + 1}.xml`, "worksheet"));
  const parts = sheets.map((_, i) => relationship(i + 1, "worksheet", `worksheets/sheet${i + 1}.xml`));
  const names = sheets.map(
    ({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
  const overrides = [override("workbook.xml", "sheet.main"), override("styles.xml", "styles"), ...types];
  return [
    [
      "[Content_Types].xml",
      `<Types xmlns="${PACKAGE}/content-types">${defaults}${overrides.join("")}</Types>`,
    ],
    [
      "_rels/.rels",
      `<Relationships xmlns="${PACKAGE}/relationships">${relationship(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${names.join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `<Relationships xmlns="${PACKAGE}/relationships">${parts.join("")}${relationship(sheets.length + 1, "styles", "styles.xml")}</Relationships>`,
    ],
    ["xl/styles.xml", STYLES],
  ];
}

async function* readSheet({ rows, columns = "", validations = "" }: WrittenSheet): AsyncGenerator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}">${VIEW}${columns}<sheetData>`;
  yield* numberRows(typeof rows === "string" ? [rows] : createReadStream(rows.path, "utf8"));
  yield `</sheetData>${validations}</worksheet>`;
}
