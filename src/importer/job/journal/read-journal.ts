import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { phrase } from "../../messages/phrase.js";
import { JobError } from "../errors.js";
import { type JournalEntry, parseEntry } from "./journal-entry.js";
import { splitCompleteLines } from "./split-lines.js";

/**
 * Yields a journal's entries in order. A last line that was cut short is ignored.
 *
 * @throws JobError if a line is damaged, or was written by a newer version
 */
export async function* readJournal(path: string): AsyncGenerator<JournalEntry> {
  const end = await findEndOfLastLine(path);
  if (end === 0) return;
  let number = 0;
  for await (const line of splitCompleteLines(createReadStream(path, { encoding: "utf8", end: end - 1 }))) {
    number++;
    const entry = parseEntry(line);
    if (entry === "damaged") throw new JobError(phrase("damagedJournal", { path, line: number }));
    if (entry === "newer") throw new JobError(phrase("newerJournal", { path, line: number }));
    yield entry;
  }
}

const CHUNK_BYTES = 64 * 1024;

/** How many bytes of the file are complete lines. */
export async function findEndOfLastLine(path: string): Promise<number> {
  const file = await open(path, "r");
  try {
    let end = (await file.stat()).size;
    while (end > 0) {
      const start = Math.max(0, end - CHUNK_BYTES);
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
