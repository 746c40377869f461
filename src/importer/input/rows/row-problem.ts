import { escapeText } from "./escape-text.js";
import type { RowProblem } from "./interview-row.js";

/** Something wrong with a body, before its place in the file is known. */
export interface Issue {
  /** A JSON pointer into the body; empty for the body as a whole. */
  readonly pointer: string;
  readonly expected: string;
  readonly received: string;
}

/**
 * A problem with its message.
 *
 * @param place where the row is, if not on a line of text
 */
export function rowProblem(
  problem: Omit<RowProblem, "message">,
  place: string = `line ${problem.line}`,
): RowProblem {
  const { column, field, expected, received } = problem;
  const part = field === "" && column !== undefined ? `character ${column}` : escapeText(field);
  const where = part === "" ? place : `${place}, ${part}`;
  return { ...problem, message: `${where}: expected ${expected}, received ${received}` };
}

/** A problem's message, or several, up to what was found in the input. */
export function withoutActual(message: string): string {
  return message.replace(/, received .*$/s, "");
}

const MAX_QUOTED_CHARACTERS = 32;

/** A text for a message. Only short ones are repeated: a long one is no id and no choice, and may be about people. */
export function describeText(text: string): string {
  if (text === "") return "nothing";
  return text.length <= MAX_QUOTED_CHARACTERS
    ? `"${escapeText(text)}"`
    : `a text of ${text.length} characters`;
}
