import { classifyFormat, type NumberKind } from "./number-format.js";
import { decodeEntities } from "./package/decode-entities.js";
import { parseXml } from "./package/xml-parser.js";
import type { ZipArchive } from "./package/zip-archive.js";

const MAX_STYLES_BYTES = 64 * 1024 * 1024;

/** Reads what numbers mean, by the number of their cell's style. */
export async function readStyles(
  archive: ZipArchive,
  path: string | undefined,
): Promise<readonly NumberKind[]> {
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
  return formats.map((id) => classifyFormat(id, codes.get(id)));
}
