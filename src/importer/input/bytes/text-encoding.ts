import { listTexts, phrase } from "../../messages/phrase.js";
import { InputError } from "../input-error.js";
import { escapeShort } from "../rows/escape-short.js";

/** Encodings that a file may be in, for a message that shows what its text would be in each. */
const CANDIDATES = ["gb18030", "big5", "windows-1252", "shift_jis", "euc-kr"];

/** @throws InputError if there is no such encoding */
export function createDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    const name = phrase("quoted", { text: escapeShort(encoding) });
    throw new InputError(phrase("unknownEncoding", { name, names: listTexts(CANDIDATES) }));
  }
}

const MAX_SHOWN_BYTES = 24;

/** The error of a text whose encoding nobody can know, with what it would be in each candidate. */
export function unclearEncoding(sample: Buffer, line: number): InputError {
  const word = firstWord(sample);
  const readings = CANDIDATES.flatMap((encoding) => {
    const text = decodeOrNothing(word, encoding);
    return text === undefined ? [] : [phrase("reading", { encoding, text: phrase("quoted", { text }) })];
  });
  return new InputError(phrase("unclearEncoding", { line, readings }));
}

/** The text up to the end of its cell. */
function firstWord(sample: Buffer): Buffer {
  const end = sample.findIndex((byte) => byte < 0x20 || byte === 0x2c || byte === 0x22);
  const cell = sample.subarray(0, end < 0 ? sample.length : end);
  return cell.subarray(0, MAX_SHOWN_BYTES);
}

/** What the bytes are in an encoding, though the last character may be cut; undefined if they are nothing in it. */
function decodeOrNothing(bytes: Buffer, encoding: string): string | undefined {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  return text === "" || /[\ufffd\p{Cc}]/u.test(text) ? undefined : text;
}
