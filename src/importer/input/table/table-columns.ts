import { InputError } from "../input-error.js";

/** What an interview's cells say; the same in each of its rows. */
export const INTERVIEW_COLUMNS = [
  "external_id",
  "external_application_id",
  "participate_status",
  "begin_time",
  "end_time",
] as const;
/** What an interviewer's cells say. */
export const ASSESSMENT_COLUMNS = ["username", "conclusion", "comment"] as const;
/** One dimension a row. */
export const DIMENSION_COLUMNS = [
  "dimension_title",
  "dimension_description",
  "dimension_type",
  "dimension_value",
] as const;

export type InterviewColumn = (typeof INTERVIEW_COLUMNS)[number];
export type CsvColumn =
  | InterviewColumn
  | (typeof ASSESSMENT_COLUMNS)[number]
  | (typeof DIMENSION_COLUMNS)[number];

/** All of them, in the order of the template. */
export const COLUMNS: readonly CsvColumn[] = [
  ...INTERVIEW_COLUMNS,
  ...ASSESSMENT_COLUMNS,
  ...DIMENSION_COLUMNS,
];

/**
 * What a file of rejected rows has on top; of them only the key is read that was made for a row
 * without `external_id`, so that it keeps that one when it is mended. The reason comes last: it is never blank, and
 * a spreadsheet leaves out blank cells at a row's end.
 */
export const REJECTED_COLUMNS = [
  "rejected_code",
  "rejected_log_id",
  "rejected_external_id",
  "rejected_field",
  "rejected_reason",
] as const;

type RejectedColumn = (typeof REJECTED_COLUMNS)[number];

/** The field of a problem by which it is unclear which cell belongs to which column. */
export const UNCLEAR_FIELD = "(cells)";
/** What stands in `rejected_field` as long as that is so. */
export const UNCLEAR_MARK = "clear this cell when the others are right (改好后请清空此格)";

/** Where each column stands in a CSV, by its header. */
export class CsvColumns {
  readonly count: number;
  /** How many columns there are without those of a file of rejected rows. */
  readonly ownCount: number;
  /** Named in the header, but not known. */
  readonly unknown: readonly string[];
  /** Whether the last columns are those of a file of rejected rows. */
  readonly endWithRejected: boolean;
  readonly #names: readonly string[];
  readonly #indexes = new Map<string, number>();

  /** @throws InputError if the header cannot be that of an interviews' CSV. */
  constructor(header: readonly string[], line: number) {
    const names = header.map(nameOf);
    this.#names = names;
    this.count = names.length;
    // A spreadsheet makes all rows as wide as the widest.
    const named = names.slice(0, names.findLastIndex((name) => name !== "") + 1);
    this.endWithRejected = REJECTED_COLUMNS.every(
      (name, index) => named.at(index - REJECTED_COLUMNS.length) === name,
    );
    this.ownCount = this.endWithRejected ? named.length - REJECTED_COLUMNS.length : this.count;
    this.unknown = header.filter((_, index) => index < this.ownCount && isUnknown(names[index] ?? ""));
    for (const [index, name] of names.entries()) {
      if (isColumn(name) && this.#indexes.has(name))
        throw new InputError(`Line ${line}: the column ${name} stands twice.`);
      this.#indexes.set(name, index);
    }
    this.#refuseMisspelt(header, line);
    if (!this.#indexes.has("external_application_id")) throw noHeader(header, line);
  }

  /** Without a column that only looks like a known one, interviews would be made that lack what it holds. */
  #refuseMisspelt(header: readonly string[], line: number): void {
    for (const [index, name] of this.#names.entries()) {
      const meant =
        index < this.ownCount && isUnknown(name) && COLUMNS.find((column) => loose(column) === loose(name));
      if (meant && !this.#indexes.has(meant))
        throw new InputError(
          `Line ${line}: the column ${JSON.stringify(header[index])} is not known, but ${meant} is. Call it so, or otherwise if it is another.`,
        );
    }
  }

  /** Whether a record names the columns once more, as where two files were put together. */
  isHeader(cells: readonly string[]): boolean {
    return cells.length === this.count && cells.every((cell, index) => nameOf(cell) === this.#names[index]);
  }

  /**
   * Whether a record has the cells that the header promises. A spreadsheet leaves out blank ones at a row's end. That
   * is believed where all of a dimension's are missing, or of a rejection's the last ones: where a comma is missing
   * somewhere, the record is shorter by one.
   */
  fits(cells: readonly string[]): boolean {
    const { length } = cells;
    if (length === this.count) return true;
    if (length > this.count) return false;
    // In another's place, a reason would be told by its blanks.
    if (length >= this.ownCount) return cells.slice(this.ownCount).every((cell) => !/\S\s+\S/.test(cell));
    const places = DIMENSION_COLUMNS.map((column) => this.#indexes.get(column));
    return places.every((index) => index !== undefined && index >= length);
  }

  /** The key that was made for a record of a file of rejected rows; empty if none was. */
  assignedId(cells: readonly string[]): string {
    return this.endWithRejected ? this.word(cells, "rejected_external_id") : "";
  }

  /** Whether a record still stands as it was refused, unclear which cell belongs to which column. */
  isUnclear(cells: readonly string[]): boolean {
    // Behind a cell too many, not even that stands under its column.
    return this.endWithRejected && cells.slice(this.ownCount).some((cell) => cell.trim() === UNCLEAR_MARK);
  }

  /** The 1-based place of a column; undefined if the CSV does not have it. */
  place(column: CsvColumn): number | undefined {
    const index = this.#indexes.get(column);
    return index === undefined ? undefined : index + 1;
  }

  /** The text of a cell, unchanged; empty if it is blank, or if the CSV does not have the column. */
  text(cells: readonly string[], column: CsvColumn | RejectedColumn): string {
    const index = this.#indexes.get(column);
    const text = unmarked(index === undefined ? "" : (cells[index] ?? ""));
    return text.trim() === "" ? "" : text;
  }

  /** The text of a cell without the blanks around it. */
  word(cells: readonly string[], column: CsvColumn | RejectedColumn): string {
    return this.text(cells, column).trim();
  }
}

/** Without the mark `="6960…"`, by which a program keeps a spreadsheet from counting with a cell. */
function unmarked(cell: string): string {
  return cell.startsWith('="') ? cell.replace(/^="([^"]*)"$/, "$1") : cell;
}

function nameOf(cell: string): string {
  return cell.trim().toLowerCase();
}

/** A name as it may be misspelt: by width, blanks and marks between its words, or a plural. */
function loose(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\s_.-]/g, "")
    .replace(/s$/, "");
}

function isColumn(name: string): name is CsvColumn {
  return COLUMNS.some((column) => column === name);
}

function isUnknown(name: string): boolean {
  return name !== "" && !isColumn(name);
}

function noHeader(header: readonly string[], line: number): InputError {
  const [only = "", ...more] = header;
  const separated = more.length === 0 && /[;\t，；]/.test(only) ? " Separate the cells by commas." : "";
  const names = COLUMNS.join(", ");
  return new InputError(
    `Line ${line}: the first row must name the columns, external_application_id among them (${names}).${separated}`,
  );
}
