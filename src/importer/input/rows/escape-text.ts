const MAX_CHARACTERS = 100;

/** Control characters, and those that change the order of others on a screen. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A text from outside as a part of a message: printable, on one line, and not long. */
export function escapeText(text: string): string {
  const shown = text.length <= MAX_CHARACTERS ? text : `${text.slice(0, MAX_CHARACTERS)}…`;
  return shown.replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
