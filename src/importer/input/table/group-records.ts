import { phrase } from "../../messages/phrase.js";
import { MAX_ROW_BYTES } from "../bytes/row-buffer.js";
import type { RowProblem } from "../rows/interview-row.js";
import { createRecordProblem, createWidthFault } from "./record-problem.js";
import { MISALIGNED_FIELD } from "./schema/rejected-columns.js";
import { isBlank, type TableColumns } from "./schema/table-columns.js";
import type { RecordFault, TableRecord } from "./table-record.js";

/** The records of one interview. */
export interface RecordGroup {
  readonly records: readonly TableRecord[];
  /** Those of them that are known to be of the interview. */
  readonly identified: readonly TableRecord[];
  /** What keeps them from being one interview. */
  readonly problems: readonly RowProblem[];
}

/**
 * Groups adjacent records by interview. A record that cannot be read may belong to the interview before or after it:
 * neither is sent without it.
 */
export class RecordGrouper {
  readonly #columns: TableColumns;
  #records: TableRecord[] = [];
  #identified: TableRecord[] = [];
  #problems: RowProblem[] = [];
  #bytes = 0;
  /** The cells that the next record's are compared with. */
  #cells: readonly string[] | undefined;
  /** The last record, if it could not be read. */
  #unreadable: TableRecord | undefined;

  constructor(columns: TableColumns) {
    this.#columns = columns;
  }

  /** Adds a record; returns the group before it, if that is complete now. */
  add(record: TableRecord): RecordGroup | undefined {
    if (!record.fault && !record.cellFaults && isBlank(record.cells)) return undefined;
    const problem = this.#check(record);
    const identified = !problem || this.#hasReliableId(record);
    const joins = this.#records.length > 0 && (!identified || this.#continuesGroup(record.cells));
    const complete = joins ? undefined : this.end();
    if (!joins && this.#unreadable) this.#problems.push(uncertainGroup(record, this.#unreadable));
    if (problem) this.#problems.push(problem);
    if (identified) this.#cells = record.cells;
    this.#unreadable = identified ? undefined : record;
    this.#append(record, identified);
    return complete;
  }

  /** The last group, if there is one. */
  end(): RecordGroup | undefined {
    const group = { records: this.#records, identified: this.#identified, problems: this.#problems };
    this.#records = [];
    this.#identified = [];
    this.#problems = [];
    this.#bytes = 0;
    this.#cells = undefined;
    return group.records.length > 0 ? group : undefined;
  }

  #append(record: TableRecord, isIdentified: boolean): void {
    const fitted = this.#bytes <= MAX_ROW_BYTES;
    this.#bytes += record.heldBytes ?? record.bytes;
    if (this.#bytes <= MAX_ROW_BYTES) {
      this.#records.push(record);
      if (isIdentified) this.#identified.push(record);
    } else if (fitted) {
      const expected = phrase("maxInterviewBytes", { bytes: MAX_ROW_BYTES });
      this.#problems.push(createRecordProblem(record, { expected, received: phrase("moreWithRow") }));
    }
  }

  #continuesGroup(cells: readonly string[]): boolean {
    const before = this.#cells;
    if (!before) return false;
    const columns = this.#columns;
    const [assigned, assignedBefore] = [columns.assignedId(cells), columns.assignedId(before)];
    if (assigned !== "" && assignedBefore !== "") return assigned === assignedBefore;
    const id = columns.trimmed(cells, "external_id");
    const idBefore = columns.trimmed(before, "external_id");
    if (id !== "" && idBefore !== "") return id === idBefore;
    const { interview } = columns.schema;
    const isSame = interview.every(
      ({ name }) => name === "external_id" || columns.trimmed(cells, name) === columns.trimmed(before, name),
    );
    return isSame || interview.every(({ name }) => columns.trimmed(cells, name) === "");
  }

  #check(record: TableRecord): RowProblem | undefined {
    const fault = record.fault ?? this.#findMisalignment(record);
    if (!fault) return undefined;
    const problem = createRecordProblem(record, fault);
    return fault.isMisaligned ? { ...problem, field: MISALIGNED_FIELD } : problem;
  }

  /** Why it is unclear which of the record's cells belongs to which column. */
  #findMisalignment(record: TableRecord): RecordFault | undefined {
    if (!this.#columns.hasExpectedWidth(record)) return createWidthFault(record, this.#columns.count);
    if (!this.#columns.isMisaligned(record.cells)) return undefined;
    return { expected: phrase("movedCells"), received: phrase("asRejected"), isMisaligned: true };
  }

  /** A missing or additional comma shifts the cells after it, but not the first one. */
  #hasReliableId({ fault, cells }: TableRecord): boolean {
    const index = this.#columns.indexOf("external_id");
    if (index === undefined || this.#columns.trimmed(cells, "external_id") === "") return false;
    return fault !== undefined || index === 0;
  }
}

function uncertainGroup(record: TableRecord, unreadable: TableRecord): RowProblem {
  const received = phrase("unreadableBefore", { place: unreadable.locate().text });
  return createRecordProblem(record, { expected: phrase("allRows"), received });
}
