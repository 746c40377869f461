import { stat } from "node:fs/promises";
import { keyDigest } from "../../keys/external-id.js";
import { type KeyEntry, KeyIndex, KeyState } from "../../keys/key-index.js";
import type { JournalHeader, JournalOutcome } from "./journal-entry.js";
import { replay } from "./replay.js";

/** About how many bytes of a journal an intent and its outcome take. */
const JOURNAL_BYTES_PER_INTERVIEW = 300;

/** Replays a journal into an index of its keys. */
export async function loadIndex(
  path: string,
  expectedCount = 0,
): Promise<{ header: JournalHeader | undefined; index: KeyIndex }> {
  const { size } = await stat(path);
  const index = new KeyIndex(Math.max(expectedCount, size / JOURNAL_BYTES_PER_INTERVIEW));
  const { header } = await replay(path, {
    intent: ({ key, content, firstTryAtMs }) =>
      index.set(keyDigest(key), {
        state: KeyState.Ambiguous,
        content,
        firstTryAtSeconds: Math.floor(firstTryAtMs / 1000),
        line: 0,
      }),
    outcome: ({ type, key }) => {
      const digest = keyDigest(key);
      const before = index.get(digest);
      if (before) index.set(digest, { ...before, ...stateAfter(type) });
    },
  });
  return { header, index };
}

/** What an outcome changes about its key. */
function stateAfter(type: JournalOutcome["type"]): Partial<KeyEntry> {
  switch (type) {
    case "created":
      return { state: KeyState.Created };
    case "rejected":
      return { state: KeyState.Rejected };
    case "notSent":
      return { state: KeyState.Seen, firstTryAtSeconds: 0 };
    case "unknown":
      return {};
  }
}
