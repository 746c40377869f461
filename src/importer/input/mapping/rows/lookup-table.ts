import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { LOOKUP_COLUMNS } from "../../../applications/application-table.js";
import { type Phrase, phrase } from "../../../messages/phrase.js";
import { ByteReader } from "../../bytes/byte-reader.js";
import { decodeText } from "../../bytes/decode-text.js";
import { InputFile } from "../../bytes/input-file.js";
import { CsvSource } from "../../csv/csv-source.js";
import { InputError } from "../../input-error.js";
import { unwrapExcelText } from "../../table/excel-text.js";
import { normalizeName } from "../../table/schema/column-name.js";

/** A million pairs of ids. */
const MAX_LOOKUP_BYTES = 64 * 1024 * 1024;
const MAX_LISTED = 20;
const SHORTENED = /^\d+(\.\d+)?e\+?\d+$/i;

/**
 * Reads a CSV of two columns, the old system's id and Feishu's id, found beside the mapping; or what the command
 * `applications` has written, whose first two columns are these.
 *
 * @throws InputError if it cannot be read, or with all ids that it has two ids for
 */
export async function readLookup(name: string, mappingPath: string): Promise<ReadonlyMap<string, string>> {
  const path = resolve(dirname(mappingPath), name);
  const table = new Map<string, string>();
  const repeated = new Set<string>();
  const lines: Phrase[] = [];
  let unlisted = 0;
  let isHeader = true;
  let isOfApplications = false;
  for await (const { cells, line, fault } of openCsv(path, name, await measure(path))) {
    const [from = "", to = "", ...others] = cells.map((cell) => unwrapExcelText(cell.trim()));
    if (from === "" && to === "") continue;
    if (isHeader)
      isOfApplications = LOOKUP_COLUMNS.every((column, i) => normalizeName(cells[i] ?? "") === column);
    if (fault || (!isOfApplications && others.some((cell) => cell !== "")))
      throw new InputError(phrase("lookupColumns", { name, line }));
    if (isHeader) {
      isHeader = false;
      continue;
    }
    // A talent without applications.
    if (isOfApplications && to === "") continue;
    if (SHORTENED.test(to)) throw new InputError(phrase("lookupShortened", { name, line, id: to }));
    const before = table.get(from);
    if (before === undefined) table.set(from, to);
    else if (before !== to) {
      repeated.add(from);
      if (lines.length < MAX_LISTED) lines.push(phrase("lookupTwiceLine", { from, before, line, to }));
      else unlisted++;
    }
  }
  if (repeated.size > 0) {
    const ids = unlisted > 0 ? [...lines, phrase("moreLines", { count: unlisted })] : lines;
    throw new InputError(phrase("lookupTwice", { name, count: repeated.size, ids }));
  }
  return table;
}

async function measure(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

async function* openCsv(path: string, name: string, bytes: number): ReturnType<CsvSource["records"]> {
  if (bytes > MAX_LOOKUP_BYTES)
    throw new InputError(phrase("lookupTooLarge", { name, bytes: MAX_LOOKUP_BYTES }));
  const file = new InputFile(path);
  const text = {
    open: () => decodeText(new ByteReader(file.open()), { allowGb18030: true, onGuess: () => {} }),
    rereadableBytes: async () => bytes,
  };
  try {
    yield* new CsvSource(text, []).records();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(phrase("cannotReadLookup", { name, reason: error.phrase }));
  }
}
