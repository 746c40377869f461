import type { Operation } from "../../generated/operations.js";
import type { RequestEvent, ResponseEvent } from "../../generated/runtime/events.js";
import type { TokenProvider } from "../auth/token-provider.js";
import { callSafely } from "../call-safely.js";
import { type CallContext, FeishuHireError } from "../errors/base.js";
import { ConfigurationError } from "../errors/configuration.js";
import { createError, getErrorName, toFinalError } from "../errors/create-error.js";
import { Failed, type Failure } from "../errors/failure.js";
import type { Timings } from "../errors/timeout.js";
import type { ResolvedOptions } from "../options.js";
import { acquirePermit, reportPermit } from "../rate-limit/acquire-permit.js";
import type { Permit } from "../rate-limit/rate-limiter.js";
import type { ResponseInfo, Telemetry } from "../telemetry.js";
import { waitUnlessAborted } from "../wait-unless-aborted.js";
import { AbortScope } from "./abort-scope.js";
import { attempt } from "./attempt.js";
import type { Success } from "./envelope.js";
import type { OutgoingRequest, SendContext } from "./outgoing-request.js";
import { describeResend } from "./resend-advice.js";
import {
  getLimitWaitMs,
  isRateLimit,
  isSafeToResend,
  mayRecover,
  provesNotApplied,
  RetryPolicy,
  rejectsToken,
} from "./retry-policy.js";
import { describeThrown } from "./sanitize-text.js";

/**
 * Sends a request, with all its attempts.
 *
 * @throws FeishuHireError, or whatever `beforeSend` throws
 */
export async function send(context: SendContext, request: OutgoingRequest): Promise<Success> {
  const call = new Call(context, request.options.idempotent ? markIdempotent(request) : request);
  try {
    return await call.run();
  } catch (thrown) {
    const create = call.explain(thrown);
    const report = (error: FeishuHireError) => context.telemetry.failure(request.operation, error);
    throw toFinalError(create, thrown, report);
  } finally {
    call.close();
  }
}

/** Believes the caller, who knows what is in the request. A read changes nothing, which says more. */
function markIdempotent(request: OutgoingRequest): OutgoingRequest {
  const { operation } = request;
  if (operation.idempotency === "readOnly") return request;
  return { ...request, operation: { ...operation, idempotency: "always" } };
}

/** One call: its loop, and what it remembers from attempt to attempt. */
class Call {
  readonly #options: ResolvedOptions;
  readonly #tokens: TokenProvider;
  readonly #telemetry: Telemetry;
  readonly #request: OutgoingRequest;
  readonly #operation: Operation;
  readonly #scope: AbortScope;
  readonly #policy: RetryPolicy;
  readonly #deadlineAtMs: number;
  readonly #timings: Record<keyof Timings, number> = { queueMs: 0, tokenMs: 0, responseMs: 0 };
  #attempts = 0;
  #firstTryAtMs = 0;
  #rejectedToken: string | undefined;
  #lastResponse: ResponseEvent | undefined;
  /** The last failure after which the request may have been applied. */
  #ambiguousFailure: Failure | undefined;

  constructor({ options, tokens, telemetry }: SendContext, request: OutgoingRequest) {
    const { signal, maxRetries = options.maxRetries } = request.options;
    const { totalTimeoutMs: timeoutMs = options.totalTimeoutMs } = request.options;
    this.#options = options;
    this.#tokens = tokens;
    this.#telemetry = telemetry;
    this.#request = request;
    this.#operation = request.operation;
    this.#scope = new AbortScope(options.clock, { signal, timeoutMs, limit: "totalTimeoutMs" });
    this.#deadlineAtMs = options.clock.monotonicNow() + (timeoutMs ?? Infinity);
    this.#policy = new RetryPolicy(request.operation, maxRetries || 0, options.maxRateLimitWaitMs);
  }

  async run(): Promise<Success> {
    for (;;) {
      await this.#getToken(); // so that nobody waits for a token with a permit in hand
      const permit = await this.#acquirePermit();
      const token = await this.#prepare(permit);
      const result = await this.#attempt(token, permit);
      if (result.kind === "success") return result;
      await this.#waitAfter(result, token);
    }
  }

  close(): void {
    this.#scope.close();
  }

