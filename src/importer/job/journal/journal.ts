import { setImmediate } from "node:timers/promises";
import { isObject } from "../../../is-object.js";
import { phrase } from "../../messages/phrase.js";
import { JobError } from "../errors.js";
import type { JournalEntry } from "./journal-entry.js";
import { type JournalFile, type OpenJournalFile, openJournalFile } from "./journal-file.js";
import { findEndOfLastLine } from "./read-journal.js";

/** Appends to a job's journal. */
export class Journal {
  readonly #path: string;
  readonly #file: JournalFile & { close(): Promise<void> };
  #unwritten = "";
  #flushing: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  private constructor(path: string, file: JournalFile & { close(): Promise<void> }) {
    this.#path = path;
    this.#file = file;
  }

  /** Opens a journal for appending, and drops a last line that was cut short. */
  static async open(path: string, openFile: OpenJournalFile = openJournalFile): Promise<Journal> {
    const file = await openFile(path);
    try {
      await file.truncate(await findEndOfLastLine(path));
      return new Journal(path, file);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /**
   * Appends an entry, which is on disk when the promise resolves. Entries that come in the same turn of the event loop,
   * or while the disk is busy, are written and flushed together. Nothing more is written after a write has failed.
   *
   * @throws JobError
   */
  append(entry: JournalEntry): Promise<void> {
    this.#unwritten += `${JSON.stringify(entry)}\n`;
    this.#next ??= this.#flushing.then(setImmediate).then(() => {
      const text = this.#unwritten;
      this.#unwritten = "";
      this.#next = undefined;
      return this.#write(text);
    });
    this.#flushing = this.#next;
    return this.#next;
  }

  /** Closes the file once everything appended is on disk. */
  async close(): Promise<void> {
    await this.#flushing.catch(() => {}); // `append` has reported it
    await this.#file.close();
  }

  async #write(text: string): Promise<void> {
    try {
      this.#file.append(text);
      await this.#file.flush();
      if (!(await this.#file.exists())) throw new JobError(phrase("lostJournalInRun", { path: this.#path }));
    } catch (error) {
      if (error instanceof JobError) throw error;
      throw new JobError(phrase("cannotWriteJournal", { reason: getErrorCode(error) }));
    }
  }
}

function getErrorCode(error: unknown): string {
  return isObject(error) && typeof error.code === "string" ? error.code : "unknown reason";
}
