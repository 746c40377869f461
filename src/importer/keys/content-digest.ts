import type { ExternalInterviewCreate } from "../../../generated/schema.js";
import { isObject } from "../../is-object.js";

/** A 32-bit digest: one change in four billion goes unnoticed. */
export type ContentDigest = number;

/** In place of the digest of content that cannot be read. */
export const NO_CONTENT: ContentDigest = 0;

/**
 * Digests an interview's content, which is all but its key, to detect changes. The order of fields and lists does not
 * count: the rows of a CSV come in any order, and the lists of assessments, dimensions and options have no meaningful
 * one.
 *
 * It runs for every interview of the input, and is not security-sensitive. So it is a non-cryptographic hash of the
 * values, ten times as fast as a cryptographic one of their sorted text.
 */
export function digestContent({ external_id: _, ...content }: ExternalInterviewCreate): ContentDigest {
  return digestValue(content);
}

/** Digests a text. */
export function digestText(text: string): ContentDigest {
  return digestValue(text);
}

/** Digests texts in order, holding one at a time. */
export function digestTexts(texts: Iterable<string>): ContentDigest {
  const hash = new Hash();
  for (const text of texts) hash.addValue(text);
  return hash.digest();
}

/** Digests any JSON value. */
function digestValue(value: unknown): ContentDigest {
  const hash = new Hash();
  hash.addValue(value);
  return hash.digest();
}

// Odd constants with well-mixed bits: the golden ratio's, and those of MurmurHash3's finalizer and body.
// https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp
const FIRST_FACTOR = 0x9e3779b1;
const SECOND_FACTOR = 0x5f356495;
const FIRST_START = 0x85ebca6b;
const SECOND_START = 0xc2b2ae35;

const TYPES = ["string", "number", "boolean", "object"]; // null's is the last
const LIST = TYPES.length;
const FIELDS = LIST + 1;

/** Two running 32-bit hashes with different factors. */
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
    return finalize(this.#first, this.#second);
  }

  /** A wider digest, for sums: they lose less of what distinguishes their parts. */
  digest64(): readonly [number, number] {
    const first = this.digest();
    return [first, finalize(this.#second, first)];
  }

  /** Adds the sum of the parts' digests, which does not depend on their order. */
  #addSum<Part>(parts: readonly Part[], add: (part: Part, hash: Hash) => void): void {
    let first = 0;
    let second = 0;
    for (const part of parts) {
      const hash = new Hash();
      add(part, hash);
      const digest = hash.digest64();
      first = (first + digest[0]) | 0;
      second = (second + digest[1]) | 0;
    }
    this.#addWord(first);
    this.#addWord(second);
  }

  /** Adds a text's characters and its length. */
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

/** Mixes the bits, so that each of them affects all of the result (avalanche). */
function finalize(word: number, other: number): number {
  const mixed =
    Math.imul(word ^ (word >>> 16), FIRST_START) ^ Math.imul(other ^ (other >>> 13), SECOND_START);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
