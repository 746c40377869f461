import { type InterviewInput, type InterviewRow, NO_INTERVIEWS, type Rejection } from "./interview-row.js";
import { jsonRow } from "./json-row.js";
import { jsonTexts } from "./json-texts.js";
import { formatRejectedJson } from "./rejected-json.js";

/** The interviews of a JSONL file or a JSON array. */
export class JsonInput implements InterviewInput {
  readonly rejectedFormat = "jsonl";
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
    let empty = true;
    for await (const text of jsonTexts(this.#text)) {
      empty = false;
      yield jsonRow(text);
    }
    if (empty) this.warnings.push(NO_INTERVIEWS);
  }
}
