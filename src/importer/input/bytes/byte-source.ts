/** Where bytes come from: a file or a stream. */
export interface ByteSource {
  /** @throws InputError while reading, if the input cannot be read any further */
  open(): AsyncIterable<Uint8Array>;
  /** How many bytes there are; undefined if the input can be read only once. */
  rereadableBytes(): Promise<number | undefined>;
}

/** A stream, which can be read only once. */
export function sourceFromStream(stream: AsyncIterable<Uint8Array>): ByteSource {
  return { open: () => stream, rereadableBytes: async () => undefined };
}
