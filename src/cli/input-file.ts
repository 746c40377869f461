import { stat } from "node:fs/promises";
import { detectFormat, type InterviewInput, type InterviewRow, readInterviews } from "../importer/index.js";
import { CommandError } from "./command-error.js";
import type { ReadFlags } from "./flags.js";
import { translate } from "./language/translate.js";
import { fileMessages } from "./messages/files.js";

/** An input file that knows how far it has been read. */
export interface InputFile {
  readonly interviews: InterviewInput;
  readonly sizeBytes: number;
  progress(): InputProgress;
}

/** How many interviews have been read, and about what share of the file that is, from 0 to 1. */
export interface InputProgress {
  readonly rows: number;
  /** 1 only once everything has been read. */
  readonly share: number;
}

/** Line ends and encodings make the share an estimate. */
const MAX_ESTIMATE = 0.99;

/**
 * @param onRow called with each row that is read
 * @throws CommandError if the file does not exist, or its format is unclear
 */
export async function openInput(
  path: string,
  { format = detectFormat(path), timeZone, items }: ReadFlags,
  onRow: (row: InterviewRow) => void = () => {},
): Promise<InputFile> {
  const sizeBytes = await getFileSize(path);
  if (!format)
    throw new CommandError(
      translate(/\.xlsx?$/i.test(path) ? fileMessages.isWorkbook : fileMessages.unclearFormat, { path }),
    );
  const input = readInterviews(path, { format, timeZone, items });
  let rows = 0;
  let bytes = 0;
  let ended = false;
  async function* readRows(): AsyncGenerator<InterviewRow> {
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
    [Symbol.asyncIterator]: readRows,
  };
  const estimateShare = () => (ended ? 1 : Math.min(MAX_ESTIMATE, bytes / sizeBytes));
  return { interviews, sizeBytes, progress: () => ({ rows, share: estimateShare() }) };
}

async function getFileSize(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new CommandError(translate(fileMessages.cannotRead, { path }));
  if (found.isDirectory()) throw new CommandError(translate(fileMessages.isDirectory, { path }));
  return found.size;
}
