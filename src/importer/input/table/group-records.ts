import { MAX_ROW_BYTES } from "../bytes/row-buffer.js";
import type { CsvRecord } from "../csv/csv-records.js";
import type { RowProblem } from "../rows/interview-row.js";
import { rowProblem } from "../rows/row-problem.js";
import type { Scattered } from "./split-interviews.js";
import { type CsvColumns, INTERVIEW_COLUMNS, UNCLEAR_FIELD } from "./table-columns.js";

/** The records of one interview. */
export interface CsvGroup {
  readonly records: readonly CsvRecord[];
  /** What keeps them from being one interview. */
  readonly problems: readonly RowProblem[];
}

/**
 * Puts records that stand together and belong to one interview together. A record that cannot be read may belong to
 * the interview before it or after it: neither is sent without it.
 */
export class CsvGrouper {
  readonly #columns: CsvColumns;
  readonly #scattered: Scattered;
  #records: CsvRecord[] = [];
  #problems: RowProblem[] = [];
  #bytes = 0;
  /** The cells that the next record's are compared with. */
  #cells: readonly string[] | undefined;
  /** The record that could not be read, if the last one could not. */
  #unread: CsvRecord | undefined;

  constructor(columns: CsvColumns, scattered: Scattered = new Map()) {
    this.#columns = columns;
    this.#scattered = scattered;
  }

  /** Adds a record; returns the group before it, if that is complete now. */
  add(record: CsvRecord): CsvGroup | undefined {
    if (!record.fault && record.cells.every((cell) => cell.trim() === "")) return undefined;
    const fault = this.#faultOf(record);
    const identified = !fault || this.#tellsId(record);
    const joins = this.#records.length > 0 && (!identified || this.#belongs(record.cells));
    const complete = joins ? undefined : this.end();
    if (!joins && this.#unread) this.#problems.push(doubtful(record, this.#unread));
    if (fault) this.#problems.push(fault);
    if (identified) this.#cells = record.cells;
    this.#unread = identified ? undefined : record;
    this.#keep(record);
    return complete;
  }

  /** The last group, if there is one. */
  end(): CsvGroup | undefined {
    const group = { records: this.#records, problems: [...this.#problems, ...this.#scatter()] };
    this.#records = [];
    this.#problems = [];
    this.#bytes = 0;
    this.#cells = undefined;
    return group.records.length > 0 ? group : undefined;
  }

  /** Whether other rows of the interview stand elsewhere. */
  #scatter(): RowProblem[] {
    const [head] = this.#records;
    const lines = head && this.#scattered.get(identityOf(this.#records, this.#columns));
    if (!head || !lines) return [];
    const otherLine = head.line === lines.firstLine ? lines.lastLine : lines.firstLine;
    const expected = "all rows of an interview one below the other (sort the file by its external_id)";
    const received = `others of it, with another content, on line ${otherLine}`;
    return [rowProblem({ line: head.line, field: "", expected, received })];
  }

  #keep(record: CsvRecord): void {
    const fitted = this.#bytes <= MAX_ROW_BYTES;
    this.#bytes += record.bytes;
    if (this.#bytes <= MAX_ROW_BYTES) this.#records.push(record);
    else if (fitted) this.#problems.push(tooLong(record));
  }

  #belongs(cells: readonly string[]): boolean {
    const before = this.#cells;
    if (!before) return false;
    const [made, madeBefore] = [this.#columns.assignedId(cells), this.#columns.assignedId(before)];
    if (made !== "" && madeBefore !== "") return made === madeBefore;
    const id = this.#columns.word(cells, "external_id");
    const idBefore = this.#columns.word(before, "external_id");
    if (id !== "" && idBefore !== "") return id === idBefore;
    const rest = INTERVIEW_COLUMNS.filter((column) => column !== "external_id");
    const same = rest.every(
      (column) => this.#columns.word(cells, column) === this.#columns.word(before, column),
    );
    return same || INTERVIEW_COLUMNS.every((column) => this.#columns.word(cells, column) === "");
  }

  #faultOf({ fault, cells, line }: CsvRecord): RowProblem | undefined {
    if (fault) return rowProblem({ line, field: "", ...fault });
    if (!this.#columns.fits(cells)) {
      const expected = `${this.#columns.count} cells, as many as the header has`;
      return unclear({ line, expected, received: `${cells.length}` });
    }
    if (this.#columns.isUnclear(cells)) {
      const expected = "its cells put under their columns, and its rejected_field cleared then";
      return unclear({ line, expected, received: "the row as it was refused" });
    }
    if (!cells.some((cell) => this.#holdsRow(cell))) return undefined;
    const expected = "a quote at the end of each quoted cell";
    const received = "a cell that holds what looks like other rows";
    return rowProblem({ line, field: "", expected, received });
  }

  /** Whether one of a cell's own lines looks like a record: as many cells, and an id where it belongs. */
  #holdsRow(cell: string): boolean {
    if (!cell.includes("\n")) return false;
    return cell.split("\n").some((text) => {
      const cells = text.split(",");
      const id = this.#columns.word(cells, "external_application_id");
      return cells.length === this.#columns.count && /^\d{10,}$/.test(id);
    });
  }

  /** A comma too few or too many shifts the cells behind it, but not the first one. */
  #tellsId({ fault, cells }: CsvRecord): boolean {
    return (
      !fault && this.#columns.place("external_id") === 1 && this.#columns.word(cells, "external_id") !== ""
    );
  }
}

/** What tells an interview from the others: its id, or where it has none the cells that it shares with no other. */
export function identityOf(records: readonly CsvRecord[], columns: CsvColumns): string {
  const withId = records.find(({ cells }) => columns.word(cells, "external_id") !== "");
  if (withId) return columns.word(withId.cells, "external_id");
  const cells = records[0]?.cells ?? [];
  const made = columns.assignedId(cells);
  if (made !== "") return made;
  return JSON.stringify(INTERVIEW_COLUMNS.map((column) => columns.word(cells, column)));
}

/** It is unclear which of the record's cells belongs to which column. */
function unclear(problem: Pick<RowProblem, "line" | "expected" | "received">): RowProblem {
  return { ...rowProblem({ ...problem, field: "" }), field: UNCLEAR_FIELD };
}

function doubtful({ line }: CsvRecord, unread: CsvRecord): RowProblem {
  const received = `line ${unread.line} before it, which cannot be read and may belong to this interview`;
  return rowProblem({ line, field: "", expected: "all rows of the interview", received });
}

function tooLong({ line }: CsvRecord): RowProblem {
  return rowProblem({
    line,
    field: "",
    expected: `at most ${MAX_ROW_BYTES} bytes`,
    received: "more, with this row",
  });
}
