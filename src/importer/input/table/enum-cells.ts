/** The choices of an enum, as generated from the spec: by number, English name or the page's Chinese label. */
export class Choices<Value extends number> {
  /** `1 (NotParticipated, 未参与), 2 …`, for messages. */
  readonly list: string;
  readonly #values = new Map<string, Value>();

  constructor(names: Readonly<Record<string, Value>>, labels: Readonly<Record<Value, string>>) {
    const entries = Object.entries(names);
    this.list = entries.map(([name, value]) => `${value} (${name}, ${labels[value]})`).join(", ");
    for (const [name, value] of entries)
      for (const word of [String(value), name, labels[value]]) this.#values.set(plain(word), value);
  }

  /** The value that a cell chooses; undefined if it chooses none. */
  find(cell: string): Value | undefined {
    return this.#values.get(plain(cell));
  }
}

/** Case, width, spaces, hyphens and underscores do not tell names apart. */
function plain(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/g, "");
}
