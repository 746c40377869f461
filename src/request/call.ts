import type { Operation } from "../../generated/operations.js";
import { RateLimitError } from "../errors/api.js";
import { FeishuHireError } from "../errors/base.js";
import { settle } from "../errors/finalize-error.js";
import type { Timings } from "../errors/timeout.js";
import type { ResolvedOptions } from "../options.js";
import { acquirePermit } from "../rate-limit/acquire-permit.js";
import type { Permit } from "../rate-limit/rate-limiter.js";
import { answerFacts, type RequestEvent, type ResponseEvent } from "../telemetry.js";
import { type Answer, exchange } from "../transport/fetch-once.js";
import { waitUnlessAborted } from "../wait-unless-aborted.js";
import { openScope, type Scope } from "./abort-scope.js";
import { openEnvelope } from "./envelope.js";
import { adviceWhenOpen, hasIdempotencyKey } from "./idempotency.js";
import type { OutgoingRequest, SendContext } from "./outgoing-request.js";
import {
  backoffMs,
  decide,
  isTokenRejection,
  limitWaitMs,
  mayRepeat,
  provesNothingDone,
  type Verdict,
} from "./retry-policy.js";
import { withParsedBody } from "./with-parsed-body.js";

/** One call with all its attempts. */
export class Call {
  readonly #context: SendContext;
  readonly #options: ResolvedOptions;
  readonly #request: OutgoingRequest;
  readonly #operation: Operation;
  readonly #scope: Scope;
  readonly #maxRetries: number;
  readonly #deadlineAtMs: number;
  #attempts = 0;
  #retries = 0;
  #tokenReplaced = false;
  #firstTryAtMs = 0;
  #limitWaitMs = 0;
  #lastResponse: ResponseEvent | undefined;
  /** The last failure after which it was open whether the request had been carried out. */
  #openFailure: FeishuHireError | undefined;
  readonly #spent: Record<keyof Timings, number> = { queueMs: 0, tokenMs: 0, responseMs: 0 };

  constructor(context: SendContext, request: OutgoingRequest, operation: Operation) {
    const { options } = context;
    const { totalTimeoutMs = options.totalTimeoutMs, maxRetries = options.maxRetries } = request;
    this.#context = context;
    this.#options = options;
    this.#request = request;
    this.#operation = operation;
    this.#maxRetries = maxRetries === false ? 0 : maxRetries;
    if (operation.contentType) request.outgoingHeaders.set("content-type", operation.contentType);
    this.#deadlineAtMs = options.clock.monotonicNow() + (totalTimeoutMs ?? Number.POSITIVE_INFINITY);
    this.#scope = openScope(operation.id, request.signal, totalTimeoutMs);
  }

  async run(): Promise<Response> {
    try {
      for (;;) {
        await this.#getToken();
        const permit = await this.#acquirePermit();
        const token = await this.#prepare(permit);
        try {
          return await this.#attempt(token, permit);
        } catch (error) {
          await this.#recover(error, token);
        }
      }
    } catch (error) {
      throw this.#settle(error);
    } finally {
      this.#scope.close();
    }
  }

  /** What is left to do before an attempt, with its permit in hand. */
  async #prepare(permit: Permit | undefined): Promise<string | undefined> {
    try {
      // The token may have been renewed or have expired while the call was queued.
      const token = await this.#getToken();
      // The window of the idempotency key may have closed.
      if (this.#openFailure && !this.#mayRepeat()) throw this.#openFailure;
      await waitUnlessAborted(this.#request.beforeSend?.(), this.#scope.signal);
      this.#scope.signal?.throwIfAborted();
      return token;
    } catch (error) {
      permit?.release();
      throw error;
    }
  }

  async #getToken(): Promise<string | undefined> {
    if (!this.#operation.authenticated) return undefined;
    const { tokens } = this.#context;
    return tokens.cachedToken() ?? this.#timed("tokenMs", () => tokens.getToken(this.#scope.signal));
  }

  async #acquirePermit(): Promise<Permit | undefined> {
    const { rateLimiter, paced } = this.#options;
    const { id: operationId, rateLimit } = this.#operation;
    const limit = paced ? rateLimit : undefined;
    const priority = this.#attempts > 0;
    const { signal } = this.#scope;
    const request = { key: this.#limitKey, operationId, limit, priority, signal };
    return this.#timed("queueMs", () => acquirePermit(rateLimiter, request));
  }

  async #attempt(token: string | undefined, permit: Permit | undefined): Promise<Response> {
    const { clock } = this.#options;
    this.#attempts++;
    if (this.#attempts === 1) this.#firstTryAtMs = clock.now();
    const facts = this.#facts();
    const startedAtMs = clock.monotonicNow();
    this.#context.observer.request(facts);
    permit?.sent();
    const tell = (answer: Pick<ResponseEvent, "status" | "code" | "logId">) => {
      // Not by spreading, which takes V8 sixteen times as long here.
      this.#lastResponse = Object.assign({ durationMs: clock.monotonicNow() - startedAtMs }, facts, answer);
      this.#context.observer.response(this.#lastResponse);
    };
    try {
      const { appId, appSecret } = this.#options;
      const secrets = token === undefined ? [appSecret] : [appSecret, token];
      const answer = await this.#timed("responseMs", () => this.#exchange(token, secrets));
      const envelope = openEnvelope(this.#operation, answer, { appId, secrets });
      tell({ status: answer.status, code: 0, logId: answer.headers.get("x-tt-logid") ?? undefined });
      return withParsedBody(answer, envelope);
    } catch (error) {
      tell(answerFacts(error));
      throw error;
    } finally {
      permit?.responded();
    }
  }

  #exchange(token: string | undefined, secrets: readonly string[]): Promise<Answer> {
    const {
      url,
      method,
      outgoingHeaders: headers,
      body,
      timeoutMs = this.#options.timeoutMs,
    } = this.#request;
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
    return exchange(this.#options.fetch, {
      operationId: this.#operation.id,
      url,
      method,
      headers,
      body,
      signal: this.#scope.signal,
      timeoutMs,
      maxResponseBytes: this.#options.maxResponseBytes,
      secrets,
    });
  }

