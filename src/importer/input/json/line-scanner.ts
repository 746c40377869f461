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
      yield* this.#takeLine();
      this.#line++;
    }
    this.#row.append(chunk.subarray(from));
  }

  end(): Generator<RawJson> {
    return this.#takeLine();
  }

  *#takeLine(): Generator<RawJson> {
    const { text, bytes } = this.#row.take();
    // Concatenated files can have a byte order mark in the middle.
    const trimmed = text.replace(/^\uFEFF|\r$/g, "");
    if (trimmed.trim() !== "") yield { text: trimmed, line: this.#line, column: 1, bytes };
  }
}
