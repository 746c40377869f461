import { contentDigest } from "./content-digest.js";
import type { InterviewRow } from "./input/interview-row.js";
import { KeyIndex, KeyState } from "./key-index.js";
import { keyDigest } from "./row-key.js";

const BYTES_PER_INTERVIEW = 600;

/** Finds an external_id that stands for two different contents in one input. */
export class SeenKeys {
  readonly #index: KeyIndex;

  constructor(inputBytes: number) {
    this.#index = new KeyIndex(inputBytes / BYTES_PER_INTERVIEW);
  }

  /** What is wrong with the row's key; undefined if nothing is, or if it has none. */
  problemOf(row: InterviewRow): { line: number; field: string; message: string } | undefined {
    if (row.externalId === undefined) return undefined;
    const key = keyDigest(row.externalId);
    const content = row.body ? contentDigest(row.body) : ([0, 0] as const);
    const before = this.#index.get(key);
    if (!before) {
      this.#index.set(key, { state: KeyState.Seen, content, firstTryAtSeconds: 0, line: row.line });
      return undefined;
    }
    if (before.content[0] === content[0] && before.content[1] === content[1]) return undefined;
    const message = `line ${row.line}: its external_id stands on line ${before.line} too, with another content`;
    return { line: row.line, field: "external_id", message };
  }
}
