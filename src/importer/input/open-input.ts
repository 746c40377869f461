import { ByteReader } from "./bytes/byte-reader.js";
import { decodeText } from "./bytes/decode-text.js";
import { openBytes } from "./bytes/open-bytes.js";
import { JsonInput } from "./json/json-input.js";
import type { InputOptions, InterviewInput } from "./rows/interview-row.js";
import { TimeZone } from "./rows/time-zone.js";
import { findScattered } from "./table/split-interviews.js";
import { CsvInput } from "./table/table-input.js";

const READ_ONCE =
  "This input can be read only once, so rows of one interview that stand apart are found when the first of them are already sent. Import a file, or sort the rows by external_id.";

/**
 * The interviews of a file (by its path) or of a stream, one after the other: never more than one row and a chunk of
 * it are held. A CSV file is read through once before, for interviews whose rows do not stand together.
 *
 * @throws InputError if the time zone is unknown; while reading, if the input cannot be read any further.
 */
export function readInterviews(
  input: AsyncIterable<Uint8Array> | string,
  { format, timeZone }: InputOptions,
): InterviewInput {
  const zone = timeZone === undefined ? undefined : new TimeZone(timeZone);
  const warnings: string[] = [];
  const open = (onGuess: (warning: string) => void) =>
    decodeText(new ByteReader(openBytes(input)), { allowGb18030: format === "csv", onGuess });
  const text = open((warning) => warnings.push(warning));
  if (format !== "csv") return new JsonInput(text, warnings);
  const scattered = async () => {
    const found = typeof input === "string" ? await findScattered(input, () => open(() => {})) : undefined;
    if (!found) warnings.push(READ_ONCE);
    return found ?? new Map();
  };
  return new CsvInput(text, zone, warnings, scattered);
}
