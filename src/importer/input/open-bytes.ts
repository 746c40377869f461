import { createReadStream } from "node:fs";
import { InputError } from "./input-error.js";

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
    yield* createReadStream(input, { highWaterMark: READ_AT_ONCE_BYTES });
  } catch (error) {
    throw new InputError(`The input cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
