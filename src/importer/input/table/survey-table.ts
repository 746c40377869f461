import { digestTexts } from "../../keys/content-digest.js";
import { DuplicateIds } from "../../keys/duplicate-ids.js";
import { InputError } from "../input-error.js";
import { trimCell } from "./excel-text.js";
import { getGroupKey } from "./group-key.js";
import { type RecordGroup, RecordGrouper } from "./group-records.js";
import { TableColumns } from "./schema/table-columns.js";
import type { ColumnName, TableSchema } from "./schema/table-schema.js";
import { SplitInterviews } from "./split-interviews.js";
import type { TableRecord } from "./table-record.js";
import type { TableSource } from "./table-source.js";

/** A column whose cells are bare numbers throughout. */
export interface BareNumbers {
  readonly column: ColumnName;
  readonly counts: ReadonlyMap<string, number>;
}

/** What is known of a table before its first row is used. */
export interface TableSurvey {
  readonly split: SplitInterviews;
  /** The indexes of unknown columns that have a value somewhere. */
  readonly filledColumns: ReadonlySet<number>;
  /** The columns of a choice whose cells are bare numbers throughout, and how often each number comes. */
  readonly bareNumbers: readonly BareNumbers[];
}

/**
 * Reads a table through. Interviews whose rows are not adjacent are found: sent as they come, the first rows would
 * create an interview that lacks the others, and that nothing could complete. Identical rows that are repeated do not
 * count.
 */
export async function surveyTable(
  source: TableSource,
  schema: TableSchema,
  sizeBytes: number,
): Promise<TableSurvey> {
  const split = new SplitInterviews();
  const seen = new DuplicateIds(sizeBytes);
  let table: Surveyed | undefined;
  const add = (group: RecordGroup | undefined, columns: TableColumns) => {
    if (!group) return;
    const { key, line, content } = identify(group, columns);
    const firstLine = seen.firstLineOf(key, content, line);
    if (firstLine !== undefined) split.add(key, firstLine, line);
  };
  try {
    for await (const record of source.records()) {
      if (!table) {
        table = new Surveyed(new TableColumns(record.cells, record.locate().text, schema));
      } else if (!table.columns.isHeader(record.cells)) {
        table.look(record);
        add(table.grouper.add(record), table.columns);
      }
    }
    if (table) add(table.grouper.end(), table.columns);
  } catch (error) {
    // What cannot be read is reported once the rows before it have been.
    if (!(error instanceof InputError)) throw error;
  }
  const filledColumns = table?.filledColumns ?? new Set();
  return { split, filledColumns, bareNumbers: table?.bareNumbers ?? [] };
}

const CHOICES: readonly ColumnName[] = ["participate_status", "conclusion", "dimension_type"];

/** A table that is being surveyed. */
class Surveyed {
  readonly columns: TableColumns;
  readonly grouper: RecordGrouper;
  readonly filledColumns: Set<number> = new Set();
  /** By column; undefined once a cell has been a word. */
  readonly #numbers = new Map<ColumnName, Map<string, number> | undefined>(
    CHOICES.map((column) => [column, new Map()]),
  );

  constructor(columns: TableColumns) {
    this.columns = columns;
    this.grouper = new RecordGrouper(columns);
  }

  get bareNumbers(): BareNumbers[] {
    return [...this.#numbers].flatMap(([column, counts]) =>
      counts && counts.size > 0 ? [{ column, counts }] : [],
    );
  }

  look({ cells, cellFaults }: TableRecord): void {
    for (const { index } of this.columns.unknown) {
      if (index >= cells.length) break;
      if (this.filledColumns.has(index)) continue;
      if (cellFaults?.has(index) || trimCell(cells[index] ?? "") !== "") this.filledColumns.add(index);
    }
    for (const [column, counts] of this.#numbers) {
      const cell = counts && this.columns.trimmed(cells, column);
      if (!counts || !cell) continue;
      if (/^\d$/.test(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
      else this.#numbers.set(column, undefined);
    }
  }
}

function identify(group: RecordGroup, columns: TableColumns) {
  const { records } = group;
  const content = digestTexts(listContents(records, columns));
  return { key: getGroupKey(group, columns), line: records[0]?.line ?? 1, content };
}

/** The reasons of a file of rejected rows contain line numbers, which are not content. */
function* listContents(records: readonly TableRecord[], columns: TableColumns): Generator<string> {
  for (const record of records)
    yield columns.hasRejectionColumns ? JSON.stringify(listFilled(record, columns.ownCount)) : record.raw;
}

/** A row of a sheet ends with its last cell, others with as many as the header has. */
function listFilled({ cells }: TableRecord, ownCount: number): readonly string[] {
  const own = cells.slice(0, ownCount);
  return own.slice(0, own.findLastIndex((cell) => cell.trim() !== "") + 1);
}
