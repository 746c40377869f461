import { InputError } from "../input-error.js";
import {
  type InterviewInput,
  type InterviewRow,
  NO_INTERVIEWS,
  type Rejection,
} from "../rows/interview-row.js";
import type { TimeZone } from "../rows/time-zone.js";
import { RecordGrouper } from "./group-records.js";
import { TableColumns } from "./schema/table-columns.js";
import type { TableSchema } from "./schema/table-schema.js";
import { findSplitInterviews, SplitInterviews } from "./split-interviews.js";
import type { TableRecord } from "./table-record.js";
import { tableRow } from "./table-row.js";
import type { RejectedWriter, TableSource } from "./table-source.js";

const READ_ONCE =
  "This input can be read only once, so rows of an interview that are not adjacent are found after the first of them have been sent. Import a file instead, or sort the rows by external_id.";

/** How a table is understood. */
export interface TableOptions {
  readonly schema: TableSchema;
  readonly zone: TimeZone | undefined;
  /** The list that warnings of the input as a whole are added to. */
  readonly warnings: string[];
}

/** The interviews of a table. */
export class TableInput implements InterviewInput {
  readonly rejectedFormat = "csv";
  readonly warnings: string[];
  readonly #source: TableSource;
  readonly #schema: TableSchema;
  readonly #zone: TimeZone | undefined;
  #rejectedWriter: RejectedWriter | undefined;

  constructor(source: TableSource, { schema, zone, warnings }: TableOptions) {
    this.#source = source;
    this.#schema = schema;
    this.#zone = zone;
    this.warnings = warnings;
  }

  get rejectedHeader(): string {
    return this.#writer().header;
  }

  formatRejected(row: InterviewRow, rejection: Rejection): string {
    return this.#writer().formatRow(row, rejection);
  }

  get timeZone(): string | undefined {
    return this.#zone?.name;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<InterviewRow> {
    const split = await this.#findSplitInterviews();
    let table: { readonly columns: TableColumns; readonly grouper: RecordGrouper } | undefined;
    let rows = 0;
    for await (const record of this.#source.records()) {
      if (!table) {
        const columns = this.#readHeader(record);
        table = { columns, grouper: new RecordGrouper(columns) };
        continue;
      }
      const { columns, grouper } = table;
      if (columns.isHeader(record.cells)) {
        this.warnings.push(`The header is repeated (${record.locate().text}); ignored.`);
        continue;
      }
      const group = grouper.add(record);
      if (!group) continue;
      rows++;
      yield tableRow(group, split.check(group, columns), columns, this.#zone);
    }
    const last = table?.grouper.end();
    if (table && last) yield tableRow(last, split.check(last, table.columns), table.columns, this.#zone);
    else if (rows === 0) this.warnings.push(NO_INTERVIEWS);
  }

  async #findSplitInterviews(): Promise<SplitInterviews> {
    const sizeBytes = await this.#source.rereadableBytes();
    if (sizeBytes !== undefined) return findSplitInterviews(this.#source, this.#schema, sizeBytes);
    this.warnings.push(READ_ONCE);
    return new SplitInterviews();
  }

  #readHeader(header: TableRecord): TableColumns {
    const place = header.locate().text;
    if (header.fault)
      throw new InputError(
        `The header (${place}) cannot be read: expected ${header.fault.expected}, received ${header.fault.received}.`,
      );
    const columns = new TableColumns(header.cells, place, this.#schema);
    this.#rejectedWriter = this.#source.createRejectedWriter(header, columns);
    if (columns.unknown.length > 0)
      this.warnings.push(
        `Unknown columns are ignored: ${columns.unknown.map(({ name }) => name).join(", ")}.`,
      );
    return columns;
  }

  #writer(): RejectedWriter {
    if (!this.#rejectedWriter) throw new Error("The header is known once the first row has been read.");
    return this.#rejectedWriter;
  }
}
