import type { IncomingMessage } from "node:http";
import { decompress } from "./decompress.js";
import { NetworkError, type TransportResponse } from "./transport.js";

const decoder = new TextDecoder();

/** A response whose body is read on demand. */
export class NodeResponse implements TransportResponse {
  readonly status: number;
  readonly headers: {
    get(name: string): string | null;
    forEach(each: (value: string, name: string) => void): void;
  };
  readonly #message: IncomingMessage;

  constructor(message: IncomingMessage) {
    this.#message = message;
    this.status = message.statusCode ?? 0;
    this.headers = {
      get: (name) => {
        const value = message.headers[name.toLowerCase()];
        return value === undefined ? null : String(value);
      },
      forEach: (each) => {
        for (const [name, value = ""] of Object.entries(message.headers))
          for (const one of [value].flat()) each(one, name); // `set-cookie` is a list
      },
    };
  }

  text(): Promise<string> {
    return this.readText(Infinity).then((text) => text ?? "");
  }

  /** Reads the body; undefined if it is longer than `maxBytes`. */
  readText(maxBytes: number): Promise<string | undefined> {
    const message = this.#message;
    return new Promise((resolve, reject) => {
      if (message.destroyed) return reject(cutShort());
      const chunks: Buffer[] = [];
      let bytes = 0;
      // A body that is not read would keep its socket for ever.
      if (Number(message.headers["content-length"]) > maxBytes) {
        message.destroy();
        return resolve(undefined);
      }
      message.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= maxBytes) chunks.push(chunk);
        else {
          message.destroy();
          resolve(undefined);
        }
      });
      message.once("end", () => {
        const encoding = message.headers["content-encoding"];
        const body = Buffer.concat(chunks);
        if (!message.complete) reject(cutShort());
        else if (encoding === undefined) resolve(decode(body));
        else resolve(decompress(body, encoding, maxBytes).then((plain) => plain && decode(plain)));
      });
      message.once("error", (error: NodeJS.ErrnoException) =>
        reject(new NetworkError(error.message, error.code, false)),
      );
      message.once("close", () => {
        if (!message.complete) reject(cutShort());
      });
    });
  }
}

function cutShort(): NetworkError {
  return new NetworkError("the response was cut short", "ECONNRESET", false);
}

/** Decodes a body as `fetch` does: without its byte order mark. */
function decode(body: Buffer): string {
  return decoder.decode(body);
}
