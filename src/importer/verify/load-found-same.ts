import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { splitCompleteLines } from "../job/journal/split-lines.js";
import { type ContentDigest, textDigest } from "../keys/content-digest.js";
import { keyDigest } from "../keys/external-id.js";
import { KeyIndex, KeyState } from "../keys/key-index.js";

/** Feishu may have other content by now. */
const MAX_AGE_MS = 3_600_000;

/** A row and the interview that was created from it. */
export interface Pair {
  readonly key: string;
  readonly id: string;
  /** The digest of the row's content. */
  readonly content: ContentDigest;
}

/**
 * What a verification that was cut short has found the same within the last hour. The next one need not ask for it
 * again, as long as the row and the interview's id are as they were, and the job has done nothing since.
 *
 * @param path where it wrote its results
 * @returns when a pair was found the same, in milliseconds; undefined if it was not, or too long ago
 */
export async function loadFoundSame(
  path: string,
  { jobDir, nowMs }: { readonly jobDir: string; readonly nowMs: number },
): Promise<(pair: Pair) => number | undefined> {
  const writtenAtMs = await getChangeTime(path);
  const changedAtMs = await getChangeTime(join(jobDir, "journal.jsonl"));
  if (writtenAtMs === undefined || changedAtMs === undefined) return () => undefined;
  if (changedAtMs > writtenAtMs) return () => undefined;
  const found = new KeyIndex(1000);
  for await (const line of splitCompleteLines(createReadStream(path, "utf8"))) {
    const verified = parseLine(line);
    if (verified?.result !== "same") continue;
    const atMs = Date.parse(verified.verified_at);
    if (!(nowMs - atMs >= 0 && nowMs - atMs <= MAX_AGE_MS)) continue;
    const content = digestPair(verified);
    // The word of a line has room for a time in seconds.
    const entry = { state: KeyState.Seen, content, firstTryAtSeconds: 0, line: Math.floor(atMs / 1000) };
    found.set(keyDigest(verified.external_id), entry);
  }
  return (pair) => {
    const entry = found.get(keyDigest(pair.key));
    return entry?.content === digestPair(pair) ? entry.line * 1000 : undefined;
  };
}

/** Undefined if there is no such file. */
async function getChangeTime(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch {
    return undefined;
  }
}

interface VerifiedLine {
  readonly external_id: string;
  readonly id: string;
  readonly content: ContentDigest;
  readonly result: string;
  /** ISO 8601. */
  readonly verified_at: string;
}

function parseLine(line: string): VerifiedLine | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // it was cut short
  }
}

function digestPair({ id, content }: Pick<Pair, "id" | "content">): ContentDigest {
  return textDigest(`${id} ${content}`);
}
