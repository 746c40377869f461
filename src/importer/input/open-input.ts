import { type Phrase, phrase } from "../messages/phrase.js";
import { ByteReader } from "./bytes/byte-reader.js";
import { type ByteSource, sourceFromStream } from "./bytes/byte-source.js";
import { type DecodeOptions, decodeText } from "./bytes/decode-text.js";
import { InputFile } from "./bytes/input-file.js";
import { createDecoder } from "./bytes/text-encoding.js";
import { CsvSource } from "./csv/csv-source.js";
import { InputError } from "./input-error.js";
import { JsonInput } from "./json/json-input.js";
import type { Mapping } from "./mapping/file/mapping.js";
import { readMapping } from "./mapping/file/read-mapping.js";
import { digestMapping, MappedSource } from "./mapping/rows/mapped-source.js";
import type { InputFormat, InputOptions, InterviewInput } from "./rows/interview-row.js";
import { TimeZone } from "./rows/time-zone.js";
import { INTERVIEW_SCHEMA } from "./table/schema/interview-schema.js";
import { TableInput } from "./table/table-input.js";
import type { TableSource } from "./table/table-source.js";
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

function readWorkbook(input: Input, options: InputOptions): InterviewInput {
  if (typeof input !== "string") throw new InputError(phrase("workbookStream"));
  const warnings: Phrase[] = [];
  const mapping = options.mapping === undefined ? undefined : readMapping(options.mapping);
  const { sheet = mapping?.sheet } = options;
  return readTable(new WorkbookSource(input, { sheet, warnings }), { ...options, warnings, mapping });
}

function readCsv(input: Input, options: InputOptions): InterviewInput {
  const bytes = toBytes(input);
  const warnings: Phrase[] = [];
  let isFirst = true;
  const open = () => {
    const isAgain = !isFirst;
    isFirst = false;
    return openText(bytes, {
      encoding: options.encoding,
      allowGb18030: true,
      onGuess: (guess) => isAgain || warnings.push(guess),
    });
  };
  const text = { open, rereadableBytes: () => bytes.rereadableBytes() };
  const mapping = options.mapping === undefined ? undefined : readMapping(options.mapping);
  return readTable(new CsvSource(text, warnings), { ...options, warnings, mapping });
}

interface ReadTableOptions {
  readonly timeZone?: string | undefined;
  readonly mapping: Mapping | undefined;
  readonly warnings: Phrase[];
}

/** A table in this tool's columns, or in a person's own. */
function readTable(own: TableSource, { mapping, timeZone, warnings }: ReadTableOptions): InterviewInput {
  const zone = toZone(timeZone ?? mapping?.timeZone);
  const source = mapping ? new MappedSource(own, { mapping, zone, warnings }) : own;
  return new TableInput(source, {
    ...{ schema: INTERVIEW_SCHEMA, zone, warnings },
    mapping: mapping && digestMapping(mapping),
  });
}

function readJson(input: Input, { timeZone, items, encoding, mapping }: InputOptions): InterviewInput {
  if (mapping !== undefined) throw new InputError(phrase("mappingOfTable"));
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
