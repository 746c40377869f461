import type { TableColumns } from "../table/schema/table-columns.js";
import type { TableRecord } from "../table/table-record.js";
import type { RejectedWriter, TableSource } from "../table/table-source.js";
import { CsvRecords, precedesHeader } from "./csv-records.js";
import { RejectedCsvWriter } from "./rejected-csv.js";

/** How a CSV's text is opened. */
export interface CsvText {
  open(): AsyncIterable<Buffer>;
  rereadableBytes(): Promise<number | undefined>;
}

/** The records of a CSV. */
export class CsvSource implements TableSource {
  readonly #text: CsvText;
  readonly #warnings: string[];
  #separator = ",";

  /** @param warnings the list that warnings of the input as a whole are added to */
  constructor(text: CsvText, warnings: string[]) {
    this.#text = text;
    this.#warnings = warnings;
  }

  rereadableBytes(): Promise<number | undefined> {
    return this.#text.rereadableBytes();
  }

  async *records(): AsyncGenerator<TableRecord> {
    const records = new CsvRecords(this.#text.open());
    let isPreamble = true;
    for await (const record of records) {
      if (isPreamble) {
        isPreamble = precedesHeader(record);
        if (isPreamble) continue;
        this.#noteSeparator(records.separator);
      }
      yield record;
    }
  }

  createRejectedWriter(header: TableRecord, columns: TableColumns): RejectedWriter {
    return new RejectedCsvWriter(header, columns, this.#separator);
  }

  #noteSeparator(separator: string): void {
    if (separator === this.#separator) return;
    this.#separator = separator;
    const name = separator === "\t" ? "tabs" : separator;
    this.#warnings.push(`The cells of this file are separated by ${name} instead of commas.`);
  }
}
