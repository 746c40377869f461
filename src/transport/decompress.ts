/**
 * Decompresses a body; undefined if it is longer than `maxBytes`. Only a server or a gateway that ignores
 * `accept-encoding` compresses one. A body that is not compressed as it claims is returned as it is.
 */
export async function decompress(
  body: Buffer,
  contentEncoding: string,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const zlib = await import("node:zlib");
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  const maxOutputLength = Number.isFinite(maxBytes) ? { maxOutputLength: maxBytes } : {};
  // Like curl and browsers, accept a stream without its end: whether the JSON has its own is checked anyway.
  const options = { ...maxOutputLength, finishFlush: Z_SYNC_FLUSH };
  const brotliOptions = { ...maxOutputLength, finishFlush: BROTLI_OPERATION_FLUSH };
  try {
    return contentEncoding
      .toLowerCase()
      .split(",")
      .reduceRight((compressed, encoding) => {
        switch (encoding.trim()) {
          case "br":
            return zlib.brotliDecompressSync(compressed, brotliOptions);
          case "deflate":
            // Some servers send it without the header of zlib.
            return isZlib(compressed)
              ? zlib.inflateSync(compressed, options)
              : zlib.inflateRawSync(compressed, options);
          case "gzip":
          case "x-gzip":
            return zlib.gunzipSync(compressed, options);
          default:
            return compressed;
        }
      }, body);
  } catch (error) {
    return error instanceof RangeError ? undefined : body;
  }
}

function isZlib([first = 0]: Buffer): boolean {
  return (first & 0x0f) === 8;
}
