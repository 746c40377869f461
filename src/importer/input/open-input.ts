import { type Phrase, phrase } from "../messages/phrase.js";
import { ByteReader } from "./bytes/byte-reader.js";
import { type ByteSource, sourceFromStream } from "./bytes/byte-source.js";
import { type DecodeOptions, decodeText } from "./bytes/decode-text.js";
import { InputFile } from "./bytes/input-file.js";
import { createDecoder } from "./bytes/text-encoding.js";
import { CsvSource } from "./csv/csv-source.js";
import { InputError } from "./input-error.js";
import { JsonInput } from "./json/json-input.js";
import type { InputFormat, InputOptions, InterviewInput } from "./rows/interview-row.js";
import { TimeZone } from "./rows/time-zone.js";
import { INTERVIEW_SCHEMA } from "./table/schema/interview-schema.js";
import { TableInput } from "./table/table-input.js";
import { beginsAsWorkbook } from "./xlsx/signatures.js";
import { WorkbookSource } from "./xlsx/workbook-source.js";

type Input = AsyncIterable<Uint8Array> | string;

/** One line for each format. */
const READERS: Readonly<Record<InputFormat, (input: Input, options: InputOptions) => InterviewInput>> = {
  csv: readCsv,
  json: readJson,
  jsonl: readJson,
  xlsx: readWorkbook,
};

/**
 * The interviews of a file (by its path) or of a stream, in order. Only one row and one chunk are held in memory. A
 * table in a file is read through once before, for interviews whose rows are not adjacent. A workbook is recognized by
 * its content, whatever the format says.
 *
 * @throws InputError if the time zone or the encoding is unknown, or if a workbook is a stream; while reading, if the
 * input cannot be read any further
 */
export function readInterviews(input: Input, options: InputOptions): InterviewInput {
  if (options.encoding !== undefined) createDecoder(options.encoding);
  const isWorkbook = typeof input === "string" && beginsAsWorkbook(input);
  return READERS[isWorkbook ? "xlsx" : options.format](input, options);
}

function readWorkbook(input: Input, { timeZone, sheet }: InputOptions): InterviewInput {
  if (typeof input !== "string") throw new InputError(phrase("workbookStream"));
  const warnings: Phrase[] = [];
  const source = new WorkbookSource(input, { sheet, warnings });
  return new TableInput(source, { schema: INTERVIEW_SCHEMA, zone: toZone(timeZone), warnings });
}

function readCsv(input: Input, { timeZone, encoding }: InputOptions): InterviewInput {
  const bytes = toBytes(input);
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
  const source = new CsvSource(text, warnings);
  return new TableInput(source, { schema: INTERVIEW_SCHEMA, zone: toZone(timeZone), warnings });
}

function readJson(input: Input, { timeZone, items, encoding }: InputOptions): InterviewInput {
  const warnings: Phrase[] = [];
  const zone = toZone(timeZone);
  const text = openText(toBytes(input), {
    encoding,
    allowGb18030: false,
    onGuess: (guess) => warnings.push(guess),
  });
  return new JsonInput(text, { zone, items: items === undefined ? [] : items.split("."), warnings });
}

function openText(bytes: ByteSource, options: DecodeOptions): AsyncIterable<Buffer> {
  return decodeText(new ByteReader(bytes.open()), options);
}

function toBytes(input: Input): ByteSource {
  return typeof input === "string" ? new InputFile(input) : sourceFromStream(input);
}

function toZone(name: string | undefined): TimeZone | undefined {
  return name === undefined ? undefined : new TimeZone(name);
}
