import { ByteReader } from "./byte-reader.js";
import { CsvInput } from "./csv-input.js";
import { decodeText } from "./encoding.js";
import type { InputOptions, InterviewInput } from "./interview-row.js";
import { JsonInput } from "./json-input.js";
import { openBytes } from "./open-bytes.js";
import { TimeZone } from "./time-zone.js";

/**
 * The interviews of a file (by its path) or of a stream, one after the other: never more than one row and a chunk of
 * it are held.
 *
 * @throws InputError if the time zone is unknown; while reading, if the input cannot be read any further.
 */
export function readInterviews(
  input: AsyncIterable<Uint8Array> | string,
  { format, timeZone }: InputOptions,
): InterviewInput {
  const zone = timeZone === undefined ? undefined : new TimeZone(timeZone);
  const warnings: string[] = [];
  const text = decodeText(new ByteReader(openBytes(input)), {
    allowGb18030: format === "csv",
    onGb18030: () =>
      warnings.push("The text is not UTF-8; it is read as GB18030, as Chinese Excel writes it."),
  });
  return format === "csv" ? new CsvInput(text, zone, warnings) : new JsonInput(text, warnings);
}
