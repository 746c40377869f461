import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { ErrorCode } from "../../generated/error-codes.js";
import { findOperation } from "../request/find-operation.js";
import { Connection } from "./connection.js";
import type { Fault } from "./faults.js";
import { Gateway } from "./gateway.js";
import type { StoredInterview } from "./interviews.js";
import { type ResolvedTestOptions, resolveTestOptions, type TestFeishuOptions } from "./options.js";
import { isOperationId, type OperationId, type ReceivedRequest, RequestLog } from "./request-log.js";
import { serveRequest } from "./serve-request.js";
import { TestClock } from "./test-clock.js";
import type { IssuedToken } from "./tokens.js";

/**
 * Starts a Feishu on 127.0.0.1 that stores what it receives, checks tokens and limits, and fails on request.
 *
 * @example
 * const feishu = await startFeishu();
 * const hire = new FeishuHire(feishu.clientOptions);
 * feishu.faults.push({ kind: "reset", applied: true });
 * await hire.externalInterviews.create({ external_id: "1", external_application_id: "2" });
 * feishu.interviews.length; // 1: the retry after the reset did not create a second one
 * await feishu.close();
 */
export async function startFeishu(options: TestFeishuOptions = {}): Promise<TestFeishu> {
  const feishu = new TestFeishu(resolveTestOptions(options));
  await feishu.listen();
  return feishu;
}

/** A Feishu to test against; see `startFeishu`. */
export class TestFeishu {
  /** The server's clock. Advance it to expire tokens, or to end the 24 hours of an `external_id`. */
  readonly clock: TestClock = new TestClock();
  /** Script of faults: push onto it, or empty it. Each fault hits the next request that it matches. */
  readonly faults: Fault[] = [];
  /** Number of requests received, by operation. */
  readonly requestCounts: Readonly<Record<OperationId, number>>;
  readonly #options: ResolvedTestOptions;
  readonly #gateway: Gateway;
  readonly #log: RequestLog;
  readonly #server: Server;
  #limitResponses = 0;
  #port = 0;

  /** @internal */
  constructor(options: ResolvedTestOptions) {
    this.#options = options;
    this.#gateway = new Gateway(options, this.clock);
    this.#log = new RequestLog(options.record === "everything");
    this.requestCounts = this.#log.counts;
    this.#server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) =>
      this.#serve(incoming, outgoing),
    );
  }

  /** @internal */
  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject).listen(this.#options.port, "127.0.0.1", resolve);
    });
    const address = this.#server.address();
    if (typeof address === "object" && address) this.#port = address.port;
  }

  /** Address of the server, `http://127.0.0.1:` and its port. */
  get baseUrl(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get appId(): string {
    return this.#options.appId;
  }

  get appSecret(): string {
    return this.#options.appSecret;
  }

  /** Options for `new FeishuHire()` to call this server. */
  get clientOptions(): { baseUrl: string; appId: string; appSecret: string } {
    return { baseUrl: this.baseUrl, appId: this.appId, appSecret: this.appSecret };
  }

  /** The interviews that were created, in order; empty with `record: "counts"`. */
  get interviews(): readonly StoredInterview[] {
    return this.#gateway.interviews.stored;
  }

  /** Number of interviews created. */
  get interviewCount(): number {
    return this.#gateway.interviews.count;
  }

  /** Number of interviews created for each `external_id`. */
  get interviewsByExternalId(): ReadonlyMap<string, number> {
    return this.#gateway.interviews.countsByExternalId;
  }

  /** The requests received, in order; empty with `record: "counts"`. */
  get requests(): readonly ReceivedRequest[] {
    return this.#log.requests;
  }

  /** Number of rate-limit responses sent, scripted ones included. */
  get limitResponses(): number {
    return this.#limitResponses;
  }

  /** Number of token calls received. */
  get tokenRequests(): number {
    return this.requestCounts.getTenantAccessToken;
  }

  /** The tokens issued, in order. */
  get tokens(): readonly IssuedToken[] {
    return this.#gateway.tokens.issued;
  }

  /** Revokes every token issued so far. */
  revokeTokens(): void {
    this.#gateway.tokens.revokeAll();
  }

  /** Closes the server and every connection, pending requests included. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const connection = new Connection(incoming, outgoing);
    const text = await connection.readText();
    if (text === undefined) return;
    const path = incoming.url?.split("?", 1)[0] ?? "";
    const operationId = findOperation(incoming.method ?? "", path)?.id ?? "";
    if (!isOperationId(operationId)) {
      outgoing.writeHead(404).end();
      return;
    }
    const request = this.#log.receive(operationId, incoming.headers, text, this.clock.now());
    await serveRequest(request, connection, {
      gateway: this.#gateway,
      script: this.faults,
      latencyMs: this.#options.latencyMs,
    });
    if (request.response?.code === ErrorCode.RateLimited) this.#limitResponses++;
  }
}
