import { type Phrase, phrase } from "../../../messages/phrase.js";
import type { FieldPlace, RowProblem } from "../../rows/interview-row.js";
import { readTimes, type TimeField } from "../../rows/interview-times.js";
import { createRowProblem, describeText } from "../../rows/row-problem.js";
import type { TimeZone } from "../../rows/time-zone.js";
import type { EnumCells } from "../schema/enum-cells.js";
import type { TableColumns } from "../schema/table-columns.js";
import {
  type ColumnName,
  type InterviewColumn,
  isIdColumn,
  listColumns,
  type TableSchema,
} from "../schema/table-schema.js";
import type { TableRecord } from "../table-record.js";

/** Reads an interview's cells, and collects what is wrong with them. */
export class TableCells {
  readonly problems: RowProblem[] = [];
  readonly #cellsWithProblems = new Set<string>();
  readonly warnings: RowProblem[] = [];
  readonly #columns: TableColumns;
  readonly #zone: TimeZone | undefined;

  constructor(columns: TableColumns, zone: TimeZone | undefined) {
    this.#columns = columns;
    this.#zone = zone;
  }

  get schema(): TableSchema {
    return this.#columns.schema;
  }

  /** The cell's text, unchanged; undefined if it is blank. */
  text({ cells }: TableRecord, column: ColumnName): string | undefined {
    return this.#columns.text(cells, column) || undefined;
  }

  /** The cell's text without the blanks around it; undefined if it is blank. */
  trimmed({ cells }: TableRecord, column: ColumnName): string | undefined {
    return this.#columns.trimmed(cells, column) || undefined;
  }

  /** The options of a dimension, if they are separated already. */
  options(record: TableRecord): readonly string[] | undefined {
    return record.options?.get(this.#columns.indexOf("dimension_value") ?? -1);
  }

  enumValue<Value extends number>(
    record: TableRecord,
    column: ColumnName,
    values: EnumCells<Value>,
  ): Value | undefined {
    const cell = this.trimmed(record, column);
    const value = cell === undefined ? undefined : values.find(cell);
    if (cell !== undefined && value === undefined)
      this.addProblem(record, column, phrase("oneOf", { choices: values.list }), describeText(cell));
    return value;
  }

  /** The interview's times, from the records that have them. */
  times(records: Readonly<Record<TimeField, TableRecord>>): Record<TimeField, number | undefined> {
    const text = (column: TimeField) => this.trimmed(records[column], column);
    const times = readTimes(text("begin_time"), text("end_time"), this.#zone);
    for (const { field, expected, received } of times.assumptions)
      this.addWarning(records[field], field, expected, received);
    const milliseconds = (column: TimeField) => {
      const time = times[column];
      if (time && time.ms === undefined)
        this.addProblem(records[column], column, time.expected, time.received);
      return time?.ms;
    };
    return { begin_time: milliseconds("begin_time"), end_time: milliseconds("end_time") };
  }

  /**
   * The record that has the interview's cell: all must have the same. Rows with the same id may leave the other cells
   * blank.
   */
  sharedCell(records: readonly TableRecord[], column: InterviewColumn): TableRecord | undefined {
    const source = records.find((record) => this.trimmed(record, column) !== undefined);
    if (!source) return records[0];
    const cell = this.trimmed(source, column);
    for (const record of records) {
      const other = this.trimmed(record, column);
      const isLeftBlank = other === undefined && (column !== "external_id" || this.#isUnidentified(record));
      if (other === cell || isLeftBlank) continue;
      const expected = phrase("sameInEachRow", { text: describeText(cell ?? ""), line: source.line });
      this.addProblem(record, column, expected, describeText(other ?? ""));
    }
    return source;
  }

  /** Rejects rows that do not name their interview: that it is the one above is a guess. */
  rejectUnidentifiedRows(records: readonly TableRecord[]): void {
    for (const record of records) {
      if (!this.#isUnidentified(record)) continue;
      this.addProblem(record, "external_application_id", phrase("cellsInEachRow"), phrase("nothing"));
    }
  }

  /** Adds the cells that the input itself has no readable value for. */
  addFaults(records: readonly TableRecord[]): void {
    for (const record of records) {
      if (!record.cellFaults) continue;
      for (const { name } of listColumns(this.schema)) {
        const index = this.#columns.indexOf(name);
        const fault = index === undefined ? undefined : record.cellFaults.get(index);
        if (!fault || (fault.onlyInIds && !isIdColumn(name))) continue;
        this.addProblem(record, name, fault.expected, fault.received);
      }
    }
  }

  /** Adds a problem, unless the cell has one. */
  addProblem(record: TableRecord, column: ColumnName, expected: Phrase, received: Phrase): void {
    const problem = this.problemAt(record, column, expected, received);
    if (this.hasProblem(problem)) return;
    this.#cellsWithProblems.add(identifyCell(problem));
    this.problems.push(problem);
  }

  /** Whether the problem's cell has one. */
  hasProblem(problem: RowProblem): boolean {
    return this.#cellsWithProblems.has(identifyCell(problem));
  }

  addWarning(record: TableRecord, column: ColumnName, expected: Phrase, received: Phrase): void {
    this.warnings.push(this.problemAt(record, column, expected, received));
  }

  problemAt(record: TableRecord, name: ColumnName, wanted: Phrase, received: Phrase): RowProblem {
    const index = this.#columns.indexOf(name);
    const isExplained = index !== undefined && name !== "external_application_id";
    const expected = (isExplained && record.explain?.(index, wanted)) || wanted;
    const { place, ...field } = this.locate(record, name);
    return createRowProblem({ ...field, expected, received }, place);
  }

  /** The place of a cell, in the person's own table. */
  locate(record: TableRecord, name: ColumnName): FieldPlace {
    const located = record.locate(this.#columns.indexOf(name));
    const { text: place, column, field = this.#columns.getOwnName(name), sheet, cell } = located;
    return { line: record.line, column, sheet, cell, field, place };
  }

  #isUnidentified(record: TableRecord): boolean {
    return this.schema.interview.every(({ name }) => this.trimmed(record, name) === undefined);
  }
}

function identifyCell({ line, field }: RowProblem): string {
  return `${line} ${field}`;
}
