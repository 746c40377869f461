import { countLineFeeds, LINE_FEED } from "../bytes/newlines.js";
import { ArrayScanner } from "./array-scanner.js";
import { ItemsScanner } from "./items-scanner.js";
import { isWhitespace, type JsonScanner, type RawJson, TextPosition } from "./json-scanner.js";
import { LineScanner } from "./line-scanner.js";

/**
 * The elements of a JSON array if the input begins with `[`, otherwise its lines.
 *
 * @param items the keys that lead to the array, if it is wrapped in objects
 */
export async function* splitJson(
  chunks: AsyncIterable<Buffer>,
  items: readonly string[],
): AsyncGenerator<RawJson> {
  let scanner: JsonScanner | undefined;
  let line = 1;
  /** The blanks of the line on which the first text may begin. */
  let indent: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (scanner) {
      yield* scanner.push(chunk);
      continue;
    }
    const first = chunk.findIndex((byte) => !isWhitespace(byte));
    const blank = first < 0 ? chunk : chunk.subarray(0, first);
    line += countLineFeeds(blank);
    const lineStart = blank.lastIndexOf(LINE_FEED) + 1;
    indent = Buffer.concat([lineStart > 0 ? Buffer.alloc(0) : indent, blank.subarray(lineStart)]);
    if (indent.length > MAX_INDENT_BYTES) indent = Buffer.alloc(0);
    if (first < 0) continue;
    scanner = createScanner(chunk[first], line, items);
    yield* scanner.push(Buffer.concat([indent, chunk.subarray(first)]));
  }
  if (scanner) yield* scanner.end();
}

/** A file may begin with any number of blanks, which are not kept. */
const MAX_INDENT_BYTES = 64 * 1024;
const OPENING_BRACKET = 0x5b;

function createScanner(firstByte: number | undefined, line: number, items: readonly string[]): JsonScanner {
  if (items.length > 0) return new ItemsScanner(items, line);
  return firstByte === OPENING_BRACKET ? new ArrayScanner(new TextPosition(line, 1)) : new LineScanner(line);
}