  /** The last steps before an attempt. A permit that is not used is given back. */
  async #prepare(permit: Permit | undefined): Promise<string | undefined> {
    try {
      // The token may have been renewed or have expired while the call was queued.
      const token = await this.#getToken();
      // The window of the idempotency key may have closed.
      if (this.#ambiguousFailure && !this.#isSafeToResend) throw new Failed(this.#ambiguousFailure);
      await waitUnlessAborted(this.#request.options.beforeSend?.(), this.#scope.signal);
      return token;
    } catch (error) {
      reportPermit(permit, "release");
      throw error;
    }
  }

  #getToken(): Promise<string> | string | undefined {
    if (!this.#operation.authenticated) return undefined;
    const fetch = () => this.#tokens.getToken(this.#scope.signal, this.#rejectedToken);
    return this.#tokens.getCachedAndRefresh() ?? this.#timed("tokenMs", fetch);
  }

  #acquirePermit(): Promise<Permit | undefined> {
    const { id: operationId, rateLimit } = this.#operation;
    const { rateLimiter, isPaced, secrets } = this.#options;
    const request = {
      key: this.#limitKey,
      operationId,
      limit: isPaced ? rateLimit : undefined,
      priority: this.#attempts > 0,
      signal: this.#scope.signal,
      onWait: (waitMs: number) => this.#telemetry.wait({ operationId, waitMs }),
    };
    return this.#timed("queueMs", () => acquirePermit(rateLimiter, request)).catch((error: unknown) => {
      if (request.signal?.aborted || FeishuHireError.is(error)) throw error;
      throw new ConfigurationError(`The rate limiter failed: ${describeThrown(error, secrets)}`);
    });
  }

  async #attempt(token: string | undefined, permit: Permit | undefined): ReturnType<typeof attempt> {
    const { clock } = this.#options;
    this.#attempts++;
    if (this.#attempts === 1) this.#firstTryAtMs = clock.now();
    const { id: operationId, method, path } = this.#operation;
    const event: RequestEvent = { operationId, method, path, attempt: this.#attempts };
    const startedAtMs = clock.monotonicNow();
    this.#telemetry.request(event);
    reportPermit(permit, "sent");
    const result = await attempt(this.#options, this.#request, token, this.#scope);
    reportPermit(permit, "responded");
    const durationMs = clock.monotonicNow() - startedAtMs;
    this.#timings.responseMs += durationMs;
    const { status, code, logId }: ResponseInfo & { readonly kind: string } = result;
    // Not by spreading, which takes V8 sixteen times as long here.
    this.#lastResponse = Object.assign({ status, code, logId, durationMs }, event);
    this.#telemetry.response(this.#lastResponse);
    return result;
  }

  /** Waits until the request may be sent again, or throws what ends the call. */
  async #waitAfter(failure: Failure, token: string | undefined): Promise<void> {
    const { clock } = this.#options;
    if (!provesNotApplied(failure)) this.#ambiguousFailure = failure;
    const { waitMs, note } = this.#policy.after(failure, this.#isSafeToResend);
    if (token !== undefined && rejectsToken(failure)) {
      this.#rejectedToken = token;
      this.#tokens.invalidate(token, failure);
    }
    // Also if this call ends: the operation's other calls wait all the same.
    if (isRateLimit(failure)) this.#pause(getLimitWaitMs(this.#operation, failure));
    if (waitMs === undefined || clock.monotonicNow() + waitMs >= this.#deadlineAtMs)
      throw new Failed(failure, note);
    this.#reportRetry(failure, waitMs);
    // Whatever the limiter does, this call waits itself.
    if (waitMs > 0) await this.#timed("queueMs", () => clock.wait(waitMs, this.#scope.signal));
  }

  /** Pauses the operation for all calls: at most for as long as one would wait, so that none hangs. */
  #pause(waitMs: number): void {
    const { rateLimiter, maxRateLimitWaitMs } = this.#options;
    callSafely(() => rateLimiter.pause(this.#limitKey, Math.min(waitMs, maxRateLimitWaitMs)));
  }

  #reportRetry(failure: Failure, waitMs: number): void {
    if (!this.#lastResponse) return;
    const event = { ...this.#lastResponse, reason: getErrorName(failure), waitMs };
    this.#telemetry.retry(event, this.#request.options.onRetry);
  }

  /** Returns what creates the call's error; undefined if the call fails with what was thrown. */
  explain(thrown: unknown): (() => FeishuHireError) | undefined {
    if (thrown instanceof Failed) {
      const { failure, note } = thrown;
      return this.#explain(failure, { isTransient: mayRecover(failure) }, note);
    }
    // From the token call, the rate limiter, or `beforeSend`.
    if (!this.#mayHaveSucceeded || !this.#ambiguousFailure) return undefined;
    const isTransient = FeishuHireError.is(thrown) && thrown.isTransient;
    return this.#explain(this.#ambiguousFailure, { isTransient, cause: thrown });
  }

  #explain(failure: Failure, ending: Pick<CallContext, "isTransient" | "cause">, note?: string) {
    const { hasIdempotencyKey } = this.#request;
    const operation = this.#operation;
    const mayHaveSucceeded = this.#mayHaveSucceeded;
    const facts = { hasIdempotencyKey, laterAttemptRejected: failure !== this.#ambiguousFailure };
    const hint = [note, mayHaveSucceeded && describeResend(operation, facts)].filter(Boolean).join(" ");
    const context = { ...ending, mayHaveSucceeded, attempts: this.#attempts, hint };
    const timings = this.#timings;
    return () => createError(operation.id, failure, context, timings);
  }

  /** A read changes nothing, nor does the token call, the only one without a token. */
  get #mayHaveSucceeded(): boolean {
    const { authenticated, idempotency } = this.#operation;
    return authenticated && idempotency !== "readOnly" && this.#ambiguousFailure !== undefined;
  }

  /** Whether sending the request again does no harm. */
  get #isSafeToResend(): boolean {
    if (!this.#ambiguousFailure) return true;
    const sinceFirstTryMs = this.#options.clock.now() - this.#firstTryAtMs;
    return isSafeToResend(this.#operation, this.#request.hasIdempotencyKey, sinceFirstTryMs);
  }

  /** Feishu counts per app, tenant and operation. */
  get #limitKey(): string {
    return `${this.#options.accountKey}:${this.#operation.id}`;
  }

  async #timed<T>(part: keyof Timings, run: () => Promise<T>): Promise<T> {
    const { clock } = this.#options;
    const startedAtMs = clock.monotonicNow();
    try {
      return await run();
    } finally {
      this.#timings[part] += clock.monotonicNow() - startedAtMs;
    }
  }
}
