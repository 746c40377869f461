import { InputError } from "./input-error.js";

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

/** What a file of rejected rows has on top; the reader passes over them. */
export const REJECTED_COLUMNS = [
  "rejected_reason",
  "rejected_field",
  "rejected_code",
  "rejected_log_id",
] as const;

/** Where each column stands in a CSV, by its header. */
export class CsvColumns {
  readonly count: number;
  /** Named in the header, but not known. */
  readonly unknown: readonly string[];
  /** Whether the last columns are those of a file of rejected rows. */
  readonly endWithRejected: boolean;
  readonly #indexes = new Map<string, number>();

  /** @throws InputError if the header cannot be that of an interviews' CSV. */
  constructor(header: readonly string[], line: number) {
    const names = header.map((name) => name.trim().toLowerCase());
    this.count = names.length;
    this.unknown = header.filter((_, index) => isUnknown(names[index] ?? ""));
    this.endWithRejected = REJECTED_COLUMNS.every(
      (name, index) => names.at(index - REJECTED_COLUMNS.length) === name,
    );
    for (const [index, name] of names.entries()) {
      if (isColumn(name) && this.#indexes.has(name))
        throw new InputError(`Line ${line}: the column ${name} stands twice.`);
      this.#indexes.set(name, index);
    }
    if (!this.#indexes.has("external_application_id")) throw noHeader(header, line);
  }

  /** The 1-based place of a column; undefined if the CSV does not have it. */
  place(column: CsvColumn): number | undefined {
    const index = this.#indexes.get(column);
    return index === undefined ? undefined : index + 1;
  }

  /** The text of a cell, unchanged; empty if it is blank, or if the CSV does not have the column. */
  text(cells: readonly string[], column: CsvColumn): string {
    const index = this.#indexes.get(column);
    const text = index === undefined ? "" : (cells[index] ?? "");
    return text.trim() === "" ? "" : text;
  }

  /** The text of a cell without the blanks around it. */
  word(cells: readonly string[], column: CsvColumn): string {
    return this.text(cells, column).trim();
  }
}

function isColumn(name: string): name is CsvColumn {
  return COLUMNS.some((column) => column === name);
}

function isUnknown(name: string): boolean {
  return name !== "" && !isColumn(name) && !REJECTED_COLUMNS.some((column) => column === name);
}

function noHeader(header: readonly string[], line: number): InputError {
  const [only = "", ...more] = header;
  const separated = more.length === 0 && /[;\t]/.test(only) ? " Separate the cells by commas." : "";
  const names = COLUMNS.join(", ");
  return new InputError(
    `Line ${line}: the first row must name the columns, external_application_id among them (${names}).${separated}`,
  );
}
