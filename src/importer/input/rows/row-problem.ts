import { type Phrase, phrase } from "../../messages/phrase.js";
import { escapeShort, quoteShort } from "./escape-short.js";
import type { RowProblem } from "./interview-row.js";

/** Something wrong with a body, before its place in the file is known. */
export interface Issue {
  /** A JSON pointer into the body; empty for the body as a whole. */
  readonly pointer: string;
  readonly expected: Phrase;
  readonly received: Phrase;
}

/**
 * Creates a problem with its place and its message.
 *
 * @param place where the row is, if not on a line of text
 */
export function createRowProblem(
  problem: Omit<RowProblem, "message" | "place">,
  place: Phrase = phrase("line", { line: problem.line }),
): RowProblem {
  return {
    ...problem,
    place,
    // Few of many problems are ever printed.
    get message() {
      return describeProblem(this).format("en");
    },
  };
}

/** A problem as one phrase. */
export function describeProblem(problem: Omit<RowProblem, "message">): Phrase {
  const { expected, received } = problem;
  const place = describePlace(problem);
  return hasField(problem)
    ? phrase("problemInField", { place, field: escapeShort(problem.field), expected, received })
    : phrase("problem", { place, expected, received });
}

/** A problem without what was found, which may be about people, and without its place. */
export function describeExpectation(problem: RowProblem): Phrase {
  const { expected } = problem;
  const place = describePlace(problem);
  return hasField(problem)
    ? phrase("expectationInField", { place, field: escapeShort(problem.field), expected })
    : phrase("expectation", { place, expected });
}

/** One in parentheses is not a column. */
function hasField({ field }: Pick<RowProblem, "field">): boolean {
  return field !== "" && !field.startsWith("(");
}

/** The row, and the character in it where it stops being JSON. */
function describePlace(problem: Pick<RowProblem, "place" | "field" | "column">): Phrase {
  const { place, column } = problem;
  return column === undefined || hasField(problem) ? place : phrase("character", { place, column });
}

const MAX_QUOTED_CHARACTERS = 32;

/** A text for a message. Only short ones are repeated: a long one is neither an id nor a choice, and may be about people. */
export function describeText(text: string): Phrase {
  if (text === "") return phrase("nothing");
  return text.length <= MAX_QUOTED_CHARACTERS
    ? quoteShort(text)
    : phrase("longText", { length: text.length });
}
