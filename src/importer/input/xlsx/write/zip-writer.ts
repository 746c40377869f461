import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATE = 8;
/** 1980-01-01, the earliest that a zip can hold: the same content gives the same file. */
const DATE = 0x21;
/** More would need zip64. */
const MAX_BYTES = 0xffff_ffff;

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly size: number;
  readonly compressedSize: number;
}

/** Writes a zip to a new file, entry by entry, in bounded memory: a library of one use would weigh more than this. */
export class ZipWriter {
  readonly #file: FileHandle;
  readonly #entries: Entry[] = [];
  #offset = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Creates the file, readable by its owner alone; fails if it is there. */
  static async create(path: string): Promise<ZipWriter> {
    return new ZipWriter(await open(path, "wx", 0o600));
  }

  async add(entryName: string, content: Iterable<string> | AsyncIterable<string | Buffer>): Promise<void> {
    const name = Buffer.from(entryName);
    const offset = this.#offset;
    await this.#write(localHeader({ name, offset, crc: 0, size: 0, compressedSize: 0 }));
    const start = this.#offset;
    let crc = 0;
    let size = 0;
    async function* measure(): AsyncGenerator<Buffer> {
      for await (const part of content) {
        const bytes = Buffer.from(part);
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
    }
    const source = Readable.from(measure());
    const deflate = createDeflateRaw();
    source.once("error", (error) => deflate.destroy(error));
    for await (const bytes of source.pipe(deflate)) await this.#write(bytes);
    const entry = { name, offset, crc, size, compressedSize: this.#offset - start };
    if (Math.max(size, this.#offset) > MAX_BYTES) throw new RangeError("A workbook holds 4 GB at most.");
    // Now that its sizes are known.
    await this.#file.write(localHeader(entry), 0, null, offset);
    this.#entries.push(entry);
  }

  /** Writes the directory and closes the file. */
  async end(): Promise<void> {
    const start = this.#offset;
    for (const entry of this.#entries) await this.#write(centralHeader(entry));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x0605_4b50, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(this.#offset - start, 12);
    end.writeUInt32LE(start, 16);
    await this.#write(end);
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async #write(bytes: Buffer): Promise<void> {
    await this.#file.write(bytes, 0, null, this.#offset);
    this.#offset += bytes.length;
  }
}

function localHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x0403_4b50, 0);
  writeFields(header.subarray(4), entry);
  return Buffer.concat([header, entry.name]);
}

function centralHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x0201_4b50, 0);
  header.writeUInt16LE(VERSION, 4);
  writeFields(header.subarray(6), entry);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.name]);
}

/** The fields that both headers have. */
function writeFields(header: Buffer, { name, crc, size, compressedSize }: Entry): void {
  header.writeUInt16LE(VERSION, 0);
  header.writeUInt16LE(FLAGS, 2);
  header.writeUInt16LE(DEFLATE, 4);
  header.writeUInt16LE(DATE, 8);
  header.writeUInt32LE(crc, 10);
  header.writeUInt32LE(compressedSize, 14);
  header.writeUInt32LE(size, 18);
  header.writeUInt16LE(name.length, 22);
}
