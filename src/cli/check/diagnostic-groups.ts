import { findRow, normalizeField } from "../../importer/index.js";
import { compose, type Formattable } from "../language/translate.js";
import { validateMessages } from "../messages/commands/validate.js";
import { formatLines, type InputLine } from "../output/format-lines.js";
import type { Diagnostic } from "./diagnostic.js";

/** Different problems are few; a file of nothing but different ones must not fill the memory. */
const MAX_GROUPS = 1_000;
const SHOWN_LINES = 10;

interface Group {
  readonly first: Diagnostic;
  readonly lines: InputLine[];
  count: number;
}

/** Puts equal problems together: 20,000 bad cells of a column are one line, with the first places. */
export class DiagnosticGroups {
  readonly #report: (diagnostic: Diagnostic) => void;
  readonly #groups = new Map<string, Group>();

  constructor(report: (diagnostic: Diagnostic) => void) {
    this.#report = report;
  }

  add(diagnostic: Diagnostic): void {
    const key = describeKind(diagnostic);
    const { problem } = diagnostic;
    const group = key === undefined ? undefined : this.#groups.get(key);
    if (group && problem) {
      group.count++;
      if (group.lines.length < SHOWN_LINES) group.lines.push({ line: problem.line, row: findRow(problem) });
    } else if (key === undefined || this.#groups.size >= MAX_GROUPS) {
      this.#report(diagnostic);
    } else {
      this.#groups.set(key, { first: diagnostic, lines: [], count: 0 });
    }
  }

  /** Reports each group, in the order of their first problems. */
  flush(): void {
    for (const { first, lines, count } of this.#groups.values()) {
      const text = count === 0 ? first.text : addPlaces(first, lines, count);
      this.#report({ ...first, text });
    }
    this.#groups.clear();
  }
}

/** What equal problems have in common; undefined for one that is not about a row. */
function describeKind({ level, problem }: Diagnostic): string | undefined {
  if (!problem) return undefined;
  const { field, expected, received } = problem;
  return JSON.stringify([level, normalizeField(field), expected.key, received.key]);
}

function addPlaces({ text, problem }: Diagnostic, lines: readonly InputLine[], count: number): Formattable {
  const places = formatLines(lines, { count, hasRows: problem?.sheet !== undefined });
  return {
    format: (language, style) =>
      compose(validateMessages.more, { text: text.format(language, style), count, places }).format(
        language,
        style,
      ),
  };
}
