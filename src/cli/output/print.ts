import { wrapText } from "../language/text-width.js";

/** Control characters, line separators, and characters that reorder text. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** Text from outside as a terminal can show it: on one line, with control characters as escapes. */
export function escapeText(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    if (character === "\n") return "\\n";
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** Prints a line to stderr; on a terminal, wrapped at its width. */
export function printLine(text: string): void {
  const { isTTY, columns } = process.stderr;
  const line = escapeText(text);
  process.stderr.write(`${isTTY ? wrapText(line, columns) : line}\n`);
}
