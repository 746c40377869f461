import fc from "fast-check";
import { expect, test } from "vitest";
import { type KeyDigest, type KeyEntry, KeyIndex, KeyState } from "../../../src/importer/keys/key-index.js";

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });
/** Few values for the first word, so that keys collide. The others are a hash's: no two are the same. */
const key = fc.tuple(fc.constantFrom(0, 1, 15, 16, 2 ** 32 - 1), fc.noBias(word), fc.noBias(word));
const entry: fc.Arbitrary<KeyEntry> = fc
  .record({
    state: fc.constantFrom(...Object.values(KeyState)),
    content: word,
    firstTryAtSeconds: word,
    line: word,
  })
  .map((entry) => (entry.state === KeyState.Ambiguous ? entry : { ...entry, firstTryAtSeconds: 0 }));

test("what is set is found, and nothing else, as in a Map", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, entry), { maxLength: 200 }), key, (entries, other) => {
      const index = new KeyIndex(0);
      const map = new Map<string, { key: KeyDigest; entry: KeyEntry }>();
      for (const [key, entry] of entries) {
        index.set(key, entry);
        map.set(key.join(), { key, entry });
      }
      expect(index.size).toBe(map.size);
      for (const { key, entry } of map.values()) expect(index.get(key)).toEqual(entry);
      if (!map.has(other.join())) expect(index.get(other)).toBeUndefined();
      for (const state of Object.values(KeyState))
        expect(index.count(state)).toBe(
          [...map.values()].filter(({ entry }) => entry.state === state).length,
        );
    }),
    { numRuns: 200 },
  );
});

test("a key of zeros with an entry of zeros is found", () => {
  const index = new KeyIndex();
  expect(index.get([0, 0, 0])).toBeUndefined();
  index.set([0, 0, 0], { state: KeyState.Seen, content: 0, firstTryAtSeconds: 0, line: 0 });
  expect(index.get([0, 0, 0])?.state).toBe(KeyState.Seen);
  expect(index.get([0, 0, 1])).toBeUndefined();
});

test("an index grows beyond the expected count", () => {
  const index = new KeyIndex(10);
  for (let i = 0; i < 5000; i++)
    index.set([i * 7919, i, i], { state: KeyState.Created, content: i, firstTryAtSeconds: 0, line: i });
  expect(index.size).toBe(5000);
  for (let i = 0; i < 5000; i++) expect(index.get([i * 7919, i, i])?.line).toBe(i);
});
