import { appendFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname } from "node:path";

/** What a journal needs of its disk, as a port: a test can script failures. */
export interface JournalFile {
  /** Appends to the file, as far as the system's memory. */
  append(text: string): void;
  /** Resolves once everything appended is on disk. */
  flush(): Promise<void>;
  /** Whether the file still has a name; one that was deleted takes what is written with it. */
  exists(): Promise<boolean>;
  /** Cuts the file off after `bytes`. */
  truncate(bytes: number): Promise<void>;
}

export type OpenJournalFile = (path: string) => Promise<JournalFile & { close(): Promise<void> }>;

/** Opens a journal's file, created if necessary. */
export const openJournalFile: OpenJournalFile = async (path) => {
  const file = await open(path, "a", 0o600);
  try {
    await syncFolder(dirname(path));
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

/** Puts a new file's name on disk too, if the system can; Windows cannot, and need not. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}
