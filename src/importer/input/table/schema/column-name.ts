import { type Phrase, phrase } from "../../../messages/phrase.js";
import { quoteShort } from "../../rows/escape-short.js";
import { trimCell } from "../excel-text.js";

/** Characters of no width, as come with a copy from a page: a name with one looks the same as one without. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** A header's name as it is compared: without case, invisible characters, blanks around it and `="…"`. */
export function normalizeName(cell: string): string {
  return trimCell(cell.replace(INVISIBLE, "")).toLowerCase();
}

/** A name without what people write in different ways: width, blanks, marks between words, a plural. */
export function simplifyName(name: string): string {
  return normalizeName(name)
    .normalize("NFKC")
    .replace(/[\s_.-]/g, "")
    .replace(/s$/, "");
}

/** What a column is called: by its header, or by its place if it has none. */
export interface ColumnLabel {
  /** By which it can be ignored. */
  readonly name: string;
  /** Its place, from 1, if it has no name. */
  readonly number: number | undefined;
  /** In a message. */
  readonly label: Phrase;
}

/** @param index from 0 */
export function labelColumn(header: string, index: number): ColumnLabel {
  const number = index + 1;
  return header.trim() === ""
    ? { name: `column ${number}`, number, label: phrase("namelessColumn", { column: number }) }
    : { name: header, number: undefined, label: quoteShort(header.trim()) };
}
