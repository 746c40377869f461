/** The text of one interview, not parsed yet. */
export interface RawJson {
  readonly text: string;
  /** The 1-based line on which it begins. */
  readonly line: number;
  /** Its whole length; beyond `MAX_ROW_BYTES`, `text` is only its beginning. */
  readonly bytes: number;
}

export interface JsonScanner {
  /** The texts that end in this chunk. */
  push(chunk: Buffer): Iterable<RawJson>;
  /** What is left after the last chunk. @throws InputError if the input ends too early */
  end(): Iterable<RawJson>;
}

/** As JSON has it: space, tab, line feed, carriage return. */
export function isWhitespace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
