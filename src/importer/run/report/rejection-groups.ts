import type { Rejection, RowProblem } from "../../input/rows/interview-row.js";
import { type Phrase, phrase } from "../../messages/phrase.js";

/** Rejections for one reason. */
export interface RejectionGroup {
  /** Without what was found, which may be about people. */
  readonly reason: Phrase;
  readonly field: string | undefined;
  /** Feishu's error code. */
  readonly code: number | undefined;
  readonly count: number;
  /** The first of them. */
  readonly first: readonly RejectedPlace[];
}

/** Where a rejected interview is. */
export interface RejectedPlace {
  readonly line: number;
  /** The row that a spreadsheet shows, if it is not the line: a cell above has several lines. */
  readonly row?: number | undefined;
  readonly key: string | undefined;
}

const MAX_GROUPS = 100;
const MAX_FIRST = 5;

interface MutableGroup extends RejectionGroup {
  count: number;
  readonly first: RejectedPlace[];
}

/** The row that a spreadsheet shows a problem's row as; undefined if that is its line. */
export function findRow({ line, place }: RowProblem): number | undefined {
  const { row } = place.params;
  return typeof row === "number" && row !== line ? row : undefined;
}

/** Sums up rejections by their reason, within bounds. */
export class RejectionGroups {
  readonly #groups = new Map<string, MutableGroup>();

  add({ code, field, problems, reason }: Rejection, line: number, key: string | undefined): void {
    const [problem] = problems ?? [];
    const expected = problem && phrase("expected", { expected: problem.expected });
    const summary = code === undefined ? (expected ?? reason) : phrase("feishuCode", { code });
    const place = problem?.field || field;
    const id = JSON.stringify([String(summary), place]);
    const known = this.#groups.get(id) ?? (this.#groups.size < MAX_GROUPS ? undefined : this.#others());
    const group = known ?? { reason: summary, field: place, code, count: 0, first: [] };
    if (!known) this.#groups.set(id, group);
    group.count++;
    if (group.first.length < MAX_FIRST) group.first.push({ line, row: problem && findRow(problem), key });
  }

  /** The most frequent first. */
  list(): RejectionGroup[] {
    return [...this.#groups.values()].sort((a, b) => b.count - a.count);
  }

  #others(): MutableGroup {
    const others = this.#groups.get("") ?? {
      ...{ reason: phrase("otherReasons"), field: undefined, code: undefined, count: 0, first: [] },
    };
    this.#groups.set("", others);
    return others;
  }
}
