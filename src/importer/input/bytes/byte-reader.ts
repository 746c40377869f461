/** A stream of bytes that can be looked at before it is read. Chunk boundaries have no meaning. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #ahead: Buffer = Buffer.alloc(0);
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  /** The next chunk of bytes; undefined at the end. */
  async read(): Promise<Buffer | undefined> {
    if (this.#ahead.length === 0) await this.#fetch();
    const bytes = this.#ahead;
    this.#ahead = Buffer.alloc(0);
    return bytes.length > 0 ? bytes : undefined;
  }

  /** The next `count` bytes, or all that are left, without reading past them. */
  async peek(count: number): Promise<Buffer> {
    while (this.#ahead.length < count && !this.#ended) await this.#fetch();
    return this.#ahead.subarray(0, count);
  }

  /** Reads past bytes that were looked at. */
  skip(count: number): void {
    this.#ahead = this.#ahead.subarray(count);
  }

  /** Puts back the end of what was just read. */
  unread(bytes: Buffer): void {
    this.#ahead = bytes;
  }

  /** Closes the source, whether it has been read to its end or not. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#chunks.return?.();
  }

  async #fetch(): Promise<void> {
    while (!this.#ended) {
      const { done, value } = await this.#chunks.next();
      this.#ended = done === true;
      if (done || value.length === 0) continue;
      const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
      this.#ahead = this.#ahead.length === 0 ? bytes : Buffer.concat([this.#ahead, bytes]);
      return;
    }
  }
}
