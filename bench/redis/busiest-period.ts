/** Counts the arrivals in the busiest period of this length, wherever it begins. */
export function countBusiestPeriod(arrivedAtMs: readonly number[], periodMs: number): number {
  const sorted = arrivedAtMs.toSorted((a, b) => a - b);
  let first = 0;
  let most = 0;
  for (const [index, atMs] of sorted.entries()) {
    while ((sorted[first] ?? atMs) <= atMs - periodMs) first++;
    most = Math.max(most, index - first + 1);
  }
  return most;
}
