import { digestKey } from "./external-id.js";
import { KeyIndex, KeyState } from "./key-index.js";

/** A set of ids that takes about 22 bytes for each. */
export class IdSet {
  readonly #index: KeyIndex;

  constructor(expectedCount: number) {
    this.#index = new KeyIndex(expectedCount);
  }

  get size(): number {
    return this.#index.size;
  }

  add(id: string): void {
    this.#index.set(digestKey(id), { state: KeyState.Seen, content: 0, firstTryAtSeconds: 0, line: 0 });
  }

  has(id: string): boolean {
    return this.#index.get(digestKey(id)) !== undefined;
  }
}
