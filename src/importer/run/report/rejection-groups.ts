import type { Rejection, RowProblem } from "../../input/rows/interview-row.js";
import { Phrase, phrase } from "../../messages/phrase.js";
import { describeErrorCode } from "../describe-failure.js";

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
    const summary = code === undefined ? generalize(problem?.expected ?? reason) : describeErrorCode(code);
    const place = problem?.field || field;
    const group = this.#findOrAdd({
      reason: problem && code === undefined ? phrase("expected", { expected: summary }) : summary,
      field: place,
      code,
      id: JSON.stringify([describeKind(summary), normalizeField(place)]),
    });
    group.count++;
    if (group.first.length < MAX_FIRST) group.first.push({ line, row: problem && findRow(problem), key });
  }

  /** The most frequent first. */
  list(): RejectionGroup[] {
    return [...this.#groups.values()].sort((a, b) => b.count - a.count);
  }

  #findOrAdd({ id, ...kind }: NewGroup): MutableGroup {
    const existing = this.#groups.get(id);
    if (existing) return existing;
    if (id !== OTHERS.id && this.#groups.size >= MAX_GROUPS) return this.#findOrAdd(OTHERS);
    const group = { ...kind, count: 0, first: [] };
    this.#groups.set(id, group);
    return group;
  }
}

interface NewGroup extends Pick<RejectionGroup, "reason" | "field" | "code"> {
  readonly id: string;
}

/** All that are beyond the bound. */
const OTHERS: NewGroup = { id: "", reason: phrase("otherReasons"), field: undefined, code: undefined };

/** What holds for every row instead of what names one row, or a cell's text. */
const GENERAL: ReadonlyMap<string, Phrase> = new Map([
  ["sameInEachRow", phrase("sameInAllRows")],
  ["idOnOtherLine", phrase("idOnAnotherLine")],
]);

function generalize(reason: Phrase): Phrase {
  return GENERAL.get(reason.key) ?? reason;
}

/** What equal reasons have in common: their messages, and the text if it is another program's. */
function describeKind(reason: Phrase): string {
  if (reason.key === "text" || "code" in reason.params) return String(reason);
  const nested = Object.values(reason.params).filter((value) => value instanceof Phrase);
  return [reason.key, ...nested.map(describeKind)].join(" ");
}

/** The numbers of a pointer are places in a list; those of a column are its name. */
export function normalizeField(field: string | undefined): string | undefined {
  return field?.startsWith("/") ? field.replaceAll(/\/\d+/g, "/N") : field;
}
