import { type Phrase, phrase } from "../messages/phrase.js";
import { ByteReader } from "./bytes/byte-reader.js";
import { sourceFromStream } from "./bytes/byte-source.js";
import { decodeText } from "./bytes/decode-text.js";
import { InputFile } from "./bytes/input-file.js";
import { createDecoder } from "./bytes/text-encoding.js";
import { InputError } from "./input-error.js";
import { JsonInput } from "./json/json-input.js";
import { digestMapping } from "./mapping/file/digest-mapping.js";
import { MappedSource } from "./mapping/rows/mapped-source.js";
import { findFormat, type Input, isTableFormat, openTable, type TableFormat } from "./open-table.js";
import type { InputOptions, InterviewInput } from "./rows/interview-row.js";
import { TimeZone } from "./rows/time-zone.js";
import { INTERVIEW_SCHEMA } from "./table/schema/interview-schema.js";
import { TableInput } from "./table/table-input.js";

/**
 * The interviews of a file (by its path) or of a stream, in order. Only one row and one chunk are held in memory. A
 * table in a file is read through once before, for interviews whose rows are not adjacent. A workbook is recognized by
 * its content, whatever the format says.
 *
 * @throws InputError if the time zone or the encoding is unknown, if there is a mapping for JSON, or if a workbook is a
 * stream; while reading, if the input cannot be read any further
 */
export function readInterviews(input: Input, options: InputOptions): InterviewInput {
  if (options.encoding !== undefined) createDecoder(options.encoding);
  const format = findFormat(input, options);
  return isTableFormat(format) ? readTable(input, { ...options, format }) : readJson(input, options);
}

function readTable(input: Input, options: InputOptions & { readonly format: TableFormat }): InterviewInput {
  const warnings: Phrase[] = [];
  const { mapping, sheet = mapping?.sheet, timeZone = mapping?.timeZone, ignoreColumns } = options;
  const own = openTable(input, { ...options, sheet }, warnings);
  const zone = toZone(timeZone);
  const source = mapping ? new MappedSource(own, { mapping, zone, ignoreColumns, warnings }) : own;
  return new TableInput(source, {
    schema: INTERVIEW_SCHEMA,
    zone,
    ignoreColumns,
    warnings,
    mapping: mapping && digestMapping(mapping),
  });
}

function readJson(input: Input, { timeZone, items, encoding, mapping }: InputOptions): InterviewInput {
  if (mapping !== undefined) throw new InputError(phrase("mappingOfTable"));
  const warnings: Phrase[] = [];
  const bytes = typeof input === "string" ? new InputFile(input) : sourceFromStream(input);
  const text = decodeText(new ByteReader(bytes.open()), {
    encoding,
    allowGb18030: false,
    onGuess: (guess) => warnings.push(guess),
  });
  return new JsonInput(text, {
    zone: toZone(timeZone),
    warnings,
    items: items === undefined ? [] : items.split("."),
  });
}

function toZone(name: string | undefined): TimeZone | undefined {
  return name === undefined ? undefined : new TimeZone(name);
}
