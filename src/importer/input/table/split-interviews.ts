import { stat } from "node:fs/promises";
import { textDigest } from "../../keys/content-digest.js";
import { DuplicateIds } from "../../keys/duplicate-ids.js";
import { csvRecords, isPreamble } from "../csv/csv-records.js";
import { InputError } from "../input-error.js";
import { type CsvGroup, CsvGrouper, identityOf } from "./group-records.js";
import { CsvColumns } from "./table-columns.js";

/** The interviews whose rows do not stand together, with the lines of the first and the last of their groups. */
export type Scattered = ReadonlyMap<string, { readonly firstLine: number; readonly lastLine: number }>;

/**
 * Reads a CSV file through for interviews whose rows do not stand together. Sent as they come, the first rows would make an
 * interview that lacks what the others say, and that nothing could complete. Rows repeated as they are do not count.
 *
 * @returns undefined if the file can be read only once
 * @param open opens the file's text from its beginning
 */
export async function findScattered(
  path: string,
  open: () => AsyncIterable<Buffer>,
): Promise<Scattered | undefined> {
  const scattered = new Map<string, { firstLine: number; lastLine: number }>();
  try {
    const file = await stat(path).catch(() => undefined); // opening it tells what is wrong
    if (!file) return scattered;
    if (!file.isFile()) return undefined; // a pipe can be read only once
    const seen = new DuplicateIds(file.size);
    for await (const { identity, line, rows } of groupsOf(open())) {
      const firstLine = seen.otherLine(identity, textDigest(JSON.stringify(rows)), line);
      if (firstLine !== undefined) scattered.set(identity, { firstLine, lastLine: line });
    }
  } catch (error) {
    // Whatever cannot be read is told where it stands, when the rows before it have been.
    if (!(error instanceof InputError)) throw error;
  }
  return scattered;
}

/** The interviews, each by what tells it from the others. */
async function* groupsOf(
  text: AsyncIterable<Buffer>,
): AsyncGenerator<{ identity: string; line: number; rows: readonly (readonly string[])[] }> {
  let table: { readonly columns: CsvColumns; readonly grouper: CsvGrouper } | undefined;
  const identify = (group: CsvGroup | undefined, columns: CsvColumns) => {
    const [head] = group?.records ?? [];
    if (!group || !head) return [];
    // The reasons of a file of rejected rows tell their lines, which are no content.
    const rows = group.records.map(({ cells }) => cells.slice(0, columns.ownCount));
    return [{ identity: identityOf(group.records, columns), line: head.line, rows }];
  };
  for await (const record of csvRecords(text)) {
    if (table?.columns.isHeader(record.cells)) continue;
    if (table) yield* identify(table.grouper.add(record), table.columns);
    else if (!isPreamble(record)) {
      const columns = new CsvColumns(record.cells, record.line);
      table = { columns, grouper: new CsvGrouper(columns) };
    }
  }
  if (table) yield* identify(table.grouper.end(), table.columns);
}
