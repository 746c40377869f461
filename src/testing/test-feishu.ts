import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { ErrorCode } from "../../generated/error-codes.js";
import type { OperationId } from "../../generated/operations.js";
import type {
  ExternalApplication,
  ExternalApplicationCreate,
  ExternalInterview,
  ExternalInterviewCreate,
  ExternalInterviewUpdate,
} from "../../generated/schema.js";
import { Connection } from "./connection.js";
import type { Fault } from "./faults.js";
import { Gateway } from "./gateway/gateway.js";
import type { IssuedToken } from "./gateway/tokens.js";
import { type ResolvedTestOptions, resolveTestOptions, type TestFeishuOptions } from "./options.js";
import { type ReceivedRequest, RequestLog } from "./request-log.js";
import { findRoute } from "./route.js";
import { serveRequest } from "./serve-request.js";
import type { Store, StoredApplication, StoredInterview } from "./store/store.js";
import { TestClock } from "./test-clock.js";

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
 * @throws TypeError if there is no such option
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
      // The script is wrong, or code of its own failed, such as a fault's `when`: the client sees a broken
      // connection, its author a warning.
      this.#serve(incoming, outgoing).catch((error: Error) => {
        outgoing.destroy();
        process.emitWarning(error);
      }),
    );
  }

  get #store(): Store {
    return this.#gateway.store;
  }

  /** @internal */
  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject).listen(this.#options.port, "127.0.0.1", resolve);
    });
    const address = this.#server.address();
    if (typeof address === "object" && address) this.#port = address.port;
  }

  /** URL of the server, `http://127.0.0.1:` and its port. */
  get baseUrl(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The `appId` that this server accepts. */
  get appId(): string {
    return this.#options.appId;
  }

  /** The `appSecret` that this server accepts. */
  get appSecret(): string {
    return this.#options.appSecret;
  }

  /** Options for `new FeishuHire()` to call this server. */
  get clientOptions(): { baseUrl: string; appId: string; appSecret: string } {
    return { baseUrl: this.baseUrl, appId: this.appId, appSecret: this.appSecret };
  }

  /** The interviews that exist, in order of creation; empty with `record: "counts"`. */
  get interviews(): readonly StoredInterview[] {
    return this.#store.interviews.list();
  }

  /** The applications that exist, in order of creation; empty with `record: "counts"`. */
  get applications(): readonly StoredApplication[] {
    return this.#store.applications.list();
  }

  /** Number of interviews created, deleted ones included. */
  get interviewCount(): number {
    return this.#store.interviewCount;
  }

  /** Number of interviews created for each `external_id`, deleted ones included. */
  get interviewsByExternalId(): ReadonlyMap<string, number> {
    return this.#store.interviewCounts;
  }

  /** Lists the interviews that exist under an application, in order of creation. */
  interviewsOf(applicationId: string): ExternalInterview[] {
    return this.interviews
      .map(({ interview }) => interview)
      .filter(({ external_application_id }) => external_application_id === applicationId);
  }

  /** Adds an application, as a person would in Feishu. */
  addApplication(body: ExternalApplicationCreate): ExternalApplication {
    return this.#store.createApplication(body, this.clock.now());
  }

  /** Adds an interview, as a person would in Feishu. */
  addInterview(body: ExternalInterviewCreate): ExternalInterview {
    return this.#store.createInterview(body, this.clock.now());
  }

  /**
   * Changes some fields of an interview, as a person would in Feishu.
   *
   * @throws RangeError if there is no such interview
   */
  editInterview(id: string, changes: Partial<ExternalInterviewUpdate>): ExternalInterview {
    const stored = this.#store.interviews.find(id);
    if (!stored) throw new RangeError(`There is no interview ${id}.`);
    const fields = { ...stored.interview, ...changes };
    return this.#store.replaceInterview(stored, fields, { nowMs: this.clock.now(), assessmentIds: "kept" });
  }

  /** Deletes an interview, as a person would in Feishu. */
  deleteInterview(id: string): void {
    this.#store.deleteInterview(id, this.clock.now());
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
    const arrival = {
      headers: incoming.headers,
      receivedAtMs: this.clock.now(),
      receivedAtMonotonicMs: this.clock.monotonicNow(),
    };
    const connection = new Connection(incoming, outgoing);
    const text = await connection.readText();
    if (text === undefined) return;
    const route = findRoute(incoming.method, incoming.url);
    if (!route) {
      outgoing.writeHead(404).end();
      return;
    }
    const request = this.#log.receive({ ...arrival, route, text });
    await serveRequest(request, connection, {
      gateway: this.#gateway,
      script: this.faults,
      latencyMs: this.#options.latencyMs,
    });
    if (request.response?.code === ErrorCode.RateLimited) this.#limitResponses++;
  }
}
