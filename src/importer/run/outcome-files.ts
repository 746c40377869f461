import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { JobError } from "../job/errors.js";
import { readJournal } from "../job/journal.js";
import type { Report } from "./report.js";

/**
 * A file that appears whole or not at all: it is written beside its place and moved there at the end.
 *
 * @throws JobError if the disk does not take it
 */
export class OutcomeFile {
  readonly #path: string;
  readonly #stream: WriteStream;
  #failure: Error | undefined;
  #lines = 0;
  /** What was written stays beside its place, since it could not be moved there. */
  #kept = false;
  /** Shared by all who wait for it. */
  #drained: Promise<void> | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#stream = createWriteStream(`${path}.part`, { mode: 0o600 });
    this.#stream.on("error", (error) => {
      this.#failure = error;
    });
  }

  get lines(): number {
    return this.#lines;
  }

  async write(text: string): Promise<void> {
    this.#check();
    this.#lines++;
    if (!this.#stream.write(text)) {
      this.#drained ??= once(this.#stream, "drain")
        .catch(() => {})
        .then(() => {
          this.#drained = undefined;
        });
    }
    await this.#drained;
    this.#check();
  }

  async writeLine(value: object): Promise<void> {
    await this.write(`${JSON.stringify(value)}\n`);
  }

  async finish(): Promise<void> {
    if (!this.#failure) {
      this.#stream.end();
      await once(this.#stream, "close").catch(() => {});
    }
    this.#check();
    try {
      await rename(`${this.#path}.part`, this.#path);
    } catch (error) {
      this.#kept = true;
      throw new JobError(
        `${this.#path} cannot be replaced (${error instanceof Error ? error.message : error}). What it should hold is in ${this.#path}.part. Close it where it is open, and run the import again.`,
      );
    }
  }

  async discard(): Promise<void> {
    if (!this.#stream.closed) {
      const closed = once(this.#stream, "close").catch(() => {});
      this.#stream.destroy();
      await closed; // only then is it sure that the file is there to be removed
    }
    if (this.#kept) return;
    await rm(`${this.#path}.part`, { force: true }).catch(() => {}); // what went wrong before counts
  }

  #check(): void {
    if (this.#failure) throw new JobError(`${this.#path} cannot be written: ${this.#failure.message}`);
  }
}

/** What is known of an interview that may have been created. */
interface OpenInterview {
  readonly external_id: string;
  readonly external_application_id: string;
  readonly first_try_at: string;
  readonly line: number;
  reason: string;
}

/**
 * Writes created.jsonl and unknown.jsonl from the journal, which alone knows of all runs.
 *
 * @returns how many interviews each holds
 */
export async function writeKeyFiles(folder: string): Promise<{ created: number; unknown: number }> {
  const created = new OutcomeFile(join(folder, "created.jsonl"));
  const unknown = new OutcomeFile(join(folder, "unknown.jsonl"));
  try {
    const open = await writeCreated(folder, created);
    for (const interview of open) await unknown.writeLine(interview);
    await created.finish();
    await unknown.finish();
    return { created: created.lines, unknown: unknown.lines };
  } finally {
    await created.discard();
    await unknown.discard();
  }
}

/** Writes what was created, and returns what is open. */
async function writeCreated(folder: string, created: OutcomeFile): Promise<Iterable<OpenInterview>> {
  const open = new Map<string, OpenInterview>();
  for await (const entry of readJournal(join(folder, "journal.jsonl"))) {
    if (entry.type === "header") continue;
    const before = open.get(entry.key);
    if (entry.type === "intent") {
      open.set(entry.key, {
        external_id: entry.key,
        external_application_id: entry.application,
        first_try_at: new Date(entry.firstTryAtMs).toISOString(),
        line: entry.line,
        reason: before?.reason ?? "the run ended before its answer came",
      });
    } else if (entry.type === "unknown") {
      if (before) before.reason = entry.reason;
    } else {
      open.delete(entry.key);
      if (entry.type !== "created" || !before) continue;
      const { external_application_id, line } = before;
      await created.writeLine({ external_id: entry.key, id: entry.id, external_application_id, line });
    }
  }
  return open.values();
}

export async function writeReport(folder: string, report: Report): Promise<void> {
  const path = join(folder, "report.json");
  try {
    await writeFile(`${path}.part`, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
    await rename(`${path}.part`, path);
  } catch (error) {
    await rm(`${path}.part`, { force: true }).catch(() => {}); // what went wrong before counts
    throw new JobError(`${path} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
}
