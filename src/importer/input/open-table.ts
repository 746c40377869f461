import { type Phrase, phrase } from "../messages/phrase.js";
import { ByteReader } from "./bytes/byte-reader.js";
import { sourceFromStream } from "./bytes/byte-source.js";
import { decodeText } from "./bytes/decode-text.js";
import { InputFile } from "./bytes/input-file.js";
import { CsvSource } from "./csv/csv-source.js";
import { InputError } from "./input-error.js";
import type { InputFormat, InputOptions } from "./rows/interview-row.js";
import type { TableSource } from "./table/table-source.js";
import { beginsAsWorkbook } from "./xlsx/signatures.js";
import { WorkbookSource } from "./xlsx/workbook-source.js";

/** A file by its path, or a stream. */
export type Input = AsyncIterable<Uint8Array> | string;

export type TableFormat = Extract<InputFormat, "csv" | "xlsx">;

export function isTableFormat(format: InputFormat): format is TableFormat {
  return format === "csv" || format === "xlsx";
}

/** The format of an input: a workbook is recognized by its content, whatever it is said to be. */
export function findFormat(input: Input, { format }: InputOptions): InputFormat {
  return typeof input === "string" && beginsAsWorkbook(input) ? "xlsx" : format;
}

/**
 * Opens a table as it is, whatever its columns are.
 *
 * @param warnings the list that warnings of the input as a whole are added to
 * @throws InputError if a workbook is a stream
 */
export function openTable(
  input: Input,
  { format, encoding, sheet }: InputOptions & { readonly format: TableFormat },
  warnings: Phrase[],
): TableSource {
  if (format === "csv") return openCsv(input, encoding, warnings);
  if (typeof input !== "string") throw new InputError(phrase("workbookStream"));
  return new WorkbookSource(input, { sheet, warnings });
}

function openCsv(input: Input, encoding: string | undefined, warnings: Phrase[]): TableSource {
  const bytes = typeof input === "string" ? new InputFile(input) : sourceFromStream(input);
  let isFirst = true;
  const open = () => {
    const isAgain = !isFirst;
    isFirst = false;
    const onGuess = (guess: Phrase) => isAgain || warnings.push(guess);
    return decodeText(new ByteReader(bytes.open()), { encoding, allowGb18030: true, onGuess });
  };
  return new CsvSource({ open, rereadableBytes: () => bytes.rereadableBytes() }, warnings);
}
