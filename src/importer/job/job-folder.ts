import { mkdir, open, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { phrase } from "../messages/phrase.js";
import { isSystemError, JobError } from "./errors.js";

/** What every journal begins with. One whose beginning is lost still has our entries, and is damaged. */
const JOURNAL_START = '{"type":"header","version":';
const ENTRY_START = /^\{"type":"(header|intent|created|rejected|unknown|notSent)"/;
const WRITABLE_BY_OTHERS = 0o002;

/**
 * Makes the folder if it does not exist, and tests that it is safe to write to.
 *
 * @throws JobError if the folder or its journal belongs to somebody else; the system's error if it cannot be made
 */
export async function prepareJobFolder(jobDir: string): Promise<void> {
  await makeFolder(resolve(jobDir));
  await assertPrivate(jobDir);
  await assertOurs(jobDir);
}

/** Tries each parent once: mkdir with `recursive` tries for ever under /proc, where ENOENT has another meaning. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === "EEXIST" && (await stat(path)).isDirectory()) return;
    const parent = dirname(path);
    if (error.code !== "ENOENT" || parent === path) throw error;
    await makeFolder(parent);
    await mkdir(path, { mode: 0o700 });
  }
}

/** Whoever can write to the folder can have interviews created twice. Windows keeps rights in another way. */
async function assertPrivate(jobDir: string): Promise<void> {
  const ownId = process.getuid?.();
  if (ownId === undefined) return;
  const { uid, mode } = await stat(jobDir);
  const isForeign = ownId !== 0 && uid !== ownId;
  if (isForeign || (mode & WRITABLE_BY_OTHERS) !== 0)
    throw new JobError(phrase("sharedJobFolder", { job: jobDir }));
}

/** A file of this name may be somebody's own, and opening a journal cuts off a last line without an end. */
async function assertOurs(jobDir: string): Promise<void> {
  const path = join(jobDir, "journal.jsonl");
  const head = await readHead(path);
  if (ENTRY_START.test(head) || JOURNAL_START.startsWith(head)) return;
  throw new JobError(phrase("notOurJournal", { path }));
}

/** The file's first characters; none if there is no file. */
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
