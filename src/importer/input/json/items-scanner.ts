import { phrase } from "../../messages/phrase.js";
import { InputError } from "../input-error.js";
import { ArrayScanner } from "./array-scanner.js";
import { isWhitespace, type JsonScanner, type RawJson, TextPosition } from "./json-scanner.js";

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ARRAY_START = 0x5b;
const ARRAY_END = 0x5d;
const OBJECT_START = 0x7b;
const OBJECT_END = 0x7d;

/** No key of a path is longer. */
const MAX_KEY_BYTES = 256;

/**
 * The elements of the lists that some keys lead to, as in `{ "data": { "items": [ … ] } }`. The input may be several
 * such objects, one after the other: an export's pages.
 */
export class ItemsScanner implements JsonScanner {
  readonly #path: readonly string[];
  /** Of the next byte outside of lists. */
  #position: TextPosition;
  #list: ArrayScanner | undefined;
  /** The key before each container that is open, from the outermost. */
  readonly #containers: string[] = [];
  #key = "";
  #string: number[] | undefined;
  #isEscaped = false;
  #lists = 0;
  /** How many there were before this page. */
  #listsBefore = 0;
  #start: number;

  constructor(path: readonly string[], firstLine: number) {
    this.#path = path;
    this.#position = new TextPosition(firstLine, 1);
    this.#start = firstLine;
  }

  *push(chunk: Buffer): Generator<RawJson> {
    let at = 0;
    while (at < chunk.length) {
      if (this.#list) {
        const list = this.#list;
        yield* list.push(chunk.subarray(at));
        if (!list.isComplete) return;
        at = chunk.length - list.unread;
        this.#position = list.position;
        this.#list = undefined;
      } else if (this.#step(chunk[at] ?? 0)) {
        this.#list = new ArrayScanner(this.#position, { mayContinue: true });
        this.#lists++;
      } else {
        this.#position.addByte(chunk[at] ?? 0);
        at++;
      }
    }
  }

  end(): RawJson[] {
    const path = this.#path.join(".");
    if (this.#list) this.#list.end();
    if (this.#containers.length > 0) throw new InputError(phrase("incompleteJson", { line: this.#start }));
    if (this.#lists === 0) throw new InputError(phrase("noList", { path: JSON.stringify(path) }));
    return [];
  }

  /** Takes a byte outside of the lists; true if it begins one. */
  #step(byte: number): boolean {
    if (this.#string) {
      this.#addToString(this.#string, byte);
      return false;
    }
    switch (byte) {
      case QUOTE:
        this.#string = [];
        break;
      case OBJECT_START:
      case ARRAY_START:
        if (byte === ARRAY_START && this.#isAtPath()) return true;
        if (this.#containers.length === 0) this.#start = this.#position.line;
        this.#containers.push(byte === ARRAY_START ? "[" : this.#key);
        this.#key = "";
        break;
      case OBJECT_END:
      case ARRAY_END:
        if (this.#containers.pop() === undefined)
          throw new InputError(phrase("extraBracket", { line: this.#position.line }));
        if (this.#containers.length === 0) this.#endPage();
        break;
      default:
        if (this.#containers.length === 0 && !isWhitespace(byte))
          throw new InputError(phrase("notAnObjectWithList", { line: this.#position.line }));
    }
    return false;
  }

  /** A page without a list is an error of the system that it comes from, or another shape: its interviews are missing. */
  #endPage(): void {
    if (this.#lists === this.#listsBefore) {
      const path = JSON.stringify(this.#path.join("."));
      throw new InputError(phrase("noListInPage", { line: this.#start, path }));
    }
    this.#listsBefore = this.#lists;
  }

  #addToString(bytes: number[], byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) {
      this.#key = Buffer.from(bytes).toString();
      this.#string = undefined;
      return;
    }
    if (bytes.length < MAX_KEY_BYTES) bytes.push(byte);
  }

  #isAtPath(): boolean {
    const keys = [...this.#containers.slice(1), this.#key];
    return keys.length === this.#path.length && keys.every((key, index) => key === this.#path[index]);
  }
}
