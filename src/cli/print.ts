/** Control characters, line separators, and characters that reorder text. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** Text from outside as a terminal can show it: on one line, with control characters as escapes. */
export function escapeText(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    if (character === "\n") return "\\n";
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** Prints a line to stderr. */
export function printLine(text: string): void {
  process.stderr.write(`${escapeText(text)}\n`);
}
