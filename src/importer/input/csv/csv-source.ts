import { type Phrase, phrase } from "../../messages/phrase.js";
import type { HeaderShape } from "../table/schema/header-shape.js";
import type { TableRecord } from "../table/table-record.js";
import type { RejectedWriter, TableSource } from "../table/table-source.js";
import type { CsvRecord } from "./csv-record.js";
import { CsvSplitter, precedesHeader } from "./csv-splitter.js";
import { RejectedCsvWriter } from "./rejected-csv.js";

/** How a CSV's text is opened. */
export interface CsvText {
  open(): AsyncIterable<Buffer>;
  rereadableBytes(): Promise<number | undefined>;
}

/** The records of a CSV. */
export class CsvSource implements TableSource {
  readonly rejectedFormat = "csv";
  readonly #text: CsvText;
  readonly #warnings: Phrase[];
  #separator = ",";
  #isCut = false;

  /** @param warnings the list that warnings of the input as a whole are added to */
  constructor(text: CsvText, warnings: Phrase[]) {
    this.#text = text;
    this.#warnings = warnings;
  }

  rereadableBytes(): Promise<number | undefined> {
    return this.#text.rereadableBytes();
  }

  async *records(): AsyncGenerator<TableRecord> {
    const splitter = new CsvSplitter();
    let isPreamble = true;
    const isHeader = (record: CsvRecord) => {
      if (precedesHeader(record)) return false;
      this.#noteSeparator(splitter.separator);
      return true;
    };
    for await (const chunk of this.#text.open()) {
      for (const record of splitter.push(chunk.toString())) {
        isPreamble &&= !isHeader(record);
        if (!isPreamble) yield record;
      }
    }
    for (const record of splitter.end()) {
      isPreamble &&= !isHeader(record);
      if (!isPreamble) yield record;
    }
    if (splitter.endsWithinLine) this.#noteCut();
  }

  createRejectedWriter(header: TableRecord, shape: HeaderShape): RejectedWriter {
    return new RejectedCsvWriter(header, shape, this.#separator);
  }

  /** A file that is read twice is warned of once. */
  #noteCut(): void {
    if (!this.#isCut) this.#warnings.push(phrase("endsWithinLine"));
    this.#isCut = true;
  }

  #noteSeparator(separator: string): void {
    if (separator === this.#separator) return;
    this.#separator = separator;
    this.#warnings.push(phrase("separator", { separator: nameSeparator(separator) }));
  }
}

function nameSeparator(separator: string): Phrase {
  switch (separator) {
    case "\t":
      return phrase("tabs");
    case ";":
      return phrase("semicolons");
    case "|":
      return phrase("bars");
    default:
      return phrase("quoted", { text: separator });
  }
}
