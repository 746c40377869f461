import { posix } from "node:path";
import { decodeEntities } from "./decode-entities.js";
import { damagedWorkbook } from "./workbook-error.js";
import { parseXml } from "./xml-parser.js";
import type { ZipArchive } from "./zip-archive.js";

const MAX_RELATIONSHIPS_BYTES = 16 * 1024 * 1024;

export interface Relationship {
  readonly id: string;
  /** The last word of its type's URI, such as `worksheet`: strict files use other URIs with the same last word. */
  readonly type: string;
  /** The part that it points to, by its path in the archive. */
  readonly target: string;
}

/**
 * Reads where a part's relationships lead; the package's own for the empty name. External ones are left out.
 *
 * @throws InputError if one points outside of the archive
 */
export async function readRelationships(archive: ZipArchive, part: string): Promise<readonly Relationship[]> {
  const path = posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);
  const relationships: Relationship[] = [];
  if (!archive.has(path)) return relationships;
  await parseXml(archive.read(path, MAX_RELATIONSHIPS_BYTES), {
    open(name, attributes) {
      if (name !== "p:Relationship") return;
      const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes();
      if (mode === "External") return;
      relationships.push({
        id,
        type: posix.basename(type),
        target: resolveTarget(part, decodeEntities(target)),
      });
    },
    close() {},
  });
  return relationships;
}

function resolveTarget(part: string, target: string): string {
  const path = posix.resolve("/", posix.dirname(part), target).slice(1);
  const outside = posix.join(posix.dirname(part), target).startsWith("..");
  if (outside) throw damagedWorkbook(`a part of it leads outside: ${target}`);
  return path;
}
