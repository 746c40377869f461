import { digestKey } from "../../keys/external-id.js";
import { KeyIndex, KeyState } from "../../keys/key-index.js";
import { phrase } from "../../messages/phrase.js";
import type { RowProblem } from "../rows/interview-row.js";
import { getGroupKey } from "./group-key.js";
import type { RecordGroup } from "./group-records.js";
import { createRecordProblem } from "./record-problem.js";
import type { TableColumns } from "./schema/table-columns.js";

/** Interviews whose rows are not adjacent, with the lines of their first and last groups. */
export class SplitInterviews {
  readonly #index = new KeyIndex();

  get size(): number {
    return this.#index.size;
  }

  add(key: string, firstLine: number, lastLine: number): void {
    // In place of a digest, the content is the other line.
    const entry = { state: KeyState.Seen, content: lastLine, firstTryAtSeconds: 0, line: firstLine };
    this.#index.set(digestKey(key), entry);
  }

  /** The problem of a group that is not all of its interview; none if it is. */
  check(group: RecordGroup, columns: TableColumns): RowProblem[] {
    const [head] = group.records;
    const lines = head && this.size > 0 ? this.#index.get(digestKey(getGroupKey(group, columns))) : undefined;
    if (!head || !lines) return [];
    const received = phrase("otherRows", { line: head.line === lines.line ? lines.content : lines.line });
    return [createRecordProblem(head, { expected: phrase("adjacentRows"), received })];
  }
}
