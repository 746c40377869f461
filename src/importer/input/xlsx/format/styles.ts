import { decodeEntities } from "../package/decode-entities.js";
import { parseXml } from "../package/xml-parser.js";
import type { ZipArchive } from "../package/zip-archive.js";
import { type NumberFormat, readFormat } from "./number-format.js";

const MAX_STYLES_BYTES = 64 * 1024 * 1024;

/** Reads how numbers are shown, by the number of their cell's style. */
export async function readStyles(
  archive: ZipArchive,
  path: string | undefined,
): Promise<readonly NumberFormat[]> {
  if (path === undefined) return [];
  const codes = new Map<number, string>();
  const formats: number[] = [];
  let isInCellFormats = false;
  await parseXml(archive.read(path, MAX_STYLES_BYTES), {
    open(name, attributes) {
      if (name === "m:numFmt") {
        const { numFmtId, formatCode = "" } = attributes();
        codes.set(Number(numFmtId), decodeEntities(formatCode));
      } else if (name === "m:cellXfs") isInCellFormats = true;
      else if (name === "m:xf" && isInCellFormats) formats.push(Number(attributes().numFmtId ?? 0));
    },
    close(name) {
      if (name === "m:cellXfs") isInCellFormats = false;
    },
  });
  return formats.map((id) => readFormat(id, codes.get(id)));
}
