import { isAscii, isUtf8 } from "node:buffer";
import { type Phrase, phrase } from "../../messages/phrase.js";
import { InputError } from "../input-error.js";
import type { ByteReader } from "./byte-reader.js";
import { assertText, BYTE_ORDER_MARK, MAX_SIGNATURE_BYTES, readMarkedEncoding } from "./file-signature.js";
import { guessEncoding } from "./guess-encoding.js";
import { countLineFeeds, LINE_FEED } from "./newlines.js";
import { createDecoder, unclearEncoding } from "./text-encoding.js";

/** Enough text to distinguish encodings, whatever the chunks are. */
const SAMPLE_BYTES = 64 * 1024;

export interface DecodeOptions {
  /** The text's encoding, if it is known. */
  readonly encoding?: string | undefined;
  /** Whether bytes that are not UTF-8 may be GB18030, as Chinese Excel writes. */
  readonly allowGb18030: boolean;
  /** Called with what has been decided if the bytes alone do not say it. */
  readonly onGuess: (warning: Phrase) => void;
}

/**
 * The text as checked UTF-8 without a byte order mark, with no character split.
 *
 * @throws InputError on bytes that are not text in the encoding, or in any that is recognized
 */
export async function* decodeText(bytes: ByteReader, options: DecodeOptions): AsyncGenerator<Buffer> {
  try {
    const head = await bytes.peek(MAX_SIGNATURE_BYTES);
    const marked = readMarkedEncoding(head);
    if (!marked) assertText(head, options.encoding);
    const encoding = marked ?? options.encoding;
    if (head.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)) {
      bytes.skip(BYTE_ORDER_MARK.length);
      yield* decodeUtf8(bytes, 1);
    } else if (encoding !== undefined) {
      const decoder = createDecoder(encoding);
      yield* decoder.encoding === "utf-8" ? decodeUtf8(bytes, 1) : decodeOther(bytes, 1, decoder);
    } else {
      yield* decodeUnmarked(bytes, options);
    }
  } finally {
    await bytes.close();
  }
}

async function* decodeUnmarked(bytes: ByteReader, options: DecodeOptions): AsyncGenerator<Buffer> {
  let line = 1;
  for (let ascii = await readAscii(bytes); ascii; ascii = await readAscii(bytes)) {
    line += countLineFeeds(ascii);
    yield ascii;
  }
  if (!options.allowGb18030) {
    yield* decodeUtf8(bytes, line);
    return;
  }
  const sample = await bytes.peek(SAMPLE_BYTES);
  const { encoding, isCertain } = guessEncoding(sample);
  // In UTF-16 every second byte of what is ASCII is 0.
  if (encoding === undefined && sample.includes(0)) throw new InputError(phrase("utf16"));
  if (encoding === undefined) throw unclearEncoding(sample, line);
  if (encoding === "gb18030") options.onGuess(phrase("readAsGb18030"));
  else if (!isCertain) options.onGuess(phrase("mayBeGb18030"));
  yield* encoding === "gb18030" ? decodeOther(bytes, line, createDecoder(encoding)) : decodeUtf8(bytes, line);
}

/** The next bytes that read the same in every encoding; undefined if there are none. */
async function readAscii(bytes: ByteReader): Promise<Buffer | undefined> {
  const chunk = await bytes.read();
  if (!chunk || isAscii(chunk)) return chunk;
  const length = chunk.findIndex((byte) => byte >= 0x80);
  bytes.unread(chunk.subarray(length));
  return length > 0 ? chunk.subarray(0, length) : undefined;
}

async function* decodeUtf8(bytes: ByteReader, firstLine: number): AsyncGenerator<Buffer> {
  let line = firstLine;
  for (let chunk = await bytes.read(); chunk; chunk = await bytes.read()) {
    const cut = cutCharacter(chunk);
    const whole = chunk.subarray(0, chunk.length - cut);
    if (!isUtf8(whole)) throw notUtf8(line + countLinesBeforeDamage(whole));
    line += countLineFeeds(whole);
    yield whole;
    if (cut === 0) continue;
    const next = await bytes.read();
    if (!next) throw notUtf8(line);
    bytes.unread(Buffer.concat([chunk.subarray(whole.length), next]));
  }
}

/** The number of bytes at the end that begin a character which continues in the next chunk. */
function cutCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}

function countLinesBeforeDamage(bytes: Buffer): number {
  let lines = 0;
  for (let from = 0; ; lines++) {
    const end = bytes.indexOf(LINE_FEED, from);
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return lines;
    from = end + 1;
  }
}

function notUtf8(line: number): InputError {
  return new InputError(phrase("notUtf8", { line }));
}

/** Four Chinese characters in a line of valid UTF-8: practically never GB18030. */
const MIN_CHARACTERS = 4;
const BEYOND_LATIN = /[\u0800-\uffff]/g;

/**
 * Rejects whole lines of UTF-8 in a GB18030 text, as where two files were joined: read as GB18030 they would be other
 * words.
 *
 * @throws InputError
 */
function assertNoUtf8(bytes: Buffer, firstLine: number): void {
  let line = firstLine;
  for (let from = 0, end = 0; ; from = end + 1, line++) {
    end = bytes.indexOf(LINE_FEED, from);
    if (end < 0) return;
    const text = bytes.subarray(from, end);
    // What comes before the first line feed may be the end of a line.
    if (line === firstLine || isAscii(text) || !isUtf8(text)) continue;
    if ((text.toString().match(BEYOND_LATIN)?.length ?? 0) < MIN_CHARACTERS) continue;
    throw new InputError(phrase("mixedEncodings", { line }));
  }
}

async function* decodeOther(
  bytes: ByteReader,
  firstLine: number,
  decoder: TextDecoder,
): AsyncGenerator<Buffer> {
  let line = firstLine;
  try {
    for (let chunk = await bytes.read(); chunk; chunk = await bytes.read()) {
      if (decoder.encoding === "gb18030") assertNoUtf8(chunk, line);
      const parts: string[] = [];
      // Line by line: a decoder does not say where it has failed.
      for (const part of splitAtLineFeeds(chunk)) {
        const text = decoder.decode(part, { stream: true });
        if (text.includes("\n")) line++;
        parts.push(text);
      }
      yield Buffer.from(parts.join(""));
    }
    yield Buffer.from(decoder.decode());
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new InputError(phrase("neitherEncoding", { line, encoding: decoder.encoding.toUpperCase() }));
  }
}

/** The pieces of a chunk that end with a line feed's byte, and what follows the last one. */
function* splitAtLineFeeds(bytes: Buffer): Generator<Buffer> {
  let from = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, from)) {
    yield bytes.subarray(from, at + 1);
    from = at + 1;
  }
  yield bytes.subarray(from);
}
