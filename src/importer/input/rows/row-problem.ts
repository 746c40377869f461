import type { RowProblem } from "./interview-row.js";

/** Something wrong with a body, before it is known where in the file it stands. */
export interface Finding {
  /** A JSON pointer into the body; empty for the body as a whole. */
  readonly pointer: string;
  readonly expected: string;
  readonly received: string;
}

/** A problem with its sentence. */
export function rowProblem(problem: Omit<RowProblem, "message">): RowProblem {
  const { line, column, field, expected, received } = problem;
  const place = field === "" && column !== undefined ? `character ${column}` : field;
  const at = place === "" ? `line ${line}` : `line ${line}, ${place}`;
  return { ...problem, message: `${at}: expected ${expected}, received ${received}` };
}

/** A problem's sentence, or several, up to what came of the input. */
export function withoutReceived(message: string): string {
  return message.replace(/, received .*$/s, "");
}

const LONGEST_QUOTED = 32;

/** A text for a message. Only short ones are repeated: a long one is no id and no choice, and may be about people. */
export function quoteOrDescribe(text: string): string {
  if (text === "") return "nothing";
  return text.length <= LONGEST_QUOTED ? JSON.stringify(text) : `a text of ${text.length} characters`;
}
