import type { InterviewInput, InterviewRow, Rejection } from "./interview-row.js";
import { jsonRow } from "./json-row.js";
import { jsonTexts } from "./json-texts.js";
import { formatRejectedJson } from "./rejected-json.js";

/** The interviews of a JSONL file or a JSON array. */
export class JsonInput implements InterviewInput {
  readonly rejectedHeader = "";
  readonly warnings: string[];
  readonly #text: AsyncIterable<Buffer>;

  constructor(text: AsyncIterable<Buffer>, warnings: string[]) {
    this.#text = text;
    this.warnings = warnings;
  }

  formatRejected(row: InterviewRow, rejection: Rejection): string {
    return formatRejectedJson(row, rejection);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<InterviewRow> {
    for await (const text of jsonTexts(this.#text)) yield jsonRow(text);
  }
}
