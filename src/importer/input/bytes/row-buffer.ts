/** A longer row is invalid and not kept in memory: no scorecard comes near it. */
export const MAX_ROW_BYTES: number = 16 * 1024 * 1024;

/** What is kept of a row that is too long. */
const BEGINNING_BYTES = 200;

/** The text of one row, joined from chunks; only its beginning once it is too long. */
export class RowBuffer {
  #parts: Buffer[] = [];
  #length = 0;

  append(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#length += bytes.length;
    if (this.#length <= MAX_ROW_BYTES) this.#parts.push(bytes);
    else this.#parts = [beginning(Buffer.concat([...this.#parts, bytes.subarray(0, BEGINNING_BYTES)]))];
  }

  /** Returns the row's text, and starts the next row. */
  take(): { text: string; bytes: number } {
    const [first, ...more] = this.#parts;
    const text = more.length === 0 ? first : Buffer.concat(this.#parts);
    const taken = { text: text?.toString() ?? "", bytes: this.#length };
    this.#parts = [];
    this.#length = 0;
    return taken;
  }
}

/** The first bytes, without the pieces of a split character. */
function beginning(bytes: Buffer): Buffer {
  return Buffer.from(
    bytes
      .subarray(0, BEGINNING_BYTES)
      .toString()
      .replace(/\uFFFD+$/, ""),
  );
}
