/** What the journal says of a key. */
export const KeyState = {
  /** Seen in the input, and nothing more. */
  Seen: 0,
  /** Its request was about to leave, and there is no outcome: it may have been created. */
  Open: 1,
  Created: 2,
  /** Feishu refused it, so it may be sent again. */
  Rejected: 3,
} as const;
export type KeyState = (typeof KeyState)[keyof typeof KeyState];

/** One key's entry, read and written in place. */
export interface KeyEntry {
  state: KeyState;
  /** The digest of the content that was last seen or sent under the key: two words. */
  content: readonly [number, number];
  /** When the request first left, in seconds since 1970-01-01 UTC, rounded down; 0 if it never did. */
  firstTryAtSeconds: number;
  /** The line of this run's input on which the key stands; 0 if it has not come yet. */
  line: number;
}

/** A key's digest: three words, 96 bits, so that a million keys do not meet by chance (below 1e-17). */
export type KeyDigest = readonly [number, number, number];

// A slot is eight words: three of the key, two of the content, the first try, the line, the state (plus one).
const WORDS = 8;
const CONTENT = 3;
const FIRST_TRY = 5;
const LINE = 6;
const STATE = 7;
const FULLEST = 0.75;

/**
 * All keys of a job, in 32 bytes each: an open-addressing hash table in one array. A Map would take ten times as
 * much, and memory would grow with every interview; this one can be made as large as it will get at once.
 */
export class KeyIndex {
  #slots: Uint32Array;
  #capacity: number;
  #size = 0;

  /** @param expected about how many keys will come; more are no problem */
  constructor(expected = 1000) {
    this.#capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected / FULLEST)));
    this.#slots = new Uint32Array(this.#capacity * WORDS);
  }

  get size(): number {
    return this.#size;
  }

  get(key: KeyDigest): KeyEntry | undefined {
    const at = this.#find(key);
    return this.#word(at + STATE) === 0 ? undefined : this.#read(at);
  }

  set(key: KeyDigest, entry: KeyEntry): void {
    let at = this.#find(key);
    if (this.#word(at + STATE) === 0) {
      if (this.#size + 1 > this.#capacity * FULLEST) {
        this.#grow();
        at = this.#find(key);
      }
      this.#size++;
      this.#slots.set(key, at);
    }
    this.#slots.set(entry.content, at + CONTENT);
    this.#slots[at + FIRST_TRY] = entry.firstTryAtSeconds;
    this.#slots[at + LINE] = entry.line;
    this.#slots[at + STATE] = entry.state + 1;
  }

  /** How many keys are in a state. */
  count(state: KeyState): number {
    let count = 0;
    for (let at = STATE; at < this.#slots.length; at += WORDS) if (this.#slots[at] === state + 1) count++;
    return count;
  }

  #word(at: number): number {
    return this.#slots[at] ?? 0;
  }

  #read(at: number): KeyEntry {
    return {
      state: (this.#word(at + STATE) - 1) as KeyState,
      content: [this.#word(at + CONTENT), this.#word(at + CONTENT + 1)],
      firstTryAtSeconds: this.#word(at + FIRST_TRY),
      line: this.#word(at + LINE),
    };
  }

  /** Where the key is, or where it would go. */
  #find([a, b, c]: KeyDigest): number {
    const mask = this.#capacity - 1;
    for (let slot = a & mask; ; slot = (slot + 1) & mask) {
      const at = slot * WORDS;
      if (this.#word(at + STATE) === 0) return at;
      if (this.#word(at) === a && this.#word(at + 1) === b && this.#word(at + 2) === c) return at;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#capacity *= 2;
    this.#slots = new Uint32Array(this.#capacity * WORDS);
    for (let at = 0; at < old.length; at += WORDS) {
      const slot = old.subarray(at, at + WORDS);
      const [a = 0, b = 0, c = 0] = slot;
      if (slot[STATE] !== 0) this.#slots.set(slot, this.#find([a, b, c]));
    }
  }
}
