import { type KeyDigest, KeyIndex, KeyState } from "./key-index.js";

/** Feishu's ids of a job's interviews, by key. */
export class IdIndex {
  readonly #keys: KeyIndex;
  readonly #ids: string[] = [];

  constructor(expectedCount: number) {
    this.#keys = new KeyIndex(expectedCount);
  }

  set(key: KeyDigest, id: string): void {
    // The entry's line holds the id's position in the list, from 1.
    const line = this.#ids.push(id);
    this.#keys.set(key, { state: KeyState.Seen, content: 0, firstTryAtSeconds: 0, line });
  }

  get(key: KeyDigest): string | undefined {
    const entry = this.#keys.get(key);
    return entry && this.#ids[entry.line - 1];
  }
}
