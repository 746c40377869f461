import type { ExternalInterviewCreate } from "../../../generated/schema.js";
import { isObject } from "../../is-object.js";

/** One word of 32 bits: that a changed content goes unnoticed has a chance of one in four thousand million. */
export type ContentDigest = number;

/**
 * Tells whether an interview's content, all but its key, has changed: the same however its fields and its
 * lists are ordered: the rows of a CSV come in any order, and nothing in a list of assessments, dimensions or options
 * hangs on it.
 *
 * Each interview of the input passes here, and no one gains by two contents that look alike. So it is a fast hash
 * of the values as they are, ten times as fast as a cryptographic one of their sorted text.
 */
export function contentDigest({ external_id: _, ...content }: ExternalInterviewCreate): ContentDigest {
  return digestOf(content);
}

/** The digest of a text. */
export function textDigest(text: string): ContentDigest {
  return digestOf(text);
}

/** The digest of any JSON value. */
function digestOf(value: unknown): ContentDigest {
  const hash = new Hash();
  hash.addValue(value);
  return hash.digest();
}

// Odd, and with their bits well mixed.
const FIRST_FACTOR = 0x9e3779b1;
const SECOND_FACTOR = 0x5f356495;
const FIRST_START = 0x85ebca6b;
const SECOND_START = 0xc2b2ae35;

const TYPES = ["string", "number", "boolean", "object"]; // null's is the last
const LIST = TYPES.length;
const FIELDS = LIST + 1;

/** Two running hashes of 32 bits, each by another factor. */
class Hash {
  #first = FIRST_START | 0;
  #second = SECOND_START | 0;

  addValue(value: unknown): void {
    if (Array.isArray(value)) {
      this.#addWord(LIST);
      this.#addWord(value.length);
      this.#addSum(value, (item, hash) => hash.addValue(item));
    } else if (isObject(value)) {
      this.#addWord(FIELDS);
      this.#addSum(Object.keys(value), (name, hash) => {
        hash.#addText(name);
        hash.addValue(value[name]);
      });
    } else {
      this.#addWord(TYPES.indexOf(typeof value));
      this.#addText(String(value));
    }
  }

  digest(): ContentDigest {
    return spread(this.#first, this.#second);
  }

  /** For a sum of many, which should not lose what tells them apart. */
  wideDigest(): readonly [number, number] {
    const first = this.digest();
    return [first, spread(this.#second, first)];
  }

  /** The sum of the parts' own digests, which has no order. */
  #addSum<Part>(parts: readonly Part[], add: (part: Part, hash: Hash) => void): void {
    let first = 0;
    let second = 0;
    for (const part of parts) {
      const hash = new Hash();
      add(part, hash);
      const digest = hash.wideDigest();
      first = (first + digest[0]) | 0;
      second = (second + digest[1]) | 0;
    }
    this.#addWord(first);
    this.#addWord(second);
  }

  /** A text's characters and its length. */
  #addText(text: string): void {
    let first = this.#first;
    let second = this.#second;
    for (let at = 0; at <= text.length; at++) {
      const word = at < text.length ? text.charCodeAt(at) : text.length;
      first = Math.imul(first ^ word, FIRST_FACTOR);
      second = Math.imul(((second << 5) | (second >>> 27)) ^ word, SECOND_FACTOR);
    }
    this.#first = first;
    this.#second = second;
  }

  #addWord(word: number): void {
    this.#first = Math.imul(this.#first ^ word, FIRST_FACTOR);
    this.#second = Math.imul(((this.#second << 5) | (this.#second >>> 27)) ^ word, SECOND_FACTOR);
  }
}

/** Lets each bit change all. */
function spread(word: number, other: number): number {
  const mixed =
    Math.imul(word ^ (word >>> 16), FIRST_START) ^ Math.imul(other ^ (other >>> 13), SECOND_START);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
