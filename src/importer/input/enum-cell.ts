/** An enum as generated from the spec: its names, and the page's label of each value. */
export interface Choices<Value extends number> {
  readonly names: Readonly<Record<string, Value>>;
  readonly labels: Readonly<Record<Value, string>>;
}

/** The value that a cell chooses by its number, English name or Chinese label; undefined if it chooses none. */
export function chosen<Value extends number>(
  cell: string,
  { names, labels }: Choices<Value>,
): Value | undefined {
  const wanted = plain(cell);
  return Object.entries(names).find(([name, value]) =>
    [String(value), plain(name), labels[value]].includes(wanted),
  )?.[1];
}

/** `1 (NotParticipated, 未参与), 2 …`, for messages. */
export function listChoices<Value extends number>({ names, labels }: Choices<Value>): string {
  return Object.entries(names)
    .map(([name, value]) => `${value} (${name}, ${labels[value]})`)
    .join(", ");
}

/** Case, spaces, hyphens and underscores do not tell names apart. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}
