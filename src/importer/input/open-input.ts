import type { Phrase } from "../messages/phrase.js";
import { ByteReader } from "./bytes/byte-reader.js";
import { type ByteSource, sourceFromStream } from "./bytes/byte-source.js";
import { type DecodeOptions, decodeText } from "./bytes/decode-text.js";
import { InputFile } from "./bytes/input-file.js";
import { createDecoder } from "./bytes/text-encoding.js";
import { CsvSource } from "./csv/csv-source.js";
import { JsonInput } from "./json/json-input.js";
import type { InputFormat, InputOptions, InterviewInput } from "./rows/interview-row.js";
import { TimeZone } from "./rows/time-zone.js";
import { INTERVIEW_SCHEMA } from "./table/schema/interview-schema.js";
import { TableInput } from "./table/table-input.js";

/** One line for each format. */
const READERS: Readonly<Record<InputFormat, (bytes: ByteSource, options: InputOptions) => InterviewInput>> = {
  csv: readCsv,
  json: readJson,
  jsonl: readJson,
};

/**
 * The interviews of a file (by its path) or of a stream, in order. Only one row and one chunk are held in memory. A
 * table in a file is read through once before, for interviews whose rows are not adjacent.
 *
 * @throws InputError if the time zone or the encoding is unknown; while reading, if the input cannot be read any further
 */
export function readInterviews(
  input: AsyncIterable<Uint8Array> | string,
  options: InputOptions,
): InterviewInput {
  if (options.encoding !== undefined) createDecoder(options.encoding);
  const bytes = typeof input === "string" ? new InputFile(input) : sourceFromStream(input);
  return READERS[options.format](bytes, options);
}

function readCsv(bytes: ByteSource, { timeZone, encoding }: InputOptions): InterviewInput {
  const warnings: Phrase[] = [];
  let isFirst = true;
  const open = () => {
    const isAgain = !isFirst;
    isFirst = false;
    return openText(bytes, {
      encoding,
      allowGb18030: true,
      onGuess: (guess) => isAgain || warnings.push(guess),
    });
  };
  const text = { open, rereadableBytes: () => bytes.rereadableBytes() };
  const zone = timeZone === undefined ? undefined : new TimeZone(timeZone);
  return new TableInput(new CsvSource(text, warnings), { schema: INTERVIEW_SCHEMA, zone, warnings });
}

function readJson(bytes: ByteSource, { timeZone, items, encoding }: InputOptions): InterviewInput {
  const warnings: Phrase[] = [];
  const zone = timeZone === undefined ? undefined : new TimeZone(timeZone);
  const text = openText(bytes, { encoding, allowGb18030: false, onGuess: (guess) => warnings.push(guess) });
  return new JsonInput(text, { zone, items: items === undefined ? [] : items.split("."), warnings });
}

function openText(bytes: ByteSource, options: DecodeOptions): AsyncIterable<Buffer> {
  return decodeText(new ByteReader(bytes.open()), options);
}
