import { appendFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname } from "node:path";

/** What a journal needs of its file; tests replace it to script a disk's failures. */
export interface JournalFile {
  /** Appends to the file. Until it is flushed, the text may be in the system's memory only. */
  append(text: string): void;
  /** Resolves once everything appended is on disk. */
  flush(): Promise<void>;
  /** Whether the file still has a name: a deleted file can be written to, but what is written is lost. */
  exists(): Promise<boolean>;
  /** Cuts the file off after `bytes`. */
  truncate(bytes: number): Promise<void>;
}

export type OpenJournalFile = (path: string) => Promise<JournalFile & { close(): Promise<void> }>;

/** Opens a journal's file, created if necessary. */
export const openJournalFile: OpenJournalFile = async (path) => {
  const file = await open(path, "a", 0o600);
  try {
    await syncDirectory(dirname(path));
  } catch (error) {
    await file.close();
    throw error;
  }
  return {
    // Synchronous: handing the text to another thread takes longer than copying it.
    append: (text) => appendFileSync(file.fd, text),
    flush: () => file.datasync(),
    exists: async () => (await file.stat()).nlink > 0,
    truncate: (bytes) => file.truncate(bytes),
    close: () => file.close(),
  };
};

/** Flushes a directory, so that the name of a new file is on disk too. Windows cannot do that, and need not. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const directory = await open(path, "r");
  await directory.sync().finally(() => directory.close());
}
