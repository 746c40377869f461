import { type Phrase, phrase } from "../../messages/phrase.js";
import { InputError } from "../input-error.js";
import { IdChecker } from "../rows/check-ids.js";
import type { InterviewInput, InterviewRow, RejectionNote } from "../rows/interview-row.js";
import type { TimeZone } from "../rows/time-zone.js";
import { readJsonRow } from "./json-row.js";
import type { RawJson } from "./json-scanner.js";
import { formatRejectedJson } from "./rejected-json.js";
import { splitJson } from "./split-json.js";

/** How JSON is understood. */
export interface JsonOptions {
  readonly zone: TimeZone | undefined;
  /** The keys that lead to the list of interviews. */
  readonly items: readonly string[];
  /** The list that warnings of the input as a whole are added to. */
  readonly warnings: Phrase[];
}

/** The interviews of a JSONL file or a JSON array. */
export class JsonInput implements InterviewInput {
  readonly rejectedFormat = "jsonl";
  readonly rejectedHeader = "";
  readonly warnings: Phrase[];
  readonly #text: AsyncIterable<Buffer>;
  readonly #zone: TimeZone | undefined;
  readonly #items: readonly string[];

  constructor(text: AsyncIterable<Buffer>, { zone, items, warnings }: JsonOptions) {
    this.#text = text;
    this.#zone = zone;
    this.#items = items;
    this.warnings = warnings;
  }

  get timeZone(): string | undefined {
    return this.#zone?.name;
  }

  formatRejected(row: InterviewRow, note: RejectionNote): string {
    return formatRejectedJson(row, note);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<InterviewRow> {
    const context = { ids: new IdChecker(), zone: this.#zone };
    let isEmpty = true;
    for await (const text of splitJson(this.#text, this.#items)) {
      if (isEmpty && this.#items.length === 0) assertOneLine(text);
      isEmpty = false;
      yield readJsonRow(text, context);
    }
    if (isEmpty) throw new InputError(phrase("noInterviews"));
  }
}

/** A first line that only begins a JSON text: every other line would be invalid too. */
function assertOneLine({ text, line }: RawJson): void {
  const [, list] = /^\s*\{(?:\s*"(\w{1,64})"\s*:\s*[[{])?\s*$/.exec(text.slice(0, 1000)) ?? [undefined, ""];
  if (list === "") return;
  throw new InputError(
    list === undefined ? phrase("multilineJson", { line }) : phrase("multilineJsonList", { line, list }),
  );
}
