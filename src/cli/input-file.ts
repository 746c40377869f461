import { stat } from "node:fs/promises";
import {
  detectFormat,
  type InputFormat,
  type InterviewInput,
  type InterviewRow,
  readInterviews,
} from "../importer/index.js";
import { ConfigurationError } from "../index.js";

/** An input file that tells how far it has been read. */
export interface InputFile {
  readonly interviews: InterviewInput;
  readonly sizeBytes: number;
  read(): InputShare;
}

/** How many interviews have been read, and about what share of the file they are, from 0 to 1. */
export interface InputShare {
  readonly rows: number;
  /** 1 once all have been read, and only then. */
  readonly share: number;
}

/** Line ends and encodings make the share a guess. */
const LARGEST_GUESS = 0.99;

/**
 * @param onRow told each row as it is read
 * @throws ConfigurationError if it is not clear what the file is, or it is not there
 */
export async function openInput(
  path: string,
  options: { format?: InputFormat; timeZone?: string },
  onRow: (row: InterviewRow) => void = () => {},
): Promise<InputFile> {
  const sizeBytes = await sizeOf(path);
  const format = options.format ?? detectFormat(path);
  if (!format)
    throw new ConfigurationError(
      /\.xlsx?$/i.test(path)
        ? `${path} is an Excel workbook: save it as CSV UTF-8 and import that.`
        : `${path} is neither .csv, .jsonl nor .json; say which with --format.`,
    );
  const { timeZone } = options;
  const input = readInterviews(path, timeZone === undefined ? { format } : { format, timeZone });
  let rows = 0;
  let bytes = 0;
  let ended = false;
  async function* counted(): AsyncGenerator<InterviewRow> {
    for await (const row of input) {
      rows++;
      bytes += row.bytes + 1;
      onRow(row);
      yield row;
    }
    ended = true;
  }
  const interviews: InterviewInput = {
    timeZone: input.timeZone,
    warnings: input.warnings,
    rejectedFormat: input.rejectedFormat,
    get rejectedHeader() {
      return input.rejectedHeader;
    },
    formatRejected: (row, rejection) => input.formatRejected(row, rejection),
    [Symbol.asyncIterator]: counted,
  };
  const share = () => (ended ? 1 : Math.min(LARGEST_GUESS, bytes / sizeBytes));
  return { interviews, sizeBytes, read: () => ({ rows, share: share() }) };
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new ConfigurationError(`${path} cannot be read. Is the name right?`);
  if (found.isDirectory()) throw new ConfigurationError(`${path} is a directory, not a file.`);
  return found.size;
}