  /** Makes ready for the next attempt, or throws what ends the call. */
  async #recover(error: unknown, token: string | undefined): Promise<void> {
    const verdict = decide({
      error,
      mayRepeat: this.#mayRepeat(),
      maybeCarriedOut: this.#openFailure !== undefined,
      retries: this.#retries,
      maxRetries: this.#maxRetries,
      tokenReplaced: this.#tokenReplaced,
    });
    if (error instanceof FeishuHireError && !provesNothingDone(error)) this.#openFailure = error;
    const rejection = token !== undefined && isTokenRejection(error) ? error : undefined;
    if (token !== undefined && rejection) this.#context.tokens.invalidate(token, rejection);
    if (verdict === "throw") throw error;

    const waitMs = this.#waitBefore(verdict, error);
    if (this.#options.clock.monotonicNow() + waitMs >= this.#deadlineAtMs) throw error;
    if (this.#lastResponse && error instanceof Error) {
      const facts = { ...this.#lastResponse, reason: error.name, waitMs };
      this.#context.observer.retry(facts, this.#request.onRetry);
    }
    if (verdict === "replaceToken") this.#tokenReplaced = true;
    if (verdict === "waitForLimit")
      await waitUnlessAborted(this.#options.rateLimiter.pause(this.#limitKey, waitMs), this.#scope.signal);
    if (verdict === "retry") {
      this.#retries++;
      await this.#timed("queueMs", () => this.#options.clock.wait(waitMs, this.#scope.signal));
    }
  }

  #waitBefore(verdict: Verdict, error: unknown): number {
    if (verdict === "retry") return backoffMs(this.#retries, Math.random());
    if (!(error instanceof RateLimitError)) return 0;
    const waitMs = limitWaitMs(error);
    this.#limitWaitMs += waitMs;
    const { maxRateLimitWaitMs } = this.#options;
    if (this.#limitWaitMs <= maxRateLimitWaitMs) return waitMs;
    throw new RateLimitError(
      error.failure,
      `Feishu asks to wait ${waitMs} ms, with which this call would have waited longer than maxRateLimitWaitMs ${maxRateLimitWaitMs}.`,
    );
  }

  #settle(error: unknown): unknown {
    if (!(error instanceof FeishuHireError)) return error;
    // A failure to get a token is shared by all who waited for it, so what this call may have done is told by its own.
    const shared = error.operationId !== this.#operation.id;
    const own = shared ? this.#openFailure : error;
    if (!own) return error;
    const { authenticated, idempotency } = this.#operation;
    // A read changes nothing, nor does the token call, the only one without a token.
    const mayHaveSucceeded = this.#openFailure !== undefined && authenticated && idempotency !== "readOnly";
    const advice = mayHaveSucceeded
      ? adviceWhenOpen(this.#operation, { hasKey: this.#hasKey(), refusedLater: own !== this.#openFailure })
      : "";
    const facts = { mayHaveSucceeded, attempts: this.#attempts, advice };
    settle(own, "queueMs" in own ? { ...facts, ...this.#spent } : facts);
    this.#context.observer.failure(this.#operation, own);
    return own;
  }

  /** Feishu counts per app, tenant and operation. */
  get #limitKey(): string {
    return `${this.#options.accountKey}:${this.#operation.id}`;
  }

  #mayRepeat(): boolean {
    return mayRepeat(this.#operation, this.#hasKey(), this.#options.clock.now() - this.#firstTryAtMs);
  }

  #hasKey(): boolean {
    return hasIdempotencyKey(this.#operation, this.#request.body);
  }

  #facts(): RequestEvent {
    const { id: operationId, method, path } = this.#operation;
    return { operationId, method, path, attempt: this.#attempts };
  }

  async #timed<T>(part: keyof Timings, run: () => Promise<T>): Promise<T> {
    const startedAtMs = this.#options.clock.monotonicNow();
    try {
      return await run();
    } finally {
      this.#spent[part] += this.#options.clock.monotonicNow() - startedAtMs;
    }
  }
}
