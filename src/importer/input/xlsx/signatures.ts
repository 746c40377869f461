import { closeSync, openSync, readSync, statSync } from "node:fs";

/** What a zip archive begins with, as an .xlsx is one. */
export const ZIP_SIGNATURE: Buffer = Buffer.from("PK\x03\x04");
/** What an old or an encrypted workbook begins with. */
export const OLE_SIGNATURE: Buffer = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** Whether a file begins as a workbook does, whatever its name is. False if it cannot be read, or only once. */
export function beginsAsWorkbook(path: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return false;
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const head = Buffer.alloc(ZIP_SIGNATURE.length);
    readSync(file, head, 0, head.length, 0);
    return head.equals(ZIP_SIGNATURE) || head.equals(OLE_SIGNATURE);
  } catch {
    return false; // reading it says why
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
