import { appendFileSync, createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";
import { setImmediate } from "node:timers/promises";
import { isObject } from "../../is-object.js";
import type { ContentDigest } from "../keys/content-digest.js";
import { JobError } from "./errors.js";

/** For whom the job is. A resumed run must be for the same, since keys hold for one app only. */
export interface JournalHeader {
  readonly type: "header";
  readonly version: 1;
  readonly appId: string;
  readonly host: string;
  /** The namespace of derived keys. */
  readonly source: string | undefined;
  /** Where the local times of the input belong. */
  readonly timeZone?: string | undefined;
}

/** A request is about to leave. */
export interface Intent {
  readonly type: "intent";
  readonly key: string;
  readonly application: string;
  readonly content: ContentDigest;
  readonly line: number;
  /** When the key's request first left, in milliseconds since 1970-01-01 UTC. */
  readonly firstTryAtMs: number;
}

/** What became of a key. `notSent` takes an intent back whose request did not leave. */
export type JournalOutcome =
  | { readonly type: "created"; readonly key: string; readonly id: string }
  | { readonly type: "rejected"; readonly key: string; readonly reason: string }
  | { readonly type: "unknown"; readonly key: string; readonly reason: string }
  | { readonly type: "notSent"; readonly key: string };

export type JournalEntry = JournalHeader | Intent | JournalOutcome;

const TYPES = new Set(["header", "intent", "created", "rejected", "unknown", "notSent"]);

/** The entries of a journal, in order. A last line that was cut short is not one. */
export async function* readJournal(path: string): AsyncGenerator<JournalEntry> {
  const end = await endOfLastLine(path);
  if (end === 0) return;
  let number = 0;
  for await (const line of linesOf(createReadStream(path, { encoding: "utf8", end: end - 1 }))) {
    number++;
    const entry = parseEntry(line);
    if (!entry)
      throw new JobError(`${path} is damaged in line ${number}. Restore it from a backup; do not delete it.`);
    yield entry;
  }
}

/** Whole lines, ended by a line feed alone: node:readline ends them at U+2028 too, which a key may hold. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

function parseEntry(line: string): JournalEntry | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    return isJournalEntry(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

function isJournalEntry(value: unknown): value is JournalEntry {
  return (
    isObject(value) &&
    TYPES.has(String(value.type)) &&
    (value.type === "header" || typeof value.key === "string") &&
    (value.type !== "intent" || typeof value.firstTryAtMs === "number")
  );
}

const CHUNK = 64 * 1024;

/** How many bytes of the file are whole lines. */
async function endOfLastLine(path: string): Promise<number> {
  const file = await open(path, "r");
  try {
    let end = (await file.stat()).size;
    while (end > 0) {
      const start = Math.max(0, end - CHUNK);
      const { buffer } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
      const newline = buffer.lastIndexOf(0x0a);
      if (newline >= 0) return start + newline + 1;
      end = start;
    }
    return 0;
  } finally {
    await file.close();
  }
}

/** The journal's writing end. */
export class Journal {
  readonly #file: FileHandle;
  #pending = "";
  #flushing: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Opens a journal for appending, and drops a last line that was cut short. */
  static async open(path: string): Promise<Journal> {
    const file = await open(path, "a", 0o600);
    try {
      await file.truncate(await endOfLastLine(path));
      await syncFolder(dirname(path));
      return new Journal(file);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /**
   * Appends an entry; it is on disk when the promise resolves. Entries that come while the disk is busy, or
   * in the same turn, are written and flushed together. After a write that failed nothing more is written.
   *
   * @throws JobError
   */
  append(entry: JournalEntry): Promise<void> {
    this.#pending += `${JSON.stringify(entry)}\n`;
    this.#next ??= this.#flushing.then(setImmediate).then(() => {
      const text = this.#pending;
      this.#pending = "";
      this.#next = undefined;
      return this.#write(text);
    });
    this.#flushing = this.#next;
    return this.#next;
  }

  /** Closes the file, once all that was appended is on disk. */
  async close(): Promise<void> {
    await this.#flushing.catch(() => {}); // whoever appended has been told
    await this.#file.close();
  }

  async #write(text: string): Promise<void> {
    try {
      // Into the system's memory, which takes less than the way to another thread; the disk is waited for in one.
      appendFileSync(this.#file.fd, text);
      await this.#file.datasync();
    } catch (error) {
      throw new JobError(`The journal cannot be written (${codeOf(error)}), so nothing more is sent.`);
    }
  }
}

/** Puts a new file's name on disk too, where the system can; Windows cannot, and need not. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}

function codeOf(error: unknown): string {
  return isObject(error) && typeof error.code === "string" ? error.code : "unknown reason";
}
