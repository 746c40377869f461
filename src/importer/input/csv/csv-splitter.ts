import { phrase } from "../../messages/phrase.js";
import { MAX_ROW_BYTES } from "../bytes/row-buffer.js";
import { isBlank } from "../table/schema/table-columns.js";
import type { Fault } from "../table/table-record.js";
import { CsvRecord } from "./csv-record.js";
import { type ScannedRecord, scanLine, scanRecord } from "./scan-record.js";
import { detectSeparator } from "./separator.js";

const TOO_LONG: Fault = {
  expected: phrase("maxBytes", { bytes: MAX_ROW_BYTES }),
  received: phrase("longRecord"),
};
const LINE_ENDS = /\r\n|\n|\r/;
/** What is kept of a line that is too long to be held. */
const BEGINNING_CHARACTERS = 200;
const SWALLOWED_ROWS: Fault = {
  expected: phrase("closingQuote"),
  received: phrase("swallowedRows"),
};

/** Splits a CSV's text into records. After a broken quote, it resumes on the next line. */
export class CsvSplitter {
  #separator: string | undefined;
  #text = "";
  #isLast = false;
  #endsWithinLine = false;
  #line = 1;
  #row = 1;
  /** The number of cells of the header. */
  #width = 0;
  /** The text is not scanned again before it is this long. */
  #enough = 0;
  /** The beginning of the line that is being skipped. */
  #overlong: string | undefined;

  /** What separates cells, once the first record has been read. */
  get separator(): string {
    return this.#separator ?? ",";
  }

  /** The records that are complete with this piece of the text. */
  push(text: string): Generator<CsvRecord> {
    this.#text += text;
    return this.#scan();
  }

  /** Whether the text ends within a line; known once `end` has been called. */
  get endsWithinLine(): boolean {
    return this.#endsWithinLine;
  }

  /** The last records. */
  end(): Generator<CsvRecord> {
    this.#isLast = true;
    this.#endsWithinLine = this.#text !== "" && !/[\r\n]$/.test(this.#text);
    this.#enough = 0;
    return this.#scan();
  }

  *#scan(): Generator<CsvRecord> {
    if (this.#text.length < this.#enough) return;
    this.#separator ??= detectSeparator(this.#text, this.#isLast);
    if (this.#separator === undefined) {
      this.#enough = this.#text.length * 2;
      return;
    }
    let start = 0;
    while (start < this.#text.length) {
      const scanned = this.#overlong === undefined ? this.#scanAt(start) : this.#skipOverlong(start);
      if (!scanned) break;
      yield this.#toRecord(start, scanned);
      start = scanned.next;
    }
    this.#text = this.#overlong === undefined ? this.#text.slice(start) : "";
    // A cell may be long: scanned again after each chunk, it would take quadratic time.
    this.#enough = this.#text.length * 2;
  }

  #scanAt(start: number): ScannedRecord | undefined {
    const scanned = scanRecord(
      this.#text,
      start,
      { separator: this.separator, width: this.#width },
      this.#isLast,
    );
    if ((scanned?.next ?? this.#text.length) - start > MAX_ROW_BYTES) {
      const line = scanLine(this.#text, start, TOO_LONG, this.#isLast);
      if (line && line.next - start <= MAX_ROW_BYTES) return line;
      this.#overlong = this.#text.slice(start, start + BEGINNING_CHARACTERS);
      return this.#skipOverlong(start);
    }
    if (!scanned?.isMultiline || !this.#hasSwallowedRows(scanned)) return scanned;
    const whole = scanned.cells.slice(
      0,
      scanned.cells.findIndex((cell) => LINE_ENDS.test(cell)),
    );
    // With as many cells as the header has, the quotes may be right, and the rows a part of a comment.
    if (scanned.cells.length === this.#width) return { ...scanned, cells: whole, fault: SWALLOWED_ROWS };
    return scanLine(this.#text, start, SWALLOWED_ROWS, this.#isLast, whole);
  }

  /** The rest of a line that is too long to be held. */
  #skipOverlong(start: number): ScannedRecord | undefined {
    return scanLine(this.#text, start, TOO_LONG, this.#isLast);
  }

  /** Whether a line within a cell looks like a record: as many cells as the header has, and an id among them. */
  #hasSwallowedRows({ cells }: ScannedRecord): boolean {
    return cells.some((cell) => {
      if (!LINE_ENDS.test(cell)) return false;
      return cell.split(LINE_ENDS).some((line) => {
        const parts = line.split(this.separator);
        return parts.length === this.#width && parts.some((part) => /^\d{10,20}\s*$/.test(part));
      });
    });
  }

  #toRecord(start: number, { cells, end, next, isMultiline, fault }: ScannedRecord): CsvRecord {
    const raw = this.#overlong ?? this.#text.slice(start, end);
    this.#overlong = undefined;
    const record = new CsvRecord(raw, { line: this.#line, row: this.#row }, cells, fault);
    if (this.#width === 0 && !precedesHeader(record)) this.#width = cells.length;
    this.#line += isMultiline ? countLines(this.#text.slice(start, next)) : 1;
    this.#row++;
    return record;
  }
}

/** Blank records, and the `sep=,` that some programs write for Excel, come before the header. */
export function precedesHeader({ cells, fault }: CsvRecord): boolean {
  return !fault && (isBlank(cells) || /^\uFEFF?sep=/i.test(cells[0] ?? ""));
}

function countLines(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/\r\n|\n|\r/g)) count++;
  return Math.max(1, count);
}
