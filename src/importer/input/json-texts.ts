import { ArrayScanner } from "./array-scanner.js";
import { InputError } from "./input-error.js";
import { LineScanner } from "./line-scanner.js";

/** The text of one interview, not parsed yet. */
export interface JsonText {
  readonly text: string;
  /** The 1-based line on which it begins. */
  readonly line: number;
  /** Its whole length; beyond `MAX_ROW_BYTES`, `text` is only its beginning. */
  readonly bytes: number;
}

export interface JsonScanner {
  /** The texts that end in this chunk. */
  push(chunk: Buffer): Iterable<JsonText>;
  /** What is left after the last chunk. @throws InputError if the input breaks off. */
  end(): Iterable<JsonText>;
}

/** The elements of a JSON array where the input begins with `[`, otherwise its lines. */
export async function* jsonTexts(chunks: AsyncIterable<Buffer>): AsyncGenerator<JsonText> {
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

/** As JSON has it: space, tab, line feed, carriage return. */
export function isWhitespace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** An array that is not one. */
export function brokenArray(line: number, expected: string): InputError {
  return new InputError(`Line ${line}: the JSON array is broken: expected ${expected}.`);
}
