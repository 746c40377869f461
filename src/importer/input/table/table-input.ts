import { type CsvRecord, csvRecords, isPreamble } from "../csv/csv-records.js";
import { formatRejectedCsv, rejectedCsvHeader } from "../csv/rejected-csv.js";
import { InputError } from "../input-error.js";
import {
  type InterviewInput,
  type InterviewRow,
  NO_INTERVIEWS,
  type Rejection,
} from "../rows/interview-row.js";
import type { TimeZone } from "../rows/time-zone.js";
import { CsvGrouper } from "./group-records.js";
import type { Scattered } from "./split-interviews.js";
import { CsvColumns } from "./table-columns.js";
import { csvRow } from "./table-row.js";

/** A CSV's interviews. */
export class CsvInput implements InterviewInput {
  readonly rejectedFormat = "csv";
  readonly warnings: string[];
  readonly #text: AsyncIterable<Buffer>;
  readonly #zone: TimeZone | undefined;
  readonly #findScattered: () => Promise<Scattered>;
  #table: { readonly header: CsvRecord; readonly columns: CsvColumns } | undefined;

  /** @param findScattered finds the interviews whose rows do not stand together, as far as that can be known before */
  constructor(
    text: AsyncIterable<Buffer>,
    zone: TimeZone | undefined,
    warnings: string[],
    findScattered: () => Promise<Scattered>,
  ) {
    this.#text = text;
    this.#zone = zone;
    this.warnings = warnings;
    this.#findScattered = findScattered;
  }

  get rejectedHeader(): string {
    const { header, columns } = this.#known();
    return rejectedCsvHeader(header, columns);
  }

  formatRejected(row: InterviewRow, rejection: Rejection): string {
    return formatRejectedCsv(row, rejection, this.#known().columns);
  }

  get timeZone(): string | undefined {
    return this.#zone?.name;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<InterviewRow> {
    let grouper: CsvGrouper | undefined;
    let columns: CsvColumns | undefined;
    const scattered = await this.#findScattered();
    for await (const record of csvRecords(this.#text)) {
      if (!grouper || !columns) {
        if (isPreamble(record)) continue;
        columns = this.#readHeader(record);
        grouper = new CsvGrouper(columns, scattered);
        continue;
      }
      if (columns.isHeader(record.cells)) {
        this.warnings.push(`Line ${record.line} names the columns once more, and is passed over.`);
        continue;
      }
      const group = grouper.add(record);
      if (group) yield csvRow(group, columns, this.#zone);
    }
    const last = grouper?.end();
    if (columns && last) yield csvRow(last, columns, this.#zone);
    else this.warnings.push(NO_INTERVIEWS);
  }

  #readHeader(header: CsvRecord): CsvColumns {
    if (header.fault)
      throw new InputError(
        `Line ${header.line}: the first row must name the columns, but it has ${header.fault.received}.`,
      );
    const columns = new CsvColumns(header.cells, header.line);
    this.#table = { header, columns };
    if (columns.unknown.length > 0)
      this.warnings.push(`Columns that are not known are passed over: ${columns.unknown.join(", ")}.`);
    return columns;
  }

  #known(): { readonly header: CsvRecord; readonly columns: CsvColumns } {
    if (!this.#table) throw new Error("The header is known once the first row has come.");
    return this.#table;
  }
}
