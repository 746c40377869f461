import { escapeText } from "../../../messages/escape-text.js";
import { type Phrase, phrase } from "../../messages/phrase.js";

const MAX_CHARACTERS = 100;

/** A text from outside as a part of a message: printable, on one line, and not long. */
export function escapeShort(text: string): string {
  return escapeText(text.length <= MAX_CHARACTERS ? text : `${text.slice(0, MAX_CHARACTERS)}…`);
}

/** A text from outside in the language's quotes. */
export function quoteShort(text: string): Phrase {
  return phrase("quoted", { text: escapeShort(text) });
}
