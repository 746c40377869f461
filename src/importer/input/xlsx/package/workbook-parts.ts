import { phrase } from "../../../messages/phrase.js";
import { InputError } from "../../input-error.js";
import { decodeEntities } from "./decode-entities.js";
import { type Relationship, readRelationships } from "./relationships.js";
import { damagedWorkbook } from "./workbook-error.js";
import { parseXml } from "./xml-parser.js";
import type { ZipArchive } from "./zip-archive.js";

const MAX_WORKBOOK_BYTES = 16 * 1024 * 1024;

export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly path: string;
}

/** The sheets in order, and the paths of the parts they share. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** Whether days are counted from 1904 instead of 1900, as Excel for the Mac once did. */
  readonly usesDate1904: boolean;
  readonly stylesPath: string | undefined;
  readonly sharedStringsPath: string | undefined;
}

/** @throws InputError if the archive is another kind of file, such as an .xlsb or an OpenDocument one. */
export async function readWorkbookParts(archive: ZipArchive): Promise<WorkbookParts> {
  const root = await readRelationships(archive, "");
  const path = root.find(({ type }) => type === "officeDocument")?.target;
  if (path === undefined || !archive.has(path)) throw otherArchive(archive);
  if (path.endsWith(".bin")) throw new InputError(phrase("binaryWorkbook"));
  const relationships = await readRelationships(archive, path);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const findPath = (type: string) =>
    relationships.find((one) => one.type === type && archive.has(one.target))?.target;
  return {
    ...(await readWorkbook(archive, path, byId)),
    stylesPath: findPath("styles"),
    sharedStringsPath: findPath("sharedStrings"),
  };
}

async function readWorkbook(
  archive: ZipArchive,
  path: string,
  byId: ReadonlyMap<string, Relationship>,
): Promise<Pick<WorkbookParts, "sheets" | "usesDate1904">> {
  const sheets: SheetPart[] = [];
  let usesDate1904 = false;
  let isWorkbook = false;
  await parseXml(archive.read(path, MAX_WORKBOOK_BYTES), {
    open(name, attributes) {
      if (name === "m:workbook") isWorkbook = true;
      if (name === "m:workbookPr") usesDate1904 = /^(1|true|on)$/.test(attributes().date1904 ?? "");
      if (name !== "m:sheet") return;
      const { name: sheetName = "", state = "visible", "r:id": id = "" } = attributes();
      const part = byId.get(id);
      if (!part) throw damagedWorkbook(`it has no part for the sheet ${decodeEntities(sheetName)}`);
      // Charts and macros have sheets of their own kinds, without cells.
      if (part.type !== "worksheet") return;
      sheets.push({ name: decodeEntities(sheetName), isHidden: state !== "visible", path: part.target });
    },
    close() {},
  });
  // The main part of a presentation or a text is something else.
  if (!isWorkbook) throw otherArchive(archive);
  return { sheets, usesDate1904 };
}

function otherArchive(archive: ZipArchive): InputError {
  const isOpenDocument = archive.has("mimetype") && archive.has("content.xml");
  return new InputError(
    phrase("otherArchive", { kind: phrase(isOpenDocument ? "openDocument" : "otherZip") }),
  );
}
