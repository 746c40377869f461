import { stat } from "node:fs/promises";
import { keyDigest } from "../keys/external-id.js";
import { type KeyEntry, KeyIndex, KeyState } from "../keys/key-index.js";
import { JobError } from "./errors.js";
import { type JournalEntry, type JournalHeader, readJournal } from "./journal.js";

/** An intent and its outcome take about so many bytes of a journal. */
const BYTES_PER_INTERVIEW = 300;

/** Replays a journal: what is known of each key now. */
export async function loadJournal(
  path: string,
  expected = 0,
): Promise<{ header: JournalHeader | undefined; index: KeyIndex }> {
  const { size } = await stat(path);
  const index = new KeyIndex(Math.max(expected, size / BYTES_PER_INTERVIEW));
  let header: JournalHeader | undefined;
  for await (const entry of readJournal(path)) {
    if (entry.type === "header") header = entry;
    else if (!replay(index, entry))
      throw new JobError(
        `${path} is damaged: it has an outcome of a key, but not its intent. Restore it from a backup; do not delete it.`,
      );
  }
  return { header, index };
}

/** @returns whether the entry can stand where it does */
function replay(index: KeyIndex, entry: Exclude<JournalEntry, JournalHeader>): boolean {
  const at = keyDigest(entry.key);
  if (entry.type === "intent") {
    const firstTryAtSeconds = Math.floor(entry.firstTryAtMs / 1000);
    index.set(at, { state: KeyState.Open, content: entry.content, firstTryAtSeconds, line: 0 });
    return true;
  }
  const before = index.get(at);
  if (!before) return false;
  index.set(at, { ...before, ...after(entry.type) });
  return true;
}

/** What an outcome leaves of an intent. One that nobody knows leaves it open. */
function after(type: "created" | "rejected" | "unknown" | "notSent"): Partial<KeyEntry> {
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
