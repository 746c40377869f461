import { InputError } from "../input-error.js";
import {
  type InterviewInput,
  type InterviewRow,
  NO_INTERVIEWS,
  type Rejection,
} from "../rows/interview-row.js";
import { jsonRow } from "./json-row.js";
import type { RawJson } from "./json-scanner.js";
import { formatRejectedJson } from "./rejected-json.js";
import { splitJson } from "./split-json.js";

/** A first line that breaks off where a JSON text goes on: every other line would be refused as well. */
function refuseSpread({ text, line }: RawJson): void {
  if (/^\s*\{(\s*"\w+"\s*:\s*[[{])?\s*$/.test(text))
    throw new InputError(
      `Line ${line} begins a JSON text that goes on below it. Put each interview on a line of its own, or all in one array: [ … ].`,
    );
}

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
    for await (const text of splitJson(this.#text)) {
      if (empty) refuseSpread(text);
      empty = false;
      yield jsonRow(text);
    }
    if (empty) this.warnings.push(NO_INTERVIEWS);
  }
}
