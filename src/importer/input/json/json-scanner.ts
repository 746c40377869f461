import { LINE_FEED } from "../bytes/newlines.js";

/** The text of one interview, not parsed yet. */
export interface RawJson {
  readonly text: string;
  /** The 1-based line on which it begins. */
  readonly line: number;
  /** The 1-based character of that line. @default unknown */
  readonly column?: number | undefined;
  /** Its whole length; beyond `MAX_ROW_BYTES`, `text` is only its beginning. */
  readonly bytes: number;
}

export interface JsonScanner {
  /** The texts that end in this chunk. */
  push(chunk: Buffer): Iterable<RawJson>;
  /** What is left after the last chunk. @throws InputError if the input ends too early */
  end(): Iterable<RawJson>;
}

/** Where the next character is in a text that is read as UTF-8, counted as an editor does: in units of UTF-16. */
export class TextPosition {
  line: number;
  /** 1-based; undefined after a text that has not been kept. */
  column: number | undefined;

  constructor(line: number, column: number | undefined) {
    this.line = line;
    this.column = column;
  }

  addByte(byte: number): void {
    if (byte === LINE_FEED) {
      this.line++;
      this.column = 1;
    } else if (this.column !== undefined && (byte & 0xc0) !== 0x80) {
      // A character of four bytes has two units.
      this.column += byte >= 0xf0 ? 2 : 1;
    }
  }

  /** The position at an index of the text that begins here. */
  at(text: string, index: number): TextPosition {
    const before = text.slice(0, index);
    const lineStart = before.lastIndexOf("\n") + 1;
    const column = lineStart > 0 ? 1 : this.column;
    return new TextPosition(
      this.line + before.split("\n").length - 1,
      column === undefined ? undefined : column + before.length - lineStart,
    );
  }
}

/** As JSON has it: space, tab, line feed, carriage return. */
export function isWhitespace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
