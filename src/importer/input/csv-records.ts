import type { CsvError } from "csv-parse";
import { ByteReader } from "./byte-reader.js";
import { CsvParser } from "./csv-parser.js";
import { CARRIAGE_RETURN, countLineEnds, LINE_FEED } from "./newlines.js";
import { MAX_ROW_BYTES, RowBuffer } from "./row-buffer.js";

/** One record of a CSV, or a line that cannot be read as one. */
export interface CsvRecord {
  /** Empty where there is a fault. */
  readonly cells: readonly string[];
  /** Its text without the line end, unchanged. */
  readonly raw: string;
  /** The 1-based line on which it begins. */
  readonly line: number;
  /** Why it cannot be read. */
  readonly fault: Fault | undefined;
}

interface Fault {
  readonly expected: string;
  readonly received: string;
}

/** A CSV's records in order. After broken quotes it goes on at the next line. */
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
      yield { cells, raw: withoutLineEnd(record), line, fault: undefined };
      line += countLineEnds(record);
    }
    if (error) {
      bytes.unread(held);
      yield { cells: [], raw: await readLine(bytes), line, fault: faultOf(error) };
      line++;
      parser = new CsvParser();
      held = Buffer.alloc(0);
      heldFrom = 0;
    } else if (!chunk) {
      return;
    }
  }
}

/** A blank record, or the `sep=,` that some programs write for Excel: the header comes after it. */
export function isPreamble({ cells, fault }: CsvRecord): boolean {
  return !fault && (cells.every((cell) => cell.trim() === "") || /^sep=/i.test(cells[0] ?? ""));
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

function withoutLineEnd(bytes: Buffer): string {
  return bytes.toString().replace(/(\r\n|\n|\r)$/, "");
}

function faultOf(error: CsvError): Fault {
  if (error.code === "CSV_MAX_RECORD_SIZE")
    return {
      expected: `at most ${MAX_ROW_BYTES} bytes`,
      received: "a longer record, or a quote that is never closed",
    };
  const expected = 'quotes only around whole cells, and "" for a quote within them';
  return { expected, received: "a quote out of place, or one that is never closed" };
}
