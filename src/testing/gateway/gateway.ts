import { ErrorCode } from "../../../generated/error-codes.js";
import { operations } from "../../../generated/operations.js";
import { handlers } from "../handlers/index.js";
import type { FailureResponse, ResolvedTestOptions } from "../options.js";
import type { ReceivedRequest } from "../request-log.js";
import {
  formatFailure,
  formatLimitResponse,
  formatNotFound,
  formatSuccess,
  type ServerResponse,
} from "../response.js";
import { Store } from "../store/store.js";
import type { TestClock } from "../test-clock.js";
import { RateWindow } from "./rate-window.js";
import { Rejection } from "./rejection.js";
import { Tokens } from "./tokens.js";

/** Feishu when nothing goes wrong: checks a request, then applies it. */
export class Gateway {
  readonly tokens: Tokens;
  readonly store: Store;
  readonly #options: ResolvedTestOptions;
  readonly #clock: TestClock;
  readonly #windows: ReadonlyMap<string, RateWindow>;

  constructor(options: ResolvedTestOptions, clock: TestClock) {
    this.#options = options;
    this.#clock = clock;
    this.tokens = new Tokens(clock, options);
    this.store = new Store(options);
    this.#windows = createWindows(options.rateLimit);
  }

  get appId(): string {
    return this.#options.appId;
  }

  /**
   * Checks and applies a request. The order of the checks is not documented:
   * Content-Type, token, limit, the rest.
   */
  apply(request: ReceivedRequest): ServerResponse {
    return (
      this.#checkContentType(request) ??
      this.#checkToken(request) ??
      this.#checkRate(request) ??
      this.#handle(request)
    );
  }

  /** Marks the request's `external_id` as used, although it created nothing. */
  markUsed(request: ReceivedRequest): void {
    this.store.externalIds.markUsed(request, undefined, this.#clock.now());
  }

  /** Creates the response of a failure; nothing is applied. */
  fail(request: ReceivedRequest, failure: FailureResponse): ServerResponse {
    return formatFailure(request, failure, this.#options.appId);
  }

  /** Feishu documents a charset, but its own SDKs send none. */
  #checkContentType(request: ReceivedRequest): ServerResponse | undefined {
    const { contentType } = operations[request.operationId];
    const [mediaType, charset] = (request.headers["content-type"] ?? "").toLowerCase().split(/; */);
    const [expected, expectedCharset] = contentType?.split("; ") ?? [];
    const matches = mediaType === expected && (charset === undefined || charset === expectedCharset);
    if (contentType === undefined || matches) return undefined;
    return this.fail(request, { code: ErrorCode.BadRequest, msg: `Content-Type must be ${contentType}` });
  }

  #checkToken(request: ReceivedRequest): ServerResponse | undefined {
    if (!operations[request.operationId].authenticated) return undefined;
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
    if (token === undefined) return this.fail(request, { code: ErrorCode.MissingAccessToken });
    if (!/^[tu]-/.test(token)) return this.fail(request, { code: ErrorCode.MalformedAccessToken });
    return this.tokens.accepts(token) ? undefined : this.fail(request, this.#options.rejectedToken);
  }

  #checkRate(request: ReceivedRequest): ServerResponse | undefined {
    const { rateLimit } = this.#options;
    const window = this.#windows.get(request.operationId);
    const resetSeconds = window?.admit(this.#clock.monotonicNow());
    if (!rateLimit || !window || resetSeconds === undefined) return undefined;
    const failure = { code: ErrorCode.RateLimited, status: rateLimit.status ?? 429 };
    return formatLimitResponse(request, failure, { limit: window.limit, reset: resetSeconds });
  }

  #handle(request: ReceivedRequest): ServerResponse {
    const { tokens, store } = this;
    const context = { options: this.#options, tokens, store, nowMs: this.#clock.now() };
    try {
      return formatSuccess(request, handlers[request.operationId](request, context));
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return error.response === "http404" ? formatNotFound(request) : this.fail(request, error.response);
    }
  }
}

/** Creates a window for each operation that has a limit. */
function createWindows(rateLimit: ResolvedTestOptions["rateLimit"]): ReadonlyMap<string, RateWindow> {
  const limited = Object.values(operations).filter((operation) => operation.rateLimit);
  if (!rateLimit) return new Map();
  return new Map(limited.map(({ id, rateLimit: documented }) => [id, new RateWindow(rateLimit, documented)]));
}
