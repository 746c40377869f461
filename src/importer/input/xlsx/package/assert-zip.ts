import { open } from "node:fs/promises";
import { phrase } from "../../../messages/phrase.js";
import { InputError } from "../../input-error.js";
import { OLE_SIGNATURE, ZIP_SIGNATURE } from "../signatures.js";

/** What an encrypted workbook is wrapped in: the same container as an old workbook, with a part of this name. */
const ENCRYPTED_PACKAGE = Buffer.from("EncryptedPackage", "utf16le");
const CHUNK_BYTES = 1024 * 1024;

/** @throws InputError if a file does not begin as a zip archive */
export async function assertZip(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    const start = Buffer.alloc(OLE_SIGNATURE.length);
    const { buffer, bytesRead } = await file.read(start, 0, start.length, 0);
    if (bytesRead === 0) throw new InputError(phrase("noInterviews"));
    if (buffer.subarray(0, ZIP_SIGNATURE.length).equals(ZIP_SIGNATURE)) return;
    if (!buffer.equals(OLE_SIGNATURE)) throw new InputError(phrase("notAWorkbook"));
    let end = Buffer.alloc(0);
    for await (const chunk of file.createReadStream({ start: 0, highWaterMark: CHUNK_BYTES })) {
      const bytes = Buffer.concat([end, chunk]);
      if (bytes.includes(ENCRYPTED_PACKAGE)) throw new InputError(phrase("encryptedWorkbook"));
      end = bytes.subarray(-ENCRYPTED_PACKAGE.length);
    }
    throw new InputError(phrase("otherArchive", { kind: phrase("oldWorkbook") }));
  } finally {
    await file.close();
  }
}
