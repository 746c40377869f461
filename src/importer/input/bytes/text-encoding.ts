import { isUtf8 } from "node:buffer";
import { listTexts, phrase } from "../../messages/phrase.js";
import { InputError } from "../input-error.js";
import { quoteShort } from "../rows/escape-short.js";
import { LINE_FEED } from "./newlines.js";

/** Encodings that a file may be in, for a message that shows what its text would be in each. */
const CANDIDATES = ["gb18030", "big5", "windows-1252", "shift_jis", "euc-kr"];

/** @throws InputError if there is no such encoding */
export function createDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    const name = quoteShort(encoding);
    throw new InputError(phrase("unknownEncoding", { name, names: listTexts(CANDIDATES) }));
  }
}

const MAX_SHOWN_BYTES = 24;

/**
 * The error of a text whose encoding nobody can know, with what its first cell that is not UTF-8 would be in each
 * candidate.
 *
 * @param firstLine the line on which the sample begins
 */
export function unclearEncoding(sample: Buffer, firstLine: number): InputError {
  const { word, line } = findOtherWord(sample, firstLine);
  const readings = CANDIDATES.flatMap((encoding) => {
    const text = decodeOrNothing(word, encoding);
    return text === undefined ? [] : [phrase("reading", { encoding, text: phrase("quoted", { text }) })];
  });
  return new InputError(phrase("unclearEncoding", { line, readings }));
}

/** The first cell that is not UTF-8, from its first byte beyond ASCII. In a file of two encodings others come before it. */
function findOtherWord(sample: Buffer, firstLine: number): { word: Buffer; line: number } {
  let line = firstLine;
  let from = 0;
  for (let at = 0; at < sample.length; at++) {
    if (!isCellEnd(sample[at] ?? 0)) continue;
    if (!isUtf8(sample.subarray(from, at))) return { word: toWord(sample.subarray(from, at)), line };
    if (sample[at] === LINE_FEED) line++;
    from = at + 1;
  }
  return { word: toWord(sample.subarray(from)), line };
}

function toWord(cell: Buffer): Buffer {
  const start = cell.findIndex((byte) => byte >= 0x80);
  return cell.subarray(start, start + MAX_SHOWN_BYTES);
}

/** Whether a byte is a control character, a comma or a quote. */
function isCellEnd(byte: number): boolean {
  return byte < 0x20 || byte === 0x2c || byte === 0x22;
}

/** What the bytes are in an encoding, though the last character may be cut; undefined if they are nothing in it. */
function decodeOrNothing(bytes: Buffer, encoding: string): string | undefined {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  return text === "" || /[\ufffd\p{Cc}]/u.test(text) ? undefined : text;
}
