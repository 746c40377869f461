import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { LOOKUP_COLUMNS } from "../../../applications/application-table.js";
import { type Phrase, phrase } from "../../../messages/phrase.js";
import { describeSystemError, isMissingFile } from "../../../messages/system-error.js";
import { ByteReader } from "../../bytes/byte-reader.js";
import { decodeText } from "../../bytes/decode-text.js";
import { InputFile } from "../../bytes/input-file.js";
import { CsvSource } from "../../csv/csv-source.js";
import { InputError } from "../../input-error.js";
import { trimCell } from "../../table/excel-text.js";
import { normalizeName } from "../../table/schema/column-name.js";

/** A million pairs of ids. */
const MAX_LOOKUP_BYTES = 64 * 1024 * 1024;
const MAX_LISTED = 20;
const SHORTENED = /^\d+(\.\d+)?e\+?\d+$/i;

/**
 * Reads a CSV of two columns, the old system's id and Feishu's id, found beside the mapping; or what the command
 * `applications` has written, whose first two columns are these.
 *
 * @throws InputError if it cannot be read, or with all lines that are wrong, and all ids that it has two ids for
 */
export async function readLookup(name: string, mappingPath: string): Promise<ReadonlyMap<string, string>> {
  const path = resolve(dirname(mappingPath), name);
  const table = new Map<string, string>();
  const misshapen = new LineList();
  const shortened = new LineList();
  const repeated = new LineList();
  const repeatedIds = new Set<string>();
  let isHeader = true;
  let isOfApplications = false;
  for await (const { cells, line, fault } of openCsv(path, name, await measure(path, name))) {
    const [from = "", to = "", ...others] = cells.map(trimCell);
    if (from === "" && to === "") continue;
    if (isHeader)
      isOfApplications = LOOKUP_COLUMNS.every((column, i) => normalizeName(cells[i] ?? "") === column);
    const isMisshapen = fault || (!isOfApplications && others.some((cell) => cell !== ""));
    if (isMisshapen) misshapen.add(phrase("line", { line }));
    // Below a header of other columns every line is wrong.
    if (isHeader && isMisshapen) break;
    if (isHeader || isMisshapen) {
      isHeader = false;
      continue;
    }
    // A talent without applications.
    if (isOfApplications && to === "") continue;
    const before = table.get(from);
    if (SHORTENED.test(to)) shortened.add(phrase("atLine", { what: to, line }));
    else if (before === undefined) table.set(from, to);
    else if (before !== to) {
      repeatedIds.add(from);
      repeated.add(phrase("lookupTwiceLine", { from, before, line, to }));
    }
  }
  const [first, ...more] = [
    ...(misshapen.count > 0 ? [phrase("lookupColumns", { name, lines: misshapen.list() })] : []),
    ...(shortened.count > 0
      ? [phrase("lookupShortened", { name, count: shortened.count, ids: shortened.list() })]
      : []),
    ...(repeated.count > 0
      ? [phrase("lookupTwice", { name, count: repeatedIds.size, ids: repeated.list() })]
      : []),
  ];
  if (first) throw new InputError(first, ...more);
  return table;
}

/** The first of some lines, and how many more there are. */
class LineList {
  readonly #listed: Phrase[] = [];
  count = 0;

  add(line: Phrase): void {
    this.count++;
    if (this.#listed.length < MAX_LISTED) this.#listed.push(line);
  }

  list(): readonly Phrase[] {
    const more = this.count - this.#listed.length;
    return more > 0 ? [...this.#listed, phrase("moreLines", { count: more })] : this.#listed;
  }
}

/** @throws InputError if there is no such file */
async function measure(path: string, name: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissingFile(error)) throw new InputError(phrase("lookupMissing", { name }));
    throw new InputError(phrase("cannotReadLookup", { name, reason: describeSystemError(error) }));
  }
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
