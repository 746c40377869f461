import { mkdir, open, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { phrase } from "../messages/phrase.js";
import { isSystemError, JobError } from "./errors.js";
import { ENTRY_TYPES } from "./journal/journal-entry.js";

/** The start of every journal. */
const JOURNAL_START = '{"type":"header","version":';
/** The start of a journal that has lost its header: it is damaged, but ours. */
const ENTRY_START = new RegExp(`^\\{"type":"(${ENTRY_TYPES.join("|")})"`);
const WRITABLE_BY_OTHERS = 0o002;

/**
 * Creates the job directory if it does not exist, and checks that it is safe to write to.
 *
 * @throws JobError if it or its journal belongs to somebody else; the system's error if it cannot be created
 */
export async function prepareJobDirectory(jobDir: string): Promise<void> {
  await createDirectory(resolve(jobDir));
  await assertPrivate(jobDir);
  await assertOurs(jobDir);
}

/** Tries each parent once: `mkdir` with `recursive` never returns under /proc, where ENOENT means something else. */
async function createDirectory(path: string, hasParent = false): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    // It may have existed already, or another process was faster.
    if (error.code === "EEXIST" && (await stat(path)).isDirectory()) return;
    const parent = dirname(path);
    if (hasParent || error.code !== "ENOENT" || parent === path) throw error;
    await createDirectory(parent);
    await createDirectory(path, true);
  }
}

/** Anyone who can write here can cause duplicates. A group may, as a umask of 002 is common. Windows has no modes. */
async function assertPrivate(jobDir: string): Promise<void> {
  const ownId = process.getuid?.();
  if (ownId === undefined) return;
  const { uid, mode } = await stat(jobDir);
  const isForeign = ownId !== 0 && uid !== ownId;
  if (isForeign || (mode & WRITABLE_BY_OTHERS) !== 0)
    throw new JobError(phrase("sharedJobDirectory", { job: jobDir }));
}

/** A file of this name may be unrelated, and opening it as a journal would cut off an unfinished last line. */
async function assertOurs(jobDir: string): Promise<void> {
  const path = join(jobDir, "journal.jsonl");
  const head = await readHead(path);
  if (ENTRY_START.test(head) || JOURNAL_START.startsWith(head)) return;
  throw new JobError(phrase("notOurJournal", { path }));
}

/** Reads the file's first characters; none if there is no file. */
async function readHead(path: string): Promise<string> {
  const file = await open(path, "r").catch((error: unknown) => {
    if (isSystemError(error) && error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!file) return "";
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(JOURNAL_START.length), 0);
    return buffer.toString("latin1", 0, bytesRead);
  } finally {
    await file.close();
  }
}
