import { once } from "node:events";
import { createWriteStream, rmSync, type WriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import type { PackRejected } from "../input/rows/interview-row.js";
import { isSystemError, JobError } from "../job/errors.js";
import { type LocalText, type Phrase, phrase } from "../messages/phrase.js";
import { describeSystemError } from "../messages/system-error.js";

/** Rethrows why the files of a run that has ended could not be written. @throws JobError, or the error as it is */
export function rethrowUnwritten(error: unknown): never {
  if (isSystemError(error)) throw createUnwritten(describeSystemError(error));
  // One that cannot be replaced says what to do.
  if (error instanceof JobError && error.phrase.key === "cannotWrite") throw createUnwritten(error.phrase);
  throw error;
}

function createUnwritten(reason: LocalText | Phrase): JobError {
  return new JobError(phrase("cannotWriteFiles", { reason }));
}

/**
 * A file that appears complete or not at all: it is written beside its final path and moved there at the end.
 *
 * @throws JobError if it cannot be written
 */
export class OutcomeFile {
  readonly #path: string;
  readonly #pack: PackRejected | undefined;
  readonly #stream: WriteStream;
  #failure: Error | undefined;
  #lines = 0;
  /** Whether the part file stays because it could not be moved. */
  #isKept = false;
  /** Shared by all writes that wait for it. */
  #drained: Promise<void> | undefined;

  /** @param pack converts the text that was written, if the file's format is another */
  constructor(path: string, pack?: PackRejected) {
    this.#path = path;
    this.#pack = pack;
    // A killed run may have left one, and a link may have been put there: a new file does not follow it.
    try {
      rmSync(`${path}.part`, { force: true });
    } catch (error) {
      throw new JobError(phrase("cannotWrite", { path, reason: describeSystemError(error) }));
    }
    this.#stream = createWriteStream(`${path}.part`, { mode: 0o600, flags: "wx" });
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

  /** Moves the file to its final path. */
  async finish(): Promise<void> {
    if (!this.#failure) {
      this.#stream.end();
      await once(this.#stream, "close").catch(() => {});
    }
    this.#check();
    await this.#replaceByPacked();
    try {
      await rename(`${this.#path}.part`, this.#path);
    } catch (error) {
      this.#isKept = true;
      const [path, part] = [this.#path, `${this.#path}.part`];
      throw new JobError(phrase("cannotReplace", { path, part, reason: describeSystemError(error) }));
    }
  }

  async #replaceByPacked(): Promise<void> {
    if (!this.#pack) return;
    const packed = `${this.#path}.packed.part`;
    try {
      await rm(packed, { force: true });
      await this.#pack(`${this.#path}.part`, packed);
      await rename(packed, `${this.#path}.part`);
    } catch (error) {
      await rm(packed, { force: true }).catch(() => {});
      throw new JobError(phrase("cannotWrite", { path: this.#path, reason: describeSystemError(error) }));
    }
  }

  /** Closes the file. Unless it was moved, the part file stays as it is. */
  async close(): Promise<void> {
    if (this.#stream.closed) return;
    const closed = once(this.#stream, "close").catch(() => {});
    if (this.#failure) this.#stream.destroy();
    else this.#stream.end();
    await closed; // until then the file may not exist yet
  }

  /** Closes the file and removes the part file, unless it holds what could not be moved. */
  async discard(): Promise<void> {
    await this.close();
    if (this.#isKept) return;
    await rm(`${this.#path}.part`, { force: true }).catch(() => {}); // the earlier error matters more
  }

  #check(): void {
    if (!this.#failure) return;
    throw new JobError(
      phrase("cannotWrite", { path: this.#path, reason: describeSystemError(this.#failure) }),
    );
  }
}
