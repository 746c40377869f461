import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import {
  formatOf,
  InputError,
  type InputFormat,
  type InterviewInput,
  readInterviews,
} from "../importer/index.js";
import { ConfigurationError } from "../index.js";

/** An input file that tells how far it has been read. */
export interface InputFile {
  readonly interviews: InterviewInput;
  readonly sizeBytes: number;
  /** How much of it has been read. */
  readBytes(): number;
}

const READ_AT_ONCE_BYTES = 64 * 1024;

export async function openInput(
  path: string,
  options: { format?: InputFormat; timeZone?: string },
): Promise<InputFile> {
  const format = options.format ?? formatOf(path);
  if (!format)
    throw new ConfigurationError(`${path} is neither .csv, .jsonl nor .json; say which with --format.`);
  const sizeBytes = await sizeOf(path);
  const stream = createReadStream(path, { highWaterMark: READ_AT_ONCE_BYTES });
  const { timeZone } = options;
  const interviews = readInterviews(
    chunksOf(stream),
    timeZone === undefined ? { format } : { format, timeZone },
  );
  return { interviews, sizeBytes, readBytes: () => stream.bytesRead };
}

async function* chunksOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* stream;
  } catch (error) {
    throw new InputError(`The input cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch {
    throw new ConfigurationError(`${path} cannot be read. Is the name right?`);
  }
}
