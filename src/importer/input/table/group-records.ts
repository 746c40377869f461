import { phrase } from "../../messages/phrase.js";
import { MAX_ROW_BYTES } from "../bytes/row-buffer.js";
import { mayBeDamagedId } from "../rows/check-ids.js";
import type { RowProblem } from "../rows/interview-row.js";
import { readTime } from "../rows/time-cell.js";
import { TimeZone } from "../rows/time-zone.js";
import { createRecordProblem, createWidthFault } from "./record-problem.js";
import { MISALIGNED_FIELD } from "./schema/rejected-columns.js";
import { isBlank, type TableColumns } from "./schema/table-columns.js";
import type { InterviewColumn } from "./schema/table-schema.js";
import type { RecordFault, TableRecord } from "./table-record.js";

/** Whether a text is a time does not depend on the zone. */
const ANY_ZONE = new TimeZone("+00:00");

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
  /** The record that the next one is compared with. */
  #before: TableRecord | undefined;
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
    const joins = this.#records.length > 0 && (!identified || this.#continuesGroup(record));
    const complete = joins ? undefined : this.end();
    if (!joins && this.#unreadable) this.#problems.push(uncertainGroup(record, this.#unreadable));
    if (problem) this.#problems.push(problem);
    if (identified) this.#before = record;
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
    this.#before = undefined;
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

  #continuesGroup(record: TableRecord): boolean {
    const before = this.#before;
    if (!before) return false;
    const columns = this.#columns;
    const { cells } = record;
    const [assigned, assignedBefore] = [columns.assignedId(cells), columns.assignedId(before.cells)];
    if (assigned !== "" && assignedBefore !== "") return assigned === assignedBefore;
    const id = columns.trimmed(cells, "external_id");
    const idBefore = columns.trimmed(before.cells, "external_id");
    if (id !== "" && idBefore !== "") return id === idBefore;
    const { interview } = columns.schema;
    const isSame = interview.every(
      ({ name }) => name === "external_id" || this.#mayBeSame(name, record, before),
    );
    return isSame || interview.every(({ name }) => columns.trimmed(cells, name) === "");
  }

  /**
   * A typo beside a value makes no other interview of the same application, nor does an id that a spreadsheet has
   * damaged: sent without its row, this one would lack it. An id that is missing or misspelt may be any other's.
   */
  #mayBeSame(name: InterviewColumn, record: TableRecord, before: TableRecord): boolean {
    const [text, textBefore] = [record, before].map(({ cells }) => this.#columns.trimmed(cells, name));
    if (text === textBefore) return true;
    if (text === undefined || textBefore === undefined || text === "" || textBefore === "") return false;
    if (name === "external_application_id")
      return mayBeDamagedId(text, textBefore) || mayBeDamagedId(textBefore, text);
    return this.#isReadable(name, record) !== this.#isReadable(name, before);
  }

  #isReadable(name: InterviewColumn, { cells, cellFaults }: TableRecord): boolean {
    const { schema } = this.#columns;
    const fault = cellFaults?.get(this.#columns.indexOf(name) ?? -1);
    if (fault && !fault.onlyInIds) return false;
    const text = this.#columns.trimmed(cells, name);
    if (name === "participate_status") return schema.participateStatuses.find(text) !== undefined;
    return readTime(text, ANY_ZONE).ms !== undefined;
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
