import { type Phrase, phrase } from "../../messages/phrase.js";
import { InputError } from "../input-error.js";
import { quoteShort } from "../rows/escape-short.js";
import { ArrayScanner } from "./array-scanner.js";
import { isWhitespace, type JsonScanner, type RawJson, TextPosition } from "./json-scanner.js";

const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const ARRAY_START = 0x5b;
const ARRAY_END = 0x5d;
const OBJECT_START = 0x7b;
const OBJECT_END = 0x7d;

/** No key of a path is longer. */
const MAX_KEY_BYTES = 256;
/** At most this many keys are named of a page that lacks the list. */
const MAX_LISTED = 10;

/** In place of a key: what is within a list has none. */
const IN_LIST = "[";

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
  /** The outermost keys of this page. */
  #keys = new Set<string>();
  /** The paths of its lists that are not the wanted one. */
  #otherLists = new Set<string>();

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
    if (this.#list) this.#list.end();
    if (this.#containers.length > 0) throw new InputError(phrase("endsInJson", { line: this.#start }));
    if (this.#lists === 0) throw new InputError(phrase("noList", { list: this.#quotedPath }));
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
        if (byte === ARRAY_START) this.#noteOtherList();
        this.#containers.push(byte === ARRAY_START ? IN_LIST : this.#key);
        this.#key = "";
        break;
      case OBJECT_END:
      case ARRAY_END:
        if (this.#containers.pop() === undefined)
          throw new InputError(phrase("extraBracket", { line: this.#position.line }));
        if (this.#containers.length === 0) this.#endPage();
        break;
      case COLON:
        if (this.#containers.length === 1 && this.#keys.size < MAX_LISTED) this.#keys.add(this.#key);
        break;
      default:
        if (this.#containers.length === 0 && !isWhitespace(byte))
          throw new InputError(phrase("notAnObjectWithList", { line: this.#position.line }));
    }
    return false;
  }

  #endPage(): void {
    if (this.#lists === this.#listsBefore) throw new InputError(this.#describeMissingList());
    this.#listsBefore = this.#lists;
    this.#key = "";
    this.#keys = new Set();
    this.#otherLists = new Set();
  }

  /** A page without a list is an error of the system that it comes from, or the keys are wrong: its interviews are missing. */
  #describeMissingList(): Phrase {
    const [line, path] = [this.#start, this.#quotedPath];
    if (this.#otherLists.has("")) return phrase("listItself", { line });
    const [first, ...more] = [...this.#otherLists].map(quoteShort);
    // Once a page has had the list, the keys are right.
    if (first && this.#lists === 0)
      return phrase("otherLists", { line, list: path, lists: [first, ...more] });
    const keys = [...this.#keys].map(quoteShort);
    return phrase("noListInPage", { line, list: path, keys: keys.length > 0 ? keys : [phrase("nothing")] });
  }

  get #quotedPath(): Phrase {
    return quoteShort(this.#path.join("."));
  }

  /** Notes a list that the keys do not lead to; none that is in another one. */
  #noteOtherList(): void {
    if (this.#containers.includes(IN_LIST) || this.#otherLists.size >= MAX_LISTED) return;
    this.#otherLists.add([...this.#containers.slice(1), this.#key].join("."));
  }

  #addToString(bytes: number[], byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) {
      this.#key = unescapeKey(Buffer.from(bytes).toString());
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

/** A key as `JSON.parse` has it: Python escapes all that is not ASCII. Unchanged if it cannot be parsed. */
function unescapeKey(key: string): string {
  if (!key.includes("\\")) return key;
  try {
    return String(JSON.parse(`"${key}"`));
  } catch {
    return key;
  }
}
