import { ArrayScanner } from "./array-scanner.js";
import { isWhitespace, type JsonScanner, type RawJson } from "./json-scanner.js";
import { LineScanner } from "./line-scanner.js";

/** The elements of a JSON array where the input begins with `[`, otherwise its lines. */
export async function* splitJson(chunks: AsyncIterable<Buffer>): AsyncGenerator<RawJson> {
  let scanner: JsonScanner | undefined;
  const blank: Buffer[] = [];
  for await (const chunk of chunks) {
    if (!scanner) {
      blank.push(chunk);
      const first = firstByte(chunk);
      if (first === undefined) continue;
      scanner = first === OPENING_BRACKET ? new ArrayScanner() : new LineScanner();
      yield* scanner.push(Buffer.concat(blank));
    } else {
      yield* scanner.push(chunk);
    }
  }
  if (scanner) yield* scanner.end();
}

const OPENING_BRACKET = 0x5b;

function firstByte(chunk: Buffer): number | undefined {
  return chunk.find((byte) => !isWhitespace(byte));
}
