import type { CsvRecord } from "../csv/csv-records.js";
import type { RowProblem } from "../rows/interview-row.js";
import { quoteOrDescribe, rowProblem } from "../rows/row-problem.js";
import { readTime } from "../rows/time-cell.js";
import type { TimeZone } from "../rows/time-zone.js";
import type { Choices } from "./enum-cells.js";
import { type CsvColumn, type CsvColumns, INTERVIEW_COLUMNS } from "./table-columns.js";

/** Reads an interview's cells, and gathers what is wrong with them. */
export class CsvCells {
  readonly problems: RowProblem[] = [];
  readonly warnings: RowProblem[] = [];
  readonly #columns: CsvColumns;
  readonly #zone: TimeZone | undefined;

  constructor(columns: CsvColumns, zone: TimeZone | undefined) {
    this.#columns = columns;
    this.#zone = zone;
  }

  /** The cell's text, unchanged; undefined if it is blank. */
  text({ cells }: CsvRecord, column: CsvColumn): string | undefined {
    return this.#columns.text(cells, column) || undefined;
  }

  /** The cell's text without the blanks around it; undefined if there is none. */
  word({ cells }: CsvRecord, column: CsvColumn): string | undefined {
    return this.#columns.word(cells, column) || undefined;
  }

  choice<Value extends number>(
    record: CsvRecord,
    column: CsvColumn,
    choices: Choices<Value>,
  ): Value | undefined {
    const cell = this.word(record, column);
    const value = cell === undefined ? undefined : choices.find(cell);
    if (cell !== undefined && value === undefined)
      this.refuse(record, column, `one of ${choices.list}`, quoteOrDescribe(cell));
    return value;
  }

  time(record: CsvRecord, column: CsvColumn): number | undefined {
    const cell = this.word(record, column);
    if (cell === undefined) return undefined;
    const time = readTime(cell, this.#zone);
    if (time.ms === undefined) {
      this.refuse(record, column, time.expected, time.received);
    } else if (time.ambiguous) {
      const expected = "a time that comes once (the earlier one is taken)";
      this.warn(record, column, expected, `${cell}, over which clocks were put back`);
    }
    return time.ms;
  }

  /**
   * The record that has the interview's cell: all must have the same. Where the ids are the same, later ones may leave
   * the other cells blank.
   */
  shared(records: readonly CsvRecord[], column: (typeof INTERVIEW_COLUMNS)[number]): CsvRecord | undefined {
    const source = records.find((record) => this.word(record, column) !== undefined);
    if (!source) return records[0];
    const cell = this.word(source, column);
    for (const record of records) {
      const other = this.word(record, column);
      const left = other === undefined && (column !== "external_id" || this.#allBlank(record));
      if (other === cell || left) continue;
      const expected = `${quoteOrDescribe(cell ?? "")} as in line ${source.line}, in each row of the interview`;
      this.refuse(record, column, expected, quoteOrDescribe(other ?? ""));
    }
    return source;
  }

  /** Refuses rows that do not tell their interview: that it is the one above is a guess. */
  refuseAnonymous(records: readonly CsvRecord[]): void {
    for (const record of records)
      if (this.#allBlank(record))
        this.refuse(
          record,
          "external_application_id",
          "the interview's cells in each of its rows",
          "nothing",
        );
  }

  refuse(record: CsvRecord, column: CsvColumn, expected: string, received: string): void {
    this.problems.push(this.at(record, column, expected, received));
  }

  warn(record: CsvRecord, column: CsvColumn, expected: string, received: string): void {
    this.warnings.push(this.at(record, column, expected, received));
  }

  /** A problem in a cell. */
  at({ line }: CsvRecord, field: CsvColumn, expected: string, received: string): RowProblem {
    const column = this.#columns.place(field);
    return rowProblem({ line, field, expected, received, ...(column === undefined ? {} : { column }) });
  }

  #allBlank(record: CsvRecord): boolean {
    return INTERVIEW_COLUMNS.every((column) => this.word(record, column) === undefined);
  }
}
