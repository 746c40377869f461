import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { Reply } from "./response.js";

/** One request's connection, and what can be done to it. */
export class Connection {
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;
  readonly #gone: AbortSignal;

  constructor(incoming: IncomingMessage, outgoing: ServerResponse) {
    const gone = new AbortController();
    outgoing.once("close", () => gone.abort());
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    this.#gone = gone.signal;
  }

  /** The request's body; undefined if the client went before its end. */
  async readText(): Promise<string | undefined> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of this.#incoming) chunks.push(chunk);
    } catch {
      return undefined;
    }
    return Buffer.concat(chunks).toString("utf8");
  }

  /** False if the client has gone in the meantime. */
  async stillThereAfter(ms: number): Promise<boolean> {
    if (ms > 0) await delay(ms, undefined, { signal: this.#gone }).catch(() => {});
    return !this.#gone.aborted;
  }

  send({ status, headers, body }: Reply): void {
    this.#outgoing.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
  }

  /** Half of the body, and then the end of the connection. */
  cut({ status, headers, body }: Reply): void {
    const bytes = Buffer.from(body);
    this.#outgoing.writeHead(status, { ...headers, "content-length": bytes.length });
    this.#outgoing.write(bytes.subarray(0, bytes.length / 2), () => this.#outgoing.destroy());
  }

  reset(): void {
    this.#incoming.socket.resetAndDestroy();
  }
}
