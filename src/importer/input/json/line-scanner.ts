import { LINE_FEED } from "../bytes/newlines.js";
import { RowBuffer } from "../bytes/row-buffer.js";
import type { JsonScanner, RawJson } from "./json-scanner.js";

/** JSONL: the lines that are not blank. */
export class LineScanner implements JsonScanner {
  readonly #row = new RowBuffer();
  #line: number;

  constructor(firstLine: number) {
    this.#line = firstLine;
  }

  *push(chunk: Buffer): Generator<RawJson> {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      this.#row.append(chunk.subarray(from, end));
      from = end + 1;
      yield* this.end();
      this.#line++;
    }
    this.#row.append(chunk.subarray(from));
  }

  *end(): Generator<RawJson> {
    const { text, bytes } = this.#row.take();
    // Where two files were joined, there may be a byte order mark within a file.
    const line = text.replace(/^\uFEFF|\r$/g, "");
    if (line.trim() !== "") yield { text: line, line: this.#line, column: 1, bytes };
  }
}
