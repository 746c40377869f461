import { CsvError, Parser } from "csv-parse";
import { MAX_ROW_BYTES } from "../bytes/row-buffer.js";

/** A record's cells, and the byte, of those written, at which it ends. */
export interface ParsedRecord {
  readonly cells: readonly string[];
  readonly endByte: number;
}

/** csv-parse, one chunk at a time. After an error it is of no more use. */
export class CsvParser {
  #records: ParsedRecord[] = [];
  readonly #parser = new Parser({
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    max_record_size: MAX_ROW_BYTES,
    on_record: (cells: string[], { bytes }) => {
      this.#records.push({ cells, endByte: bytes });
      return null;
    },
  });

  constructor() {
    // Errors are handed back by `write` and `end`.
    this.#parser.on("error", () => undefined);
  }

  /** Parses more bytes; an error is where the record after the last one breaks. */
  write(bytes: Buffer): Promise<CsvError | undefined> {
    return new Promise((resolve, reject) => {
      this.#parser.write(bytes, (error) => settle(error, resolve, reject));
    });
  }

  /** Parses what is left. */
  end(): Promise<CsvError | undefined> {
    return new Promise((resolve, reject) => {
      this.#parser.once("error", (error) => settle(error, resolve, reject));
      this.#parser.end(() => resolve(undefined));
    });
  }

  /** The records found since the last time. */
  take(): ParsedRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }
}

function settle(
  error: Error | null | undefined,
  resolve: (error: CsvError | undefined) => void,
  reject: (error: Error) => void,
): void {
  if (!error) resolve(undefined);
  else if (error instanceof CsvError) resolve(error);
  else reject(error);
}
