import { phrase } from "../../messages/phrase.js";
import { oversizedWorkbook } from "./package/workbook-error.js";
import { parseXml } from "./package/xml-parser.js";
import type { ZipArchive } from "./package/zip-archive.js";
import { PlainText } from "./plain-text.js";

const MAX_SHARED_STRINGS_BYTES = 512 * 1024 * 1024;
/** They are held in memory, of which a character takes up to two bytes. */
const MAX_CHARACTERS = 64 * 1024 * 1024;

/** Reads the texts that cells refer to by number. */
export async function readSharedStrings(
  archive: ZipArchive,
  path: string | undefined,
): Promise<readonly string[]> {
  const strings: string[] = [];
  if (path === undefined) return strings;
  const text = new PlainText();
  let characters = 0;
  await parseXml(archive.read(path, MAX_SHARED_STRINGS_BYTES), {
    open: (name) => text.open(name),
    close(name) {
      text.close(name);
      if (name !== "m:si") return;
      const string = text.take();
      characters += string.length;
      if (characters > MAX_CHARACTERS)
        throw oversizedWorkbook(phrase("tooManyCharacters", { count: MAX_CHARACTERS }));
      strings.push(string);
    },
    text: (part) => text.add(part),
  });
  return strings;
}
