/** Words, and what they become. Case, width and blanks around a word do not count. */
export class WordMap {
  readonly #words: ReadonlyMap<string, string>;

  constructor(words: Iterable<readonly [string, string]>) {
    this.#words = new Map([...words].map(([from, to]) => [fold(from), to]));
  }

  get(word: string): string | undefined {
    return this.#words.get(fold(word));
  }
}

/** A set of words, compared in the same way. */
export class WordSet {
  readonly #words = new Set<string>();

  constructor(words: Iterable<string> = []) {
    for (const word of words) this.add(word);
  }

  add(word: string): void {
    this.#words.add(fold(word));
  }

  has(word: string): boolean {
    return this.#words.has(fold(word));
  }
}

function fold(word: string): string {
  return word.normalize("NFKC").trim().toLowerCase();
}
