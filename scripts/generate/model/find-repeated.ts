/** Finds the first entry of a list that it holds twice. */
export function findRepeated<T>(list: readonly T[]): T | undefined {
  return list.find((entry, i) => list.indexOf(entry) !== i);
}
