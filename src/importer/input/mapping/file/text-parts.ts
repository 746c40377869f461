import { phrase } from "../../../messages/phrase.js";
import type { TextPart } from "./mapping.js";
import type { MappingProblems } from "./mapping-problems.js";

/** Splits `greenhouse:interview:{Interview ID}` into its texts and columns. */
export function parseTextParts(text: string, line: number, problems: MappingProblems): readonly TextPart[] {
  const parts = text
    .split(/\{([^{}]*)\}/)
    .map((part, index) => (index % 2 === 0 ? { text: part } : { column: part }));
  const wrong = parts.find((part) => ("text" in part ? /[{}]/.test(part.text) : part.column.trim() === ""));
  if (wrong) problems.add(line, phrase("loneBrace", { text }));
  return parts.filter((part) => "column" in part || part.text !== "");
}
