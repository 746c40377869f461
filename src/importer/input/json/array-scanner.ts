import { type Phrase, phrase } from "../../messages/phrase.js";
import { LINE_FEED } from "../bytes/newlines.js";
import { MAX_ROW_BYTES, RowBuffer } from "../bytes/row-buffer.js";
import { InputError } from "../input-error.js";
import { isWhitespace, type JsonScanner, type RawJson, TextPosition } from "./json-scanner.js";

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const ARRAY_START = 0x5b;
const ARRAY_END = 0x5d;
const OBJECT_START = 0x7b;
const OBJECT_END = 0x7d;

type State = "before array" | "in array" | "before element" | "in element" | "after element" | "after array";

/** A JSON array's elements, found by their brackets and quotes alone, so that only the current one is held in memory. */
export class ArrayScanner implements JsonScanner {
  readonly #row = new RowBuffer();
  #state: State = "before array";
  readonly #mayContinue: boolean;
  /** Of the next byte between elements; within one, of its first. */
  #position: TextPosition;
  /** Of the current element, up to here. */
  #lineFeeds = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #unread = 0;

  /** @param options.mayContinue whether something other than blanks may come after the array */
  constructor(
    start: TextPosition,
    { mayContinue }: { readonly mayContinue: boolean } = { mayContinue: false },
  ) {
    this.#position = start;
    this.#mayContinue = mayContinue;
  }

  get isComplete(): boolean {
    return this.#state === "after array";
  }

  /** Where the next byte is, between elements. */
  get position(): TextPosition {
    return this.#position;
  }

  /** The number of bytes at the end of the last chunk that come after the array. */
  get unread(): number {
    return this.#unread;
  }

  *push(chunk: Buffer): Generator<RawJson> {
    for (let at = 0; at < chunk.length; at++) {
      if (this.#state === "in element") {
        const end = this.#endOfElement(chunk, at);
        this.#row.append(chunk.subarray(at, end));
        if (end === undefined) return;
        yield this.#take();
        at = end;
      }
      const byte = chunk[at] ?? 0;
      if (!isWhitespace(byte) && this.#stepBetween(byte)) at--;
      else this.#position.addByte(byte);
      if (this.isComplete && this.#mayContinue) {
        this.#unread = chunk.length - at - 1;
        return;
      }
    }
  }

  end(): RawJson[] {
    if (this.#state === "after array") return [];
    const { line } = this.#position;
    const isWithin = this.#state === "in element" && (this.#depth > 0 || this.#inString);
    if (isWithin) throw new InputError(phrase("endsInInterview", { line }));
    throw new InputError(phrase("endsInArray", { line: line + this.#lineFeeds }));
  }

  /** Where the element that continues at `from` ends; undefined if it continues in the next chunk. */
  #endOfElement(chunk: Buffer, from: number): number | undefined {
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (byte === LINE_FEED) this.#lineFeeds++;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) this.#inString = false;
      } else if (byte === QUOTE) {
        this.#inString = true;
      } else if (byte === OBJECT_START || byte === ARRAY_START) {
        this.#depth++;
      } else if (this.#depth === 0) {
        if (byte === COMMA || byte === ARRAY_END) return at;
      } else if (byte === OBJECT_END || byte === ARRAY_END) {
        this.#depth--;
      }
    }
    return undefined;
  }

  #take(): RawJson {
    this.#state = "after element";
    const { text, bytes } = this.#row.take();
    const { line, column } = this.#position;
    // Of a text that is too long, only its beginning is known.
    const isWhole = bytes <= MAX_ROW_BYTES;
    const { column: end } = this.#position.at(text, text.length);
    this.#position = new TextPosition(line + this.#lineFeeds, isWhole ? end : undefined);
    this.#lineFeeds = 0;
    return { text: text.trimEnd(), line, column, bytes };
  }

  /** Takes a byte between elements; true if an element begins with it. */
  #stepBetween(byte: number): boolean {
    switch (this.#state) {
      case "before array":
        this.#state = "in array";
        return false;
      case "in array":
      case "before element":
        if (byte === COMMA) throw brokenArray(this.#position.line, phrase("interviewNotComma"));
        if (byte === ARRAY_END && this.#state === "before element")
          throw brokenArray(this.#position.line, phrase("interviewBetween"));
        this.#state = byte === ARRAY_END ? "after array" : "in element";
        return byte !== ARRAY_END;
      case "after element":
        this.#state = byte === ARRAY_END ? "after array" : "before element";
        return false;
      default:
        throw brokenArray(this.#position.line, phrase("nothingAfterArray"));
    }
  }
}

/** An array that is not one. */
function brokenArray(line: number, expected: Phrase): InputError {
  return new InputError(phrase("brokenArray", { line, expected }));
}
