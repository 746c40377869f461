import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { isJobLocked } from "../../importer/index.js";
import { replaceFile } from "../files/replace-file.js";
import type { ProgressSnapshot } from "./run-progress.js";

const NAME = "progress.json";
const WRITE_EVERY_MS = 1_000;
/** A run that has not written for this long was killed, whatever its lock says. */
const STALE_AFTER_MS = 10_000;

/**
 * Writes how far a run is into its job directory every second, for `status` to read.
 *
 * @param takeSnapshot undefined as long as the job may belong to another process
 * @returns what ends it, and removes the file
 */
export function writeProgressFile(
  jobDir: string,
  takeSnapshot: () => ProgressSnapshot | undefined,
): () => Promise<void> {
  const path = join(jobDir, NAME);
  let writing: Promise<void> | undefined;
  const write = () => {
    const snapshot = writing ? undefined : takeSnapshot();
    if (!snapshot) return;
    // A disk that is full ends the run at its journal, not here.
    writing = replaceFile(path, `${JSON.stringify(snapshot)}\n`)
      .catch(() => {})
      .finally(() => {
        writing = undefined;
      });
  };
  const timer = setInterval(write, WRITE_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await writing;
    // Also one that a killed run has left.
    if (takeSnapshot()) await rm(path, { force: true }).catch(() => {});
  };
}

/** How far the job's run is; undefined if none is in progress. */
export async function readProgressFile(jobDir: string): Promise<ProgressSnapshot | undefined> {
  try {
    const snapshot: ProgressSnapshot = JSON.parse(await readFile(join(jobDir, NAME), "utf8"));
    const isFresh = Date.now() - snapshot.atMs < STALE_AFTER_MS;
    return isFresh && (await isJobLocked(jobDir)) ? snapshot : undefined;
  } catch {
    return undefined; // there is none
  }
}
