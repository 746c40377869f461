import { type Phrase, phrase } from "../../messages/phrase.js";
import { InputError } from "../input-error.js";

export const BYTE_ORDER_MARK: Buffer = Buffer.from([0xef, 0xbb, 0xbf]);

/** The byte order marks of texts that are not UTF-8. */
const MARKED_ENCODINGS: readonly { readonly mark: Buffer; readonly encoding: string }[] = [
  { mark: Buffer.from([0xff, 0xfe]), encoding: "utf-16le" },
  { mark: Buffer.from([0xfe, 0xff]), encoding: "utf-16be" },
];

/** What files that are not text begin with. */
const SIGNATURES: readonly { readonly bytes: Buffer; readonly kind: Phrase }[] = [
  { bytes: Buffer.from("PK\x03\x04"), kind: phrase("zipArchive") },
  { bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), kind: phrase("oldWorkbook") },
  { bytes: Buffer.from([0x1f, 0x8b]), kind: phrase("gzip") },
];

export const MAX_SIGNATURE_BYTES = 4;

/** The encoding that a text's byte order mark names, if it is not UTF-8. */
export function readMarkedEncoding(head: Buffer): string | undefined {
  return MARKED_ENCODINGS.find(({ mark }) => head.subarray(0, mark.length).equals(mark))?.encoding;
}

/**
 * @param encoding the one that the text is said to have
 * @throws InputError if a file's first bytes are not those of a text
 */
export function assertText(head: Buffer, encoding: string | undefined): void {
  const known = SIGNATURES.find(({ bytes }) => head.subarray(0, bytes.length).equals(bytes));
  if (known) throw new InputError(phrase("otherFormat", { kind: known.kind }));
  if (head.includes(0) && encoding === undefined) throw new InputError(phrase("utf16"));
}
