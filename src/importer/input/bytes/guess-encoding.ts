import { isUtf8 } from "node:buffer";
import { isCertainlyGb18030 } from "./gb18030-score.js";

/** What a text is in, as far as its bytes show it. */
export interface EncodingGuess {
  /** Undefined if the bytes may be in several encodings, or in none. */
  readonly encoding: "utf-8" | "gb18030" | undefined;
  readonly isCertain: boolean;
}

/**
 * Guesses the encoding of a text whose first byte is not ASCII. UTF-8 with some damage is still UTF-8: read as GB18030
 * it would often pass, as other characters.
 */
export function guessEncoding(sample: Buffer): EncodingGuess {
  let sequenceBytes = 0;
  let longSequenceBytes = 0;
  let strayBytes = 0;
  for (let at = 0; at < sample.length; ) {
    const length = sequenceLength(sample[at] ?? 0);
    if (length === 1) {
      at++;
    } else if (length > 1 && at + length > sample.length && isTail(sample.subarray(at + 1))) {
      break;
    } else if (length > 1 && isUtf8(sample.subarray(at, at + length))) {
      sequenceBytes += length;
      if (length > 2) longSequenceBytes += length;
      at += length;
    } else {
      strayBytes++;
      at++;
    }
  }
  if (strayBytes > sequenceBytes * MAX_DAMAGE_RATIO)
    return { encoding: isCertainlyGb18030(sample) ? "gb18030" : undefined, isCertain: true };
  // Chinese takes three bytes in UTF-8; pairs alone may be accented letters, or GB18030 that happens to pass.
  return { encoding: "utf-8", isCertain: sequenceBytes === 0 || longSequenceBytes > 0 };
}

/** In Chinese GB18030 text about every second byte is stray; a damaged UTF-8 file has a few. */
const MAX_DAMAGE_RATIO = 0.1;

/** Whether the bytes could be what a sequence has after its first byte. */
function isTail(bytes: Buffer): boolean {
  return bytes.every((byte) => byte >= 0x80 && byte < 0xc0);
}

/** The length that the first byte of a UTF-8 sequence announces; 0 for a byte that cannot be one. */
function sequenceLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}
