import { createReadStream, fstatSync, open as openCallback } from "node:fs";
import { open, stat } from "node:fs/promises";
import { Socket } from "node:net";
import { promisify } from "node:util";
import { phrase } from "../../messages/phrase.js";
import { describeSystemError } from "../../messages/system-error.js";
import { InputError } from "../input-error.js";
import type { ByteSource } from "./byte-source.js";
import { UnchangedFile } from "./unchanged-file.js";

const CHUNK_BYTES = 64 * 1024;

/** A file. A regular one must stay the same from the first look at it to the end, however often it is read. */
export class InputFile implements ByteSource {
  readonly #path: string;
  readonly #identity = new UnchangedFile();

  constructor(path: string) {
    this.#path = path;
  }

  async *open(): AsyncGenerator<Uint8Array> {
    try {
      const file = await stat(this.#path);
      if (file.isFile()) yield* this.#readRegular();
      else yield* openStream(await promisify(openCallback)(this.#path, "r"));
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw new InputError(phrase("cannotReadInput", { reason: describeSystemError(error) }));
    }
  }

  /** A pipe can be read only once. What cannot be opened has no bytes: opening it says why. */
  async rereadableBytes(): Promise<number | undefined> {
    const file = await stat(this.#path).catch(() => undefined);
    return !file || file.isFile() ? (file?.size ?? 0) : undefined;
  }

  async *#readRegular(): AsyncGenerator<Uint8Array> {
    const file = await open(this.#path, "r");
    try {
      for (;;) {
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES);
        this.#identity.assertSame(await file.stat());
        if (bytesRead === 0) break;
        yield buffer.subarray(0, bytesRead);
      }
      // Saved under the same name, the new file is another one.
      this.#identity.assertSame(await stat(this.#path));
    } finally {
      await file.close();
    }
  }
}

/** Files are read by threads. One that waits for a pipe's other end would keep the process from exiting. */
function openStream(fd: number): AsyncIterable<Uint8Array> {
  if (fstatSync(fd).isFIFO()) return new Socket({ fd, readable: true, writable: false });
  return createReadStream("", { fd, highWaterMark: CHUNK_BYTES });
}
