/** A summary of a handful of measurements. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Summarizes measurements by their median, minimum and maximum. */
export function summarize(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? NaN;
  const half = (sorted.length - 1) / 2;
  return { median: (at(Math.floor(half)) + at(Math.ceil(half))) / 2, min: at(0), max: at(sorted.length - 1) };
}

/**
 * Summarizes each round's value relative to the same round's base, since rounds
 * differ more than contenders do.
 */
export function summarizeRatios(values: readonly number[], bases: readonly number[]): Summary {
  return summarize(values.map((value, round) => value / (bases[round] ?? NaN)));
}

/** Summarizes the difference between each round's value and the same round's base. */
export function summarizeDifferences(values: readonly number[], bases: readonly number[]): Summary {
  return summarize(values.map((value, round) => value - (bases[round] ?? NaN)));
}

/** Formats the median, followed by the lowest and the highest in brackets. */
export function format({ median, min, max }: Summary, digits: number): string {
  const [middle, low, high] = [median, min, max].map((value) => value.toFixed(digits));
  return `${middle} (${low} to ${high})`;
}

/** Measures each contender once a round, in an order that rotates from round to round. */
export async function measureInRounds<Name extends string, Measured>(
  rounds: number,
  names: readonly Name[],
  measure: (name: Name) => Promise<Measured>,
): Promise<Record<Name, Measured[]>> {
  const measured = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Measured[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of rotate(names, round)) measured[name].push(await measure(name));
  }
  return measured;
}

/** Rotates a list by a number of places. */
export function rotate<Item>(items: readonly Item[], by: number): Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
