import type { InterviewRow, RowProblem } from "../input/rows/interview-row.js";
import { createRowProblem } from "../input/rows/row-problem.js";
import { phrase } from "../messages/phrase.js";
import { type ContentDigest, digestContent, NO_CONTENT } from "./content-digest.js";
import { estimateInterviewCount } from "./estimate-interview-count.js";
import { digestKey } from "./external-id.js";
import { KeyIndex, KeyState } from "./key-index.js";

/** Finds `external_id`s that are used for different interviews of one input. */
export class DuplicateIds {
  readonly #index: KeyIndex;

  constructor(inputBytes: number) {
    this.#index = new KeyIndex(estimateInterviewCount(inputBytes));
  }

  /** Returns what is wrong with the row's key; undefined if nothing is, or if it has none. */
  check(row: InterviewRow): RowProblem | undefined {
    if (row.externalId === undefined) return undefined;
    const content = row.body ? digestContent(row.body) : NO_CONTENT;
    const firstLine = this.firstLineOf(row.externalId, content, row.line);
    if (firstLine === undefined) return undefined;
    const received = phrase("idOfOtherLine", { line: firstLine });
    return createRowProblem({ line: row.line, field: "external_id", expected: phrase("ownId"), received });
  }

  /** Notes a key. Returns the line on which it first came, if that was with other content. */
  firstLineOf(externalId: string, content: ContentDigest, line: number): number | undefined {
    const key = digestKey(externalId);
    const before = this.#index.get(key);
    if (!before) {
      this.#index.set(key, { state: KeyState.Seen, content, firstTryAtSeconds: 0, line });
      return undefined;
    }
    return before.content === content ? undefined : before.line;
  }
}
