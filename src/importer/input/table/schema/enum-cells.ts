import { type Phrase, phrase } from "../../../messages/phrase.js";

/** The values of an enum as a cell may hold them: by number, English name or Chinese label. */
export class EnumCells<Value extends number> {
  /** `1 (NotParticipated, 未参与), 2 …`, for messages. */
  readonly list: readonly Phrase[];
  /** The Chinese labels, in order. */
  readonly labels: readonly string[];
  readonly #values = new Map<string, Value>();
  readonly #choices = new Map<Value, Phrase>();

  constructor(names: Readonly<Record<string, Value>>, labels: Readonly<Record<Value, string>>) {
    for (const [name, value] of Object.entries(names)) {
      const label = labels[value];
      this.#choices.set(value, phrase("choice", { value, name, label }));
      for (const word of [String(value), name, label]) this.#values.set(normalize(word), value);
    }
    this.list = [...this.#choices.values()];
    this.labels = [...this.#choices.keys()].map((value) => labels[value]);
  }

  /** The choice that a cell names, for messages; undefined if it names none. */
  describe(cell: string): Phrase | undefined {
    const value = this.find(cell);
    return value === undefined ? undefined : this.#choices.get(value);
  }

  /** The value that a cell names; undefined if it names none. */
  find(cell: string): Value | undefined {
    return this.#values.get(normalize(cell));
  }
}

/** Ignores case, width, spaces, hyphens and underscores. */
function normalize(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/g, "");
}
