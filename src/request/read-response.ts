import type { TransportResponse } from "../transport/transport.js";

/** A response that can stop reading, such as that of the built-in transport for Node. */
interface BoundedResponse extends TransportResponse {
  readText(maxBytes: number): Promise<string | undefined>;
}

/** Reads a response's body; undefined if it exceeds `maxBytes`. Without a stream, it is measured once read. */
export async function readBody(response: TransportResponse, maxBytes: number): Promise<string | undefined> {
  if (isBounded(response)) return response.readText(maxBytes);
  const declared = Number(response.headers.get("content-length") ?? NaN);
  const stream = getStream(response);
  if (declared > maxBytes) {
    await stream?.cancel();
    return undefined;
  }
  // HTTP enforces Content-Length, except for compressed bodies.
  const isKnown = declared >= 0 && !response.headers.get("content-encoding");
  if (isKnown || !stream) {
    const text = await response.text();
    return fits(text, maxBytes) ? text : undefined;
  }
  return readStream(stream, maxBytes);
}

function fits(text: string, maxBytes: number): boolean {
  // A UTF-16 code unit takes at most three bytes in UTF-8.
  return text.length * 3 <= maxBytes || new TextEncoder().encode(text).byteLength <= maxBytes;
}

function isBounded(response: TransportResponse): response is BoundedResponse {
  return "readText" in response;
}

function getStream(response: TransportResponse): ReadableStream<Uint8Array> | undefined {
  const body: unknown = "body" in response ? response.body : undefined;
  // Ask for a body first: Node loads its web streams when `ReadableStream` is first named.
  return body && body instanceof ReadableStream ? body : undefined;
}

async function readStream(stream: ReadableStream<Uint8Array>, maxBytes: number): Promise<string | undefined> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
