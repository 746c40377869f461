import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { ErrorCode } from "../../generated/error-codes.js";
import { Backend } from "./backend.js";
import { Connection } from "./connection.js";
import type { Fault } from "./faults.js";
import type { KeptInterview } from "./interviews.js";
import { type ResolvedTestOptions, resolveTestOptions, type TestFeishuOptions } from "./options.js";
import { type OperationId, operationAt, type ReceivedRequest, Reception } from "./request-log.js";
import { answer } from "./serve-request.js";
import { TestClock } from "./test-clock.js";
import type { IssuedToken } from "./tokens.js";

/**
 * Starts a Feishu on 127.0.0.1 that keeps what it is sent, checks tokens and limits, and fails on request.
 *
 * @example
 * const feishu = await startFeishu();
 * const hire = new FeishuHire(feishu.clientOptions);
 * feishu.faults.push({ kind: "reset", carriedOut: true });
 * await hire.externalInterviews.create({ external_id: "1", external_application_id: "2" });
 * feishu.interviews.length; // 1: the repeat after the reset made no second one
 * await feishu.close();
 */
export async function startFeishu(options: TestFeishuOptions = {}): Promise<TestFeishu> {
  const feishu = new TestFeishu(resolveTestOptions(options));
  await feishu.listen();
  return feishu;
}

/** A Feishu to test against; see `startFeishu`. */
export class TestFeishu {
  /** The server's time. Turn it to let tokens expire, or the 24 hours of an `external_id` pass. */
  readonly clock: TestClock = new TestClock();
  /** The script of faults: push onto it, or empty it. Each befalls the next request that it fits. */
  readonly faults: Fault[] = [];
  /** How many requests arrived, by operation. */
  readonly requestCounts: Readonly<Record<OperationId, number>>;
  readonly #options: ResolvedTestOptions;
  readonly #backend: Backend;
  readonly #reception: Reception;
  readonly #server: Server;
  #limitAnswers = 0;
  #port = 0;

  /** @internal */
  constructor(options: ResolvedTestOptions) {
    this.#options = options;
    this.#backend = new Backend(options, this.clock);
    this.#reception = new Reception(options.keep === "everything");
    this.requestCounts = this.#reception.counts;
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

  /** Where the server listens: `http://127.0.0.1:` and its port. */
  get baseUrl(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get appId(): string {
    return this.#options.appId;
  }

  get appSecret(): string {
    return this.#options.appSecret;
  }

  /** What `new FeishuHire()` needs to talk to this server. */
  get clientOptions(): { baseUrl: string; appId: string; appSecret: string } {
    return { baseUrl: this.baseUrl, appId: this.appId, appSecret: this.appSecret };
  }

  /** The interviews that were created, in order; empty with `keep: "counts"`. */
  get interviews(): readonly KeptInterview[] {
    return this.#backend.interviews.kept;
  }

  /** How many interviews were created. */
  get interviewCount(): number {
    return this.#backend.interviews.count;
  }

  /** How many interviews were created for each `external_id`. */
  get interviewsByExternalId(): ReadonlyMap<string, number> {
    return this.#backend.interviews.countsByExternalId;
  }

  /** What arrived, in order; empty with `keep: "counts"`. */
  get requests(): readonly ReceivedRequest[] {
    return this.#reception.kept;
  }

  /** How many answers were refusals for the rate limit, those of the script included. */
  get limitAnswers(): number {
    return this.#limitAnswers;
  }

  /** How many times a token was asked for. */
  get tokenRequests(): number {
    return this.requestCounts.getTenantAccessToken;
  }

  /** The tokens that were handed out, in order. */
  get tokens(): readonly IssuedToken[] {
    return this.#backend.tokens.issued;
  }

  /** Makes every token that was handed out so far invalid. */
  revokeTokens(): void {
    this.#backend.tokens.revokeAll();
  }

  /** Ends the server and every connection, answered or not. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const connection = new Connection(incoming, outgoing);
    const text = await connection.readText();
    if (text === undefined) return;
    const operation = operationAt(incoming.method, incoming.url);
    if (!operation) {
      outgoing.writeHead(404).end();
      return;
    }
    const request = this.#reception.receive(operation, incoming.headers, text, this.clock.now());
    await answer(request, connection, {
      backend: this.#backend,
      script: this.faults,
      latencyMs: this.#options.latencyMs,
    });
    if (request.answer?.code === ErrorCode.RateLimited) this.#limitAnswers++;
  }
}
