import type { ContentDigest } from "./content-digest.js";

/** What is known of a key. */
export const KeyState = {
  /** Seen in the input, and nothing more. */
  Seen: 0,
  /** Its request was about to be sent, and no outcome settles it: it may have been created. */
  Ambiguous: 1,
  Created: 2,
  /** Feishu rejected it, so it may be sent again. */
  Rejected: 3,
  /** Deleted by this tool, so that it may be created again once Feishu has forgotten the key. */
  Undone: 4,
  /** An update was about to be sent: Feishu has the old content or the new one. */
  Updating: 5,
  /** Its deletion was about to be sent: Feishu may or may not have it. */
  Undoing: 6,
} as const;
export type KeyState = (typeof KeyState)[keyof typeof KeyState];

/** One key's entry, read and written in place. */
export interface KeyEntry {
  state: KeyState;
  /** The digest of the content that was last seen or sent under the key. */
  content: ContentDigest;
  /**
   * In seconds since 1970-01-01 UTC: when an ambiguous request was first sent, rounded down, or when an undone interview
   * was created at the latest, rounded up; otherwise 0.
   */
  firstTryAtSeconds: number;
  /** The line of this run's input that has the key; 0 if none so far. */
  line: number;
}

/** The states of keys whose interviews Feishu may hold. */
export const SENT_STATES: ReadonlySet<KeyState> = new Set([
  KeyState.Ambiguous,
  KeyState.Created,
  KeyState.Updating,
  KeyState.Undoing,
]);

/** Whether Feishu may hold the key's interview. */
export function hasBeenSent({ state }: Pick<KeyEntry, "state">): boolean {
  return SENT_STATES.has(state);
}

/** Three words of a key's hash. */
export type KeyDigest = readonly [number, number, number];

// A slot is four words: two of the key, the content, the line; and a byte for the state.
const WORDS = 4;
const CONTENT = 2;
const LINE = 3;

/** A fuller table is slow to search. */
const MAX_LOAD_FACTOR = 0.85;
/** The expected count is a guess: the index has room for this many times as many keys. */
const HEADROOM = 1.1;

/**
 * All keys of a job, in about 22 bytes each; a Map would need ten times as much. The index is allocated at its expected
 * size. If more keys come, it grows by half by adding a table, so that nothing is copied, or held twice meanwhile.
 */
export class KeyIndex {
  /** The newest first: only that one has room. */
  readonly #tables: [Table, ...Table[]];

  /** @param expectedCount about how many keys will come; the index grows if there are more */
  constructor(expectedCount = 1000) {
    this.#tables = [new Table(Math.max(16, Math.ceil((expectedCount * HEADROOM) / MAX_LOAD_FACTOR)))];
  }

  get size(): number {
    return this.#tables.reduce((sum, table) => sum + table.size, 0);
  }

  get(key: KeyDigest): KeyEntry | undefined {
    for (const table of this.#tables) {
      const slot = table.find(key);
      if (table.has(slot)) return table.read(slot);
    }
    return undefined;
  }

  set(key: KeyDigest, entry: KeyEntry): void {
    for (const table of this.#tables) {
      const slot = table.find(key);
      if (table.has(slot)) {
        table.write(slot, key, entry);
        return;
      }
    }
    if (this.#tables[0].isFull) this.#grow();
    const [table] = this.#tables;
    table.write(table.find(key), key, entry);
  }

  /** How many keys are in a state. */
  count(state: KeyState): number {
    return this.#tables.reduce((sum, table) => sum + table.count(state), 0);
  }

  #grow(): void {
    const capacity = this.#tables.reduce((sum, table) => sum + table.capacity, 0);
    this.#tables.unshift(new Table(Math.ceil(capacity / 2)));
  }
}

/**
 * An open-addressing hash table. A key's first word selects the bucket; the other two identify the key: two of a million
 * keys collide with a probability below 1e-12.
 */
class Table {
  readonly capacity: number;
  size = 0;
  readonly #words: Uint32Array;
  /** Each slot's state plus one; 0 if the slot is free. */
  readonly #states: Uint8Array;
  /** By slot. Few keys have one: those in flight when a run was cut off, those of unknown outcome, and undone ones. */
  readonly #firstTries = new Map<number, number>();

  constructor(capacity: number) {
    this.capacity = capacity;
    this.#words = new Uint32Array(capacity * WORDS);
    this.#states = new Uint8Array(capacity);
  }

  get isFull(): boolean {
    return this.size >= this.capacity * MAX_LOAD_FACTOR;
  }

  /** The slot that the key has, or would get. */
  find([bucket, first, second]: KeyDigest): number {
    let slot = Math.floor((bucket / 2 ** 32) * this.capacity);
    for (; this.has(slot); slot = slot + 1 < this.capacity ? slot + 1 : 0) {
      const at = slot * WORDS;
      if (this.#words[at] === first && this.#words[at + 1] === second) break;
    }
    return slot;
  }

  has(slot: number): boolean {
    return this.#states[slot] !== 0;
  }

  read(slot: number): KeyEntry {
    const at = slot * WORDS;
    return {
      state: ((this.#states[slot] ?? 0) - 1) as KeyState,
      content: this.#word(at + CONTENT),
      firstTryAtSeconds: this.#firstTries.get(slot) ?? 0,
      line: this.#word(at + LINE),
    };
  }

  write(slot: number, [_, first, second]: KeyDigest, entry: KeyEntry): void {
    if (!this.has(slot)) this.size++;
    const at = slot * WORDS;
    this.#words[at] = first;
    this.#words[at + 1] = second;
    this.#words[at + CONTENT] = entry.content;
    if (entry.firstTryAtSeconds > 0) this.#firstTries.set(slot, entry.firstTryAtSeconds);
    else this.#firstTries.delete(slot);
    this.#words[at + LINE] = entry.line;
    this.#states[slot] = entry.state + 1;
  }

  count(state: KeyState): number {
    return this.#states.reduce((count, other) => (other === state + 1 ? count + 1 : count), 0);
  }

  #word(at: number): number {
    return this.#words[at] ?? 0;
  }
}
