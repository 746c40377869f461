import { phrase } from "../../messages/phrase.js";
import type { RowProblem } from "../rows/interview-row.js";
import { groupKey } from "./group-key.js";
import type { RecordGroup } from "./group-records.js";
import { recordProblem } from "./record-problem.js";
import type { TableColumns } from "./schema/table-columns.js";

/** Interviews whose rows are not adjacent, with the lines of their first and last groups. */
export class SplitInterviews {
  readonly #lines = new Map<string, { readonly firstLine: number; readonly lastLine: number }>();

  add(key: string, firstLine: number, lastLine: number): void {
    this.#lines.set(key, { firstLine, lastLine });
  }

  /** The problem of a group that is not all of its interview; none if it is. */
  check({ records }: RecordGroup, columns: TableColumns): RowProblem[] {
    const [head] = records;
    const lines = head && this.#lines.size > 0 && this.#lines.get(groupKey(records, columns));
    if (!head || !lines) return [];
    const otherLine = head.line === lines.firstLine ? lines.lastLine : lines.firstLine;
    const received = phrase("otherRows", { line: otherLine });
    return [recordProblem(head, { expected: phrase("adjacentRows"), received })];
  }
}
