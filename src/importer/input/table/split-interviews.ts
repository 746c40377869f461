import { textDigest } from "../../keys/content-digest.js";
import { DuplicateIds } from "../../keys/duplicate-ids.js";
import { InputError } from "../input-error.js";
import type { RowProblem } from "../rows/interview-row.js";
import { groupKey } from "./group-key.js";
import { type RecordGroup, RecordGrouper } from "./group-records.js";
import { recordProblem } from "./record-problem.js";
import { TableColumns } from "./schema/table-columns.js";
import type { TableSchema } from "./schema/table-schema.js";
import type { TableSource } from "./table-source.js";

/** Interviews whose rows are not adjacent, with the lines of their first and last groups. */
export class SplitInterviews {
  readonly #lines = new Map<string, { readonly firstLine: number; readonly lastLine: number }>();

  add(key: string, firstLine: number, lastLine: number): void {
    this.#lines.set(key, { firstLine, lastLine });
  }

  /** The problem of a group that is not all of its interview; none if it is. */
  check({ records }: RecordGroup, columns: TableColumns): RowProblem[] {
    const [head] = records;
    const lines = head && this.#lines.size > 0 && this.#lines.get(groupKey(records, columns));
    if (!head || !lines) return [];
    const otherLine = head.line === lines.firstLine ? lines.lastLine : lines.firstLine;
    const expected = "all rows of an interview to be adjacent (sort the file by external_id)";
    const received = `others of it, with other content, on line ${otherLine}`;
    return [recordProblem(head, { expected, received })];
  }
}

/**
 * Reads a table through for interviews whose rows are not adjacent. Sent as they come, the first rows would create an
 * interview that lacks the others, and that nothing could complete. Identical rows that are repeated do not count.
 */
export async function findSplitInterviews(
  source: TableSource,
  schema: TableSchema,
  sizeBytes: number,
): Promise<SplitInterviews> {
  const split = new SplitInterviews();
  const seen = new DuplicateIds(sizeBytes);
  try {
    for await (const { key, line, rows } of readGroups(source, schema)) {
      const firstLine = seen.firstLineOf(key, textDigest(JSON.stringify(rows)), line);
      if (firstLine !== undefined) split.add(key, firstLine, line);
    }
  } catch (error) {
    // What cannot be read is reported once the rows before it have been.
    if (!(error instanceof InputError)) throw error;
  }
  return split;
}

interface KeyedGroup {
  readonly key: string;
  readonly line: number;
  readonly rows: readonly (readonly string[])[];
}

async function* readGroups(source: TableSource, schema: TableSchema): AsyncGenerator<KeyedGroup> {
  let table: { readonly columns: TableColumns; readonly grouper: RecordGrouper } | undefined;
  for await (const record of source.records()) {
    if (!table) {
      const columns = new TableColumns(record.cells, record.locate().text, schema);
      table = { columns, grouper: new RecordGrouper(columns) };
    } else if (!table.columns.isHeader(record.cells)) {
      const group = table.grouper.add(record);
      if (group) yield identify(group, table.columns);
    }
  }
  const last = table?.grouper.end();
  if (table && last) yield identify(last, table.columns);
}

function identify({ records }: RecordGroup, columns: TableColumns): KeyedGroup {
  // The reasons of a file of rejected rows contain line numbers, which are no content.
  const rows = records.map(({ cells }) => cells.slice(0, columns.ownCount));
  return { key: groupKey(records, columns), line: records[0]?.line ?? 1, rows };
}
