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
 * What a verification that was cut short within the last hour has found the same. The next one need not ask for it
 * again, as long as the row and the interview's id are as they were, and the job has done nothing since.
 *
 * @param path where it wrote its results
 */
export async function loadFoundSame(
  path: string,
  { jobDir, nowMs }: { readonly jobDir: string; readonly nowMs: number },
): Promise<(pair: Pair) => boolean> {
  const writtenAtMs = await getChangeTime(path);
  const changedAtMs = await getChangeTime(join(jobDir, "journal.jsonl"));
  if (writtenAtMs === undefined || changedAtMs === undefined) return () => false;
  const ageMs = nowMs - writtenAtMs;
  if (ageMs < 0 || ageMs > MAX_AGE_MS || changedAtMs > writtenAtMs) return () => false;
  const found = new KeyIndex(1000);
  for await (const line of splitCompleteLines(createReadStream(path, "utf8"))) {
    const verified = parseLine(line);
    if (verified?.result !== "same") continue;
    const content = digestPair(verified);
    const entry = { state: KeyState.Seen, content, firstTryAtSeconds: 0, line: 0 };
    found.set(keyDigest(verified.external_id), entry);
  }
  return (pair) => found.get(keyDigest(pair.key))?.content === digestPair(pair);
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
