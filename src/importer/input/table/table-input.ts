import { InputError } from "../input-error.js";
import { IdChecker } from "../rows/check-ids.js";
import { escapeText } from "../rows/escape-text.js";
import {
  type InterviewInput,
  type InterviewRow,
  NO_INTERVIEWS,
  type Rejection,
  type UnknownColumn,
} from "../rows/interview-row.js";
import type { TimeZone } from "../rows/time-zone.js";
import { RecordGrouper } from "./group-records.js";
import { TableColumns } from "./schema/table-columns.js";
import type { TableSchema } from "./schema/table-schema.js";
import { SplitInterviews } from "./split-interviews.js";
import { surveyTable, type TableSurvey } from "./survey-table.js";
import type { TableRecord } from "./table-record.js";
import { type TableContext, tableRow } from "./table-row.js";
import type { RejectedWriter, TableSource } from "./table-source.js";

const READ_ONCE =
  "This input can be read only once, so rows of an interview that are not adjacent are found after the first of them have been sent. Import a file instead, or sort the rows by external_id.";

/** The first of a choice is Passed in some systems, and Failed in Feishu. */
function warnOfBareConclusions({ conclusions }: TableSchema): string {
  return `All conclusions of this file are bare numbers. They are read as ${conclusions.list}; other systems often number theirs in another order. Check some of them, or write the words instead.`;
}

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
  #unknownColumns: readonly UnknownColumn[] = [];

  constructor(source: TableSource, { schema, zone, warnings }: TableOptions) {
    this.#source = source;
    this.#schema = schema;
    this.#zone = zone;
    this.warnings = warnings;
  }

  get unknownColumns(): readonly UnknownColumn[] {
    return this.#unknownColumns;
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
    const survey = await this.#survey();
    const split = survey?.split ?? new SplitInterviews();
    let grouper: RecordGrouper | undefined;
    let context: TableContext | undefined;
    let isEmpty = true;
    for await (const record of this.#source.records()) {
      if (!grouper || !context) {
        const columns = this.#readHeader(record, survey);
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

  async #survey(): Promise<TableSurvey | undefined> {
    const sizeBytes = await this.#source.rereadableBytes();
    if (sizeBytes !== undefined) return surveyTable(this.#source, this.#schema, sizeBytes);
    this.warnings.push(READ_ONCE);
    return undefined;
  }

  #readHeader(header: TableRecord, survey: TableSurvey | undefined): TableColumns {
    const place = header.locate().text;
    if (header.fault) {
      const { expected, received } = header.fault;
      throw new InputError(
        `The header (${place}) cannot be read: expected ${expected}, received ${received}.`,
      );
    }
    const columns = new TableColumns(header.cells, place, this.#schema);
    this.#rejectedWriter = this.#source.createRejectedWriter(header, columns);
    this.#unknownColumns = columns.unknown.map(({ name, index, meant }) => ({
      name,
      meant,
      hasValues: survey?.filledColumns.has(index) ?? true,
    }));
    if (columns.unknown.length > 0) this.warnings.push(describeUnknown(this.#unknownColumns));
    if (survey?.hasBareConclusions) this.warnings.push(warnOfBareConclusions(this.#schema));
    return columns;
  }

  #writer(): RejectedWriter {
    if (!this.#rejectedWriter) throw new Error("The header is known once the first row has been read.");
    return this.#rejectedWriter;
  }
}

const MAX_LISTED = 10;

function describeUnknown(columns: readonly UnknownColumn[]): string {
  const listed = columns.slice(0, MAX_LISTED).map(({ name, meant, hasValues }) => {
    const notes = [...(meant === undefined ? [] : [`${meant}?`]), ...(hasValues ? [] : ["blank"])];
    return `${escapeText(name)}${notes.length > 0 ? ` (${notes.join(", ")})` : ""}`;
  });
  const others = columns.length > MAX_LISTED ? ` and ${columns.length - MAX_LISTED} more` : "";
  const isWide = columns.filter(({ meant, hasValues }) => hasValues && meant === undefined).length > 1;
  const remedy = isWide
    ? " If they are criteria with a rating in each, name them in a mapping, or give each rating a row of its own with dimension_title, dimension_type and dimension_value."
    : "";
  return `Unknown columns are ignored: ${listed.join(", ")}${others}.${remedy}`;
}
