import { crc32, deflateRawSync } from "node:zlib";

/** A part of an archive, and what is to be wrong with it. */
export interface ZipPart {
  readonly content: string | Buffer;
  /** The size that the archive declares, if not the real one. */
  readonly declaredBytes?: number;
  /** The checksum that the archive declares, if not the real one. */
  readonly declaredCrc?: number;
  readonly encrypted?: boolean;
}

export type ZipParts = Readonly<Record<string, ZipPart | string | Buffer>>;

const DEFLATE = 8;
const UTF8_NAMES = 0x800;

/** Makes a zip archive, with nothing but what the format demands. */
export function zip(parts: ZipParts): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, value] of Object.entries(parts)) {
    const part: ZipPart = typeof value === "string" || Buffer.isBuffer(value) ? { content: value } : value;
    const content = Buffer.from(part.content);
    const data = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(UTF8_NAMES | (part.encrypted ? 1 : 0), 2);
    fields.writeUInt16LE(DEFLATE, 4);
    fields.writeUInt32LE(part.declaredCrc ?? crc32(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(part.declaredBytes ?? content.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const entry = Buffer.concat([Buffer.from("PK\x03\x04"), fields, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    local.push(entry);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), fields, rest, Buffer.from(name)]));
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from("PK\x05\x06"), end]);
}
