import type { IncomingMessage, ServerResponse as OutgoingMessage } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { ServerResponse } from "./response.js";

/** The connection of one request. */
export class Connection {
  readonly #incoming: IncomingMessage;
  readonly #outgoing: OutgoingMessage;
  readonly #closed: AbortSignal;

  constructor(incoming: IncomingMessage, outgoing: OutgoingMessage) {
    const closed = new AbortController();
    outgoing.once("close", () => closed.abort());
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    this.#closed = closed.signal;
  }

  /** Reads the request's body; undefined if the client disconnects first. */
  async readText(): Promise<string | undefined> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of this.#incoming) chunks.push(chunk);
    } catch {
      return undefined;
    }
    return Buffer.concat(chunks).toString("utf8");
  }

  /** Waits, at most until the client disconnects; false if it has. */
  async waitUnlessClosed(ms: number): Promise<boolean> {
    if (ms > 0) await delay(ms, undefined, { signal: this.#closed }).catch(() => {});
    return !this.#closed.aborted;
  }

  send({ status, headers, body }: ServerResponse): void {
    this.#outgoing.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
  }

  /** Sends half of the body, then disconnects. */
  cut({ status, headers, body }: ServerResponse): void {
    const bytes = Buffer.from(body);
    this.#outgoing.writeHead(status, { ...headers, "content-length": bytes.length });
    this.#outgoing.write(bytes.subarray(0, bytes.length / 2), () => this.#outgoing.destroy());
  }

  reset(): void {
    this.#incoming.socket.resetAndDestroy();
  }
}
