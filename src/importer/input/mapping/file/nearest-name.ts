import { simplifyName } from "../../table/schema/column-name.js";

/** The known name that a word most likely means, as names are simplified; undefined if none is near. */
export function findNearestName(word: string, names: readonly string[]): string | undefined {
  const wanted = simplifyName(word);
  if (wanted === "") return undefined;
  const ranked = names
    .map((name) => ({ name, distance: measureDistance(wanted, simplifyName(name)) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  // At least 2 for a word that is not short, since two letters that changed places count twice.
  const maxDistance = wanted.length > 3 ? Math.max(2, Math.floor(wanted.length / 3)) : 1;
  return best && best.distance <= maxDistance ? best.name : findLonger(wanted, names);
}

/** YAML drops what comes after a #, so that only the beginning of a name is left. */
function findLonger(wanted: string, names: readonly string[]): string | undefined {
  return names.find((name) => simplifyName(name).startsWith(wanted));
}

/** How many characters must be changed, added or left out (Levenshtein). */
function measureDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
