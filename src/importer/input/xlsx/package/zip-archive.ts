import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { phrase } from "../../../messages/phrase.js";
import { describeSystemError, isMissingFile } from "../../../messages/system-error.js";
import { InputError } from "../../input-error.js";
import { damagedWorkbook, oversizedWorkbook } from "./workbook-error.js";

/** A workbook has tens of parts, and one more for each picture. */
const MAX_ENTRIES = 20_000;
/** Sheets compress about 10 to 40 times; deflate can reach 1,000, which only a zip bomb does. */
const MAX_RATIO = 250;
/** A smaller part is harmless, whatever its ratio. */
const RATIO_FROM_BYTES = 32 * 1024 * 1024;

/** The parts of a workbook's zip archive, within bounds of their declared and of their real size. */
export class ZipArchive {
  readonly #file: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#file = file;
    this.#entries = entries;
  }

  /** @throws InputError if the file is not a whole zip archive. */
  static async open(path: string): Promise<ZipArchive> {
    const file = await openPromise(path, { autoClose: false }).catch(rethrow);
    try {
      return new ZipArchive(file, await readEntries(file));
    } catch (error) {
      file.close();
      return rethrow(error);
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /**
   * Reads a part's bytes. The CRC is checked at the end, after the bytes have been yielded.
   *
   * @param maxBytes the most that the part may hold, uncompressed
   * @throws InputError if the part is missing, damaged, encrypted or too large
   */
  async *read(name: string, maxBytes: number): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) throw damagedWorkbook(`its part ${name} is missing`);
    assertSize(entry, maxBytes);
    if (entry.isEncrypted()) throw new InputError(phrase("encryptedWorkbook"));
    const stream: Readable = await this.#file.openReadStreamPromise(entry).catch(rethrow);
    let checksum = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
    } catch (error) {
      rethrow(error);
    } finally {
      stream.destroy();
    }
    if (checksum !== entry.crc32) throw damagedWorkbook(`the checksum of ${name} is wrong`, "archive");
  }

  close(): void {
    this.#file.close();
  }
}

async function readEntries(file: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (file.entryCount > MAX_ENTRIES)
    throw oversizedWorkbook(phrase("tooManyParts", { count: file.entryCount }));
  const entries = new Map<string, Entry>();
  for await (const entry of file.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (entries.has(name)) throw damagedWorkbook(`it has the part ${entry.fileName} twice`, "archive");
    entries.set(name, entry);
  }
  return entries;
}

/** yauzl stops a stream that yields more than was declared, so the declared size bounds the real one. */
function assertSize({ fileName, uncompressedSize, compressedSize }: Entry, maxBytes: number): void {
  if (uncompressedSize > maxBytes)
    throw oversizedWorkbook(
      phrase("tooManyBytes", { name: fileName, bytes: uncompressedSize, max: maxBytes }),
    );
  if (uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > compressedSize * MAX_RATIO)
    throw oversizedWorkbook(phrase("zipBomb", { name: fileName, ratio: MAX_RATIO }));
}

function rethrow(error: unknown): never {
  if (error instanceof InputError) throw error;
  if (isMissingFile(error))
    throw new InputError(phrase("cannotReadInput", { reason: describeSystemError(error) }));
  throw damagedWorkbook(error instanceof Error ? error.message.replace(/\.$/, "") : String(error), "archive");
}
