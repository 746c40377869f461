import { type LocalText, type Phrase, phrase } from "../../../messages/phrase.js";
import type { BlankWords } from "../file/mapping.js";
import { listYaml, quoteYaml } from "../quote-yaml.js";
import { WordSet } from "./word-map.js";

/** Words that mean no value are few; a file of nothing but different ones must not make a message of its own size. */
const MAX_WORDS = 20;

/**
 * What to write into a mapping for words that mean no value. A mapping has one setting for all of them, so what is said
 * of one names all that have been found by the time that it is printed.
 */
export class BlankAdvice {
  readonly #path: string;
  readonly #setting: BlankWords;
  readonly #words: string[] = [];
  /** The same words, to look them up. */
  readonly #known = new WordSet();
  /** Each word as an entry of a list in block style. */
  readonly #entries: Phrase[] = [];
  readonly #line: BlankLine;

  /** @param path the mapping's name */
  constructor(path: string, setting: BlankWords) {
    this.#path = path;
    this.#setting = setting;
    this.#line = new BlankLine(setting.words, this.#words);
  }

  /** What is expected of a cell, or else that its word is added to the mapping. */
  explain(word: string, expected: Phrase): Phrase {
    this.#add(word);
    const path = this.#path;
    const { lines, isBlock } = this.#setting;
    const blank = this.#line;
    if (!lines) return phrase("orBlank", { expected, path, blank });
    const { first: line, last } = lines;
    if (isBlock) return phrase("orBlankBelow", { expected, path, line, entries: this.#entries });
    return last > line
      ? phrase("orBlankInsteadOf", { expected, path, first: line, last, blank })
      : phrase("orBlankInstead", { expected, path, line, blank });
  }

  #add(word: string): void {
    if (this.#words.length >= MAX_WORDS || this.#known.has(word)) return;
    this.#known.add(word);
    this.#words.push(word);
    this.#entries.push(phrase("text", { text: `- ${quoteYaml(word)}` }));
  }
}

/** The setting as one line, with the words that it has and those that have been found. */
class BlankLine implements LocalText {
  readonly zh = undefined;
  readonly #words: readonly string[];
  readonly #found: readonly string[];

  constructor(words: readonly string[], found: readonly string[]) {
    this.#words = words;
    this.#found = found;
  }

  get en(): string {
    return `blank: ${listYaml([...this.#words, ...this.#found])}`;
  }
}
