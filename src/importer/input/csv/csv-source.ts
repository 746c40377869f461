import type { TableColumns } from "../table/schema/table-columns.js";
import { isBlank } from "../table/schema/table-columns.js";
import type { TableRecord } from "../table/table-record.js";
import type { RejectedWriter, TableSource } from "../table/table-source.js";
import { csvRecords } from "./csv-records.js";
import { RejectedCsvWriter } from "./rejected-csv.js";

/** How a CSV's text is opened. */
export interface CsvText {
  open(): AsyncIterable<Buffer>;
  rereadableBytes(): Promise<number | undefined>;
}

/** The records of a CSV. */
export class CsvSource implements TableSource {
  readonly #text: CsvText;

  constructor(text: CsvText) {
    this.#text = text;
  }

  rereadableBytes(): Promise<number | undefined> {
    return this.#text.rereadableBytes();
  }

  async *records(): AsyncGenerator<TableRecord> {
    let isPreamble = true;
    for await (const record of csvRecords(this.#text.open())) {
      isPreamble &&= precedesHeader(record);
      if (!isPreamble) yield record;
    }
  }

  createRejectedWriter(header: TableRecord, columns: TableColumns): RejectedWriter {
    return new RejectedCsvWriter(header, columns);
  }
}

/** Blank records, and the `sep=,` that some programs write for Excel, come before the header. */
function precedesHeader({ cells, fault }: TableRecord): boolean {
  return !fault && (isBlank(cells) || /^sep=/i.test(cells[0] ?? ""));
}
