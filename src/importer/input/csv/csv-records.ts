import type { CsvError } from "csv-parse";
import { ByteReader } from "../bytes/byte-reader.js";
import { CARRIAGE_RETURN, countLineEnds, LINE_FEED } from "../bytes/newlines.js";
import { MAX_ROW_BYTES, RowBuffer } from "../bytes/row-buffer.js";
import type { Fault } from "../table/table-record.js";
import { CsvParser } from "./csv-parser.js";
import { CsvRecord } from "./csv-record.js";

/** A CSV's records in order. Reading resumes on the line after a broken quote. */
export async function* csvRecords(chunks: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord> {
  const bytes = new ByteReader(chunks);
  let parser = new CsvParser();
  /** The bytes since the last record's end, which is the parser's byte `heldFrom`. */
  let held: Buffer = Buffer.alloc(0);
  let heldFrom = 0;
  let line = 1;
  for (;;) {
    const chunk = await bytes.read();
    if (chunk) held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const error = chunk ? await parser.write(chunk) : await parser.end();
    for (const { cells, endByte } of parser.take()) {
      const record = held.subarray(0, endByte - heldFrom);
      held = held.subarray(record.length);
      heldFrom = endByte;
      yield new CsvRecord(record, line, cells);
      line += countLineEnds(record);
    }
    if (error) {
      bytes.unread(held);
      const text = await readLine(bytes);
      yield new CsvRecord(Buffer.from(text), line, (await parseExcelTexts(text)) ?? describeFault(error));
      line++;
      parser = new CsvParser();
      held = Buffer.alloc(0);
      heldFrom = 0;
    } else if (!chunk) {
      return;
    }
  }
}

/** `="6960…"`, by which a program keeps a spreadsheet from reading a cell as a number, breaks the rules of CSV. */
const EXCEL_TEXT = /(?<=^|,)="([^"]*)"(?=,|$)/g;

/** The cells of a line that has such marks, which stay in them; undefined if it cannot be read nevertheless. */
async function parseExcelTexts(text: string): Promise<readonly string[] | undefined> {
  const quoted = text.replaceAll(EXCEL_TEXT, '"=""$1"""');
  if (quoted === text) return undefined;
  const parser = new CsvParser();
  const error = (await parser.write(Buffer.from(quoted))) ?? (await parser.end());
  const [record, ...more] = parser.take();
  return error || more.length > 0 ? undefined : record?.cells;
}

/** Takes one line, without its end. */
async function readLine(bytes: ByteReader): Promise<string> {
  const line = new RowBuffer();
  for (let chunk = await bytes.read(); chunk; chunk = await bytes.read()) {
    const end = chunk.findIndex((byte) => byte === LINE_FEED || byte === CARRIAGE_RETURN);
    if (end < 0) {
      line.append(chunk);
      continue;
    }
    line.append(chunk.subarray(0, end));
    bytes.unread(chunk.subarray(end + 1));
    const crlf = chunk[end] === CARRIAGE_RETURN && (await bytes.peek(1))[0] === LINE_FEED;
    if (crlf) bytes.skip(1);
    break;
  }
  return line.take().text;
}

function describeFault(error: CsvError): Fault {
  if (error.code === "CSV_MAX_RECORD_SIZE")
    return {
      expected: `at most ${MAX_ROW_BYTES} bytes`,
      received: "a longer record, or a quote that is never closed",
    };
  const expected = 'quotes only around whole cells, and "" for a quote within them';
  return { expected, received: "a misplaced quote, or one that is never closed" };
}
