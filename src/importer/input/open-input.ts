import { stat } from "node:fs/promises";
import { ByteReader } from "./bytes/byte-reader.js";
import { type DecodeOptions, decodeText } from "./bytes/decode-text.js";
import { openBytes } from "./bytes/open-bytes.js";
import { CsvSource } from "./csv/csv-source.js";
import { JsonInput } from "./json/json-input.js";
import type { InputFormat, InputOptions, InterviewInput } from "./rows/interview-row.js";
import { TimeZone } from "./rows/time-zone.js";
import { INTERVIEW_SCHEMA } from "./table/schema/interview-schema.js";
import { TableInput } from "./table/table-input.js";

type Bytes = AsyncIterable<Uint8Array> | string;

/** One line for each format. */
const READERS: Readonly<Record<InputFormat, (bytes: Bytes, options: InputOptions) => InterviewInput>> = {
  csv: readCsv,
  json: readJson,
  jsonl: readJson,
};

/**
 * The interviews of a file (by its path) or of a stream, in order. Only one row and one chunk are held in memory. A
 * table in a file is read through once before, for interviews whose rows are not adjacent.
 *
 * @throws InputError if the time zone is unknown; while reading, if the input cannot be read any further
 */
export function readInterviews(input: Bytes, options: InputOptions): InterviewInput {
  return READERS[options.format](input, options);
}

function readCsv(input: Bytes, { timeZone }: InputOptions): InterviewInput {
  const warnings: string[] = [];
  let isFirst = true;
  const open = () => {
    const isAgain = !isFirst;
    isFirst = false;
    return openText(input, { allowGb18030: true, onGuess: (guess) => isAgain || warnings.push(guess) });
  };
  const rereadableBytes = async () => (typeof input === "string" ? fileBytes(input) : undefined);
  const zone = timeZone === undefined ? undefined : new TimeZone(timeZone);
  return new TableInput(new CsvSource({ open, rereadableBytes }), {
    schema: INTERVIEW_SCHEMA,
    zone,
    warnings,
  });
}

function readJson(input: Bytes): InterviewInput {
  const warnings: string[] = [];
  const text = openText(input, { allowGb18030: false, onGuess: (guess) => warnings.push(guess) });
  return new JsonInput(text, warnings);
}

function openText(input: Bytes, options: DecodeOptions): AsyncIterable<Buffer> {
  return decodeText(new ByteReader(openBytes(input)), options);
}

/** A file's size; undefined for a pipe, which can be read only once, and for what cannot be opened. */
async function fileBytes(path: string): Promise<number | undefined> {
  const file = await stat(path).catch(() => undefined);
  return !file || file.isFile() ? (file?.size ?? 0) : undefined;
}
