import { phrase } from "../../../messages/phrase.js";
import type { TextPart } from "./mapping.js";
import { mappingError } from "./mapping-node.js";

/** Splits `greenhouse:interview:{Interview ID}` into its texts and columns. */
export function parseTextParts(text: string, path: string, line: number): readonly TextPart[] {
  const parts = text
    .split(/\{([^{}]*)\}/)
    .map((part, index) => (index % 2 === 0 ? { text: part } : { column: part }));
  const wrong = parts.find((part) => ("text" in part ? /[{}]/.test(part.text) : part.column.trim() === ""));
  if (wrong) throw mappingError(path, line, phrase("loneBrace", { text }));
  return parts.filter((part) => "column" in part || part.text !== "");
}
