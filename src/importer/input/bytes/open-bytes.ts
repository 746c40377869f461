import { createReadStream, fstatSync, open } from "node:fs";
import { Socket } from "node:net";
import { promisify } from "node:util";
import { InputError } from "../input-error.js";

const READ_AT_ONCE_BYTES = 64 * 1024;

/**
 * The bytes of a file, or of a stream.
 *
 * @throws InputError if the file cannot be read.
 */
export async function* openBytes(input: AsyncIterable<Uint8Array> | string): AsyncGenerator<Uint8Array> {
  if (typeof input !== "string") {
    yield* input;
    return;
  }
  try {
    const fd = await promisify(open)(input, "r");
    yield* streamOf(fd);
  } catch (error) {
    throw new InputError(`The input cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** A file is read by threads. One that waits for a pipe's other end would keep the process from leaving. */
function streamOf(fd: number): AsyncIterable<Uint8Array> {
  if (fstatSync(fd).isFIFO()) return new Socket({ fd, readable: true, writable: false });
  return createReadStream("", { fd, highWaterMark: READ_AT_ONCE_BYTES });
}
