import { InputError } from "../input-error.js";
import { IdChecker } from "../rows/check-ids.js";
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
import { type TableContext, tableRow } from "./table-row.js";
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
    let grouper: RecordGrouper | undefined;
    let context: TableContext | undefined;
    let isEmpty = true;
    for await (const record of this.#source.records()) {
      if (!grouper || !context) {
        const columns = this.#readHeader(record);
        context = { columns, zone: this.#zone, ids: new IdChecker() };
        grouper = new RecordGrouper(columns);
      } else if (context.columns.isHeader(record.cells)) {
        this.warnings.push(`The header is repeated (${record.locate().text}); ignored.`);
      } else {
        const group = grouper.add(record);
        if (!group) continue;
        isEmpty = false;
        yield tableRow(group, split.check(group, context.columns), context);
      }
    }
    const last = grouper?.end();
    if (context && last) yield tableRow(last, split.check(last, context.columns), context);
    else if (isEmpty) throw new InputError(NO_INTERVIEWS);
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
