import { InputError } from "../input-error.js";

export const BYTE_ORDER_MARK: Buffer = Buffer.from([0xef, 0xbb, 0xbf]);

/** What other kinds of files begin with. */
const SIGNATURES: readonly { readonly bytes: Buffer; readonly kind: string }[] = [
  { bytes: Buffer.from([0xff, 0xfe]), kind: "UTF-16 text" },
  { bytes: Buffer.from([0xfe, 0xff]), kind: "UTF-16 text" },
  { bytes: Buffer.from("PK\x03\x04"), kind: "an Excel workbook or another zip archive" },
  { bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), kind: "an old Excel workbook (.xls)" },
  { bytes: Buffer.from([0x1f, 0x8b]), kind: "compressed (gzip)" },
];

export const LONGEST_SIGNATURE = 4;

/** @throws InputError if the file's first bytes are those of something else than UTF-8 or GB18030 text. */
export function assertText(head: Buffer): void {
  const known = SIGNATURES.find(({ bytes }) => head.subarray(0, bytes.length).equals(bytes));
  const kind = known?.kind ?? (head.includes(0) ? "UTF-16 text or a binary file" : undefined);
  if (kind)
    throw new InputError(`The input is ${kind}. Save it as UTF-8 ("CSV UTF-8" in Excel) and try again.`);
}
