import { type Phrase, phrase } from "../../messages/phrase.js";
import { readIgnored } from "../assert-columns-known.js";
import { InputError } from "../input-error.js";
import { IdChecker } from "../rows/check-ids.js";
import { escapeShort } from "../rows/escape-short.js";
import type { InterviewInput, InterviewRow, RejectionNote, UnknownColumn } from "../rows/interview-row.js";
import type { TimeZone } from "../rows/time-zone.js";
import { RecordGrouper } from "./group-records.js";
import { TableColumns, type UnknownHeader } from "./schema/table-columns.js";
import { findEnumCells, type TableSchema } from "./schema/table-schema.js";
import { SplitInterviews } from "./split-interviews.js";
import { type BareNumbers, surveyTable, type TableSurvey } from "./survey-table.js";
import type { TableRecord } from "./table-record.js";
import { readTableRow, type TableContext } from "./table-row.js";
import type { RejectedWriter, TableSource } from "./table-source.js";

/** How a table is understood. */
export interface TableOptions {
  readonly schema: TableSchema;
  readonly zone: TimeZone | undefined;
  /** Identifies the mapping that the table has been read through, if any. */
  readonly mapping?: string | undefined;
  /** Unknown columns that are not warned of. */
  readonly ignoreColumns?: readonly string[] | undefined;
  /** The list that warnings of the input as a whole are added to. */
  readonly warnings: Phrase[];
}

/** The interviews of a table. */
export class TableInput implements InterviewInput {
  readonly mapping: string | undefined;
  readonly warnings: Phrase[];
  readonly #source: TableSource;
  readonly #schema: TableSchema;
  readonly #zone: TimeZone | undefined;
  readonly #ignoreColumns: readonly string[];
  #rejectedWriter: RejectedWriter | undefined;
  #unknownColumns: readonly UnknownColumn[] = [];

  constructor(source: TableSource, options: TableOptions) {
    const { schema, zone, mapping, ignoreColumns = [], warnings } = options;
    this.#source = source;
    this.#schema = schema;
    this.#zone = zone;
    this.#ignoreColumns = ignoreColumns;
    this.mapping = mapping;
    this.warnings = warnings;
  }

  get unknownColumns(): readonly UnknownColumn[] {
    return this.#unknownColumns;
  }

  get rejectedFormat(): TableSource["rejectedFormat"] {
    return this.#source.rejectedFormat;
  }

  get packRejected(): TableSource["packRejected"] {
    return this.#source.packRejected;
  }

  get rejectedHeader(): string {
    return this.#writer().header;
  }

  formatRejected(row: InterviewRow, note: RejectionNote): string {
    return this.#writer().formatRow(row, note);
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
        this.warnings.push(phrase("repeatedHeader", { place: record.locate().text }));
      } else {
        const group = grouper.add(record);
        if (!group) continue;
        isEmpty = false;
        yield readTableRow(group, split.check(group, context.columns), context);
      }
    }
    const last = grouper?.end();
    if (context && last) yield readTableRow(last, split.check(last, context.columns), context);
    else if (isEmpty) throw new InputError(phrase("noInterviews"));
  }

  async #survey(): Promise<TableSurvey | undefined> {
    const sizeBytes = await this.#source.rereadableBytes();
    if (sizeBytes !== undefined) return surveyTable(this.#source, this.#schema, sizeBytes);
    this.warnings.push(phrase("readOnce"));
    return undefined;
  }

  #readHeader(header: TableRecord, survey: TableSurvey | undefined): TableColumns {
    const place = header.locate().text;
    if (header.fault) {
      const { expected, received } = header.fault;
      throw new InputError(phrase("unreadableHeader", { place, expected, received }));
    }
    const columns = new TableColumns(header.cells, place, this.#schema);
    this.#rejectedWriter = this.#source.createRejectedWriter(header, columns);
    const hasValues = ({ index, isNameless }: UnknownHeader) =>
      survey?.filledColumns.has(index) ?? !isNameless;
    this.#unknownColumns = columns.unknown
      .filter((column) => !column.isNameless || hasValues(column))
      .map((column) => ({
        name: column.name,
        number: column.number,
        label: column.label,
        meant: column.meant,
        hasValues: hasValues(column),
      }));
    if (columns.understood.length > 0)
      this.warnings.push(
        phrase("columnsUnderstood", {
          columns: columns.understood.map(({ name, column }) =>
            phrase("columnUnderstood", { name: escapeShort(name), column }),
          ),
        }),
      );
    const names = this.#unknownColumns.map(({ name }) => name);
    const ignored = readIgnored(this.#ignoreColumns, names);
    const unexpected = this.#unknownColumns.filter(({ name }) => !ignored.has(name.trim()));
    if (unexpected.length > 0) this.warnings.push(describeUnknown(unexpected));
    // The first of a choice is Passed in some systems, and Failed in Feishu.
    if (this.mapping === undefined)
      for (const bare of survey?.bareNumbers ?? [])
        this.warnings.push(describeBareNumbers(bare, this.#schema));
    return columns;
  }

  #writer(): RejectedWriter {
    if (!this.#rejectedWriter) throw new Error("The header is known once the first row has been read.");
    return this.#rejectedWriter;
  }
}

/** What each number becomes, and how often it comes. */
function describeBareNumbers({ column, counts }: BareNumbers, schema: TableSchema): Phrase {
  const choices = findEnumCells(schema, column);
  const meanings = [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([number, count]) => {
      const meaning = choices?.describe(number) ?? phrase("noChoice");
      return phrase("bareNumber", { number, meaning, count });
    });
  return phrase("bareNumbers", { column, meanings });
}

const MAX_LISTED = 10;

function describeUnknown(columns: readonly UnknownColumn[]): Phrase {
  const listed = columns.slice(0, MAX_LISTED).map(describeColumn);
  const others = columns.length - listed.length;
  const isWide = columns.filter(({ meant, hasValues }) => hasValues && meant === undefined).length > 1;
  return phrase(isWide ? "unknownRatings" : "unknownColumns", {
    columns: others > 0 ? [...listed, phrase("moreColumns", { count: others })] : listed,
  });
}

function describeColumn({ label: name, meant, hasValues }: UnknownColumn): Phrase {
  if (meant === undefined) return hasValues ? name : phrase("columnBlank", { name });
  return phrase(hasValues ? "columnMeant" : "columnMeantBlank", { name, meant });
}
