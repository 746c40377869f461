import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { splitCompleteLines } from "../job/journal/split-lines.js";
import { type ContentDigest, digestText } from "../keys/content-digest.js";
import { digestKey } from "../keys/external-id.js";
import { KeyIndex, KeyState } from "../keys/key-index.js";

/** After this long, Feishu may have other content. */
const MAX_AGE_MS = 3_600_000;

/** A row and the interview that was created from it. */
export interface Pair {
  readonly key: string;
  readonly id: string;
  /** The digest of the row's content. */
  readonly content: ContentDigest;
}

/**
 * Loads what a verification that was cut short has found to be the same within the last hour. The next one need not
 * query it again, as long as the row and the interview's id are as they were, and the job has done nothing since.
 *
 * @param path where the verification wrote its results
 * @returns a function that returns when a pair was found to be the same, in milliseconds; undefined if it was not, or
 * if that was too long ago
 */
export async function loadVerified(
  path: string,
  { jobDir, nowMs }: { readonly jobDir: string; readonly nowMs: number },
): Promise<(pair: Pair) => number | undefined> {
  const writtenAtMs = await readMtimeMs(path);
  const changedAtMs = await readMtimeMs(join(jobDir, "journal.jsonl"));
  if (writtenAtMs === undefined || changedAtMs === undefined) return () => undefined;
  if (changedAtMs > writtenAtMs) return () => undefined;
  const found = new KeyIndex(1000);
  for await (const line of splitCompleteLines(createReadStream(path, "utf8"))) {
    const verified = parseLine(line);
    if (verified?.result !== "same") continue;
    const atMs = Date.parse(verified.verified_at);
    if (!(nowMs - atMs >= 0 && nowMs - atMs <= MAX_AGE_MS)) continue;
    const content = digestPair(verified);
    // An entry's line has room for a time in seconds.
    const entry = { state: KeyState.Seen, content, firstTryAtSeconds: 0, line: Math.floor(atMs / 1000) };
    found.set(digestKey(verified.external_id), entry);
  }
  return (pair) => {
    const entry = found.get(digestKey(pair.key));
    return entry?.content === digestPair(pair) ? entry.line * 1000 : undefined;
  };
}

/** Returns when a file was last written, in milliseconds; undefined if there is no such file. */
async function readMtimeMs(path: string): Promise<number | undefined> {
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
  return digestText(`${id} ${content}`);
}
