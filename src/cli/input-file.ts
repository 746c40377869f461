import { stat } from "node:fs/promises";
import {
  detectFormat,
  type InputFormat,
  type InputOptions,
  type InterviewInput,
  type InterviewRow,
  readInterviews,
  readMapping,
} from "../importer/index.js";
import { CommandError } from "./command-error.js";
import { describeUnreadable } from "./files/unreadable-file.js";
import type { ReadFlags } from "./flags.js";
import { translate } from "./language/translate.js";
import { fileMessages } from "./messages/files.js";
import { printLine } from "./output/print.js";

/** An input file that knows how far it has been read. */
export interface InputFile {
  readonly interviews: InterviewInput;
  /** The path of its mapping, named or found beside it. */
  readonly mapping: string | undefined;
  /** Undefined if it is not a regular file but, say, a pipe. */
  readonly sizeBytes: number | undefined;
  measureProgress(): InputProgress;
}

/** How many interviews have been read, and about what share of the file that is, from 0 to 1. */
export interface InputProgress {
  readonly rows: number;
  /** 1 only once everything has been read; undefined if nobody knows how much there is. */
  readonly share: number | undefined;
}

/** Standard input, as the name of a file. */
const STDIN = "-";
/** Line ends and encodings make the share an estimate. */
const MAX_ESTIMATE = 0.99;

/**
 * @param onRow called with each row that is read
 * @throws CommandError if the file does not exist, or its format is unclear
 */
export async function openInput(
  path: string,
  flags: ReadFlags,
  onRow: (row: InterviewRow) => void = () => {},
): Promise<InputFile> {
  const sizeBytes = path === STDIN ? undefined : await getFileSize(path);
  const { timeZone, sheet, items, encoding, ignoreColumns } = flags;
  const mapPath = flags.map ?? (await findMapping(path));
  const format = resolveFormat(path, flags);
  const mapping = mapPath === undefined ? undefined : await readMapping(mapPath);
  const input = readSource(path, { format, timeZone, sheet, mapping, items, encoding, ignoreColumns });
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
    mapping: input.mapping,
    warnings: input.warnings,
    rejectedFormat: input.rejectedFormat,
    get rejectedHeader() {
      return input.rejectedHeader;
    },
    get unknownColumns() {
      return input.unknownColumns;
    },
    formatRejected: (row, rejection) => input.formatRejected(row, rejection),
    packRejected: input.packRejected,
    [Symbol.asyncIterator]: readRows,
  };
  const estimateShare = () => {
    if (ended) return 1;
    return sizeBytes === undefined ? undefined : Math.min(MAX_ESTIMATE, bytes / sizeBytes);
  };
  return {
    interviews,
    mapping: mapPath,
    sizeBytes,
    measureProgress: () => ({ rows, share: estimateShare() }),
  };
}

/** The mapping beside a file, which is said to be used. */
async function findMapping(path: string): Promise<string | undefined> {
  const mapping = getMappingPath(path);
  const found = await stat(mapping).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  printLine(translate(fileMessages.usesMapping, { mapping }));
  return mapping;
}

/** Where a file's mapping is looked for. */
export function getMappingPath(path: string): string {
  return `${path}.map.yaml`;
}

/** @throws CommandError */
export function resolveFormat(path: string, { format = detectFormat(path) }: ReadFlags): InputFormat {
  if (format) return format;
  throw new CommandError(translate(fileMessages.unclearFormat, { path }));
}

function readSource(path: string, options: InputOptions): InterviewInput {
  return readInterviews(path === STDIN ? process.stdin : path, options);
}

/** @throws CommandError if the file does not exist */
export async function getFileSize(path: string): Promise<number | undefined> {
  const found = await stat(path).catch((error: unknown) => {
    throw new CommandError(describeUnreadable(path, error));
  });
  if (found.isDirectory()) throw new CommandError(translate(fileMessages.isDirectory, { path }));
  return found.isFile() ? found.size : undefined;
}
