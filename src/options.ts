import type { TokenStore } from "./auth/token-store.js";
import type { Clock } from "./clock.js";
import type { RateLimiter } from "./rate-limit/rate-limiter.js";
import type { Hooks, Logger, RetryEvent } from "./telemetry.js";
import type { Fetch, Transport } from "./transport/transport.js";

/** Client options. All are optional; credentials default to environment variables. */
export interface ClientOptions extends Hooks {
  /** The self-built app's id. @default the environment's `FEISHU_APP_ID` */
  appId?: string | undefined;
  /** The self-built app's secret. @default the environment's `FEISHU_APP_SECRET` */
  appSecret?: string | undefined;
  /**
   * `"feishu"`, `"lark"`, or the URL of a mock or a gateway: https, or http on this machine.
   * @default the environment's `FEISHU_BASE_URL`, or `"feishu"`
   */
  baseUrl?: "feishu" | "lark" | (string & {}) | undefined;
  /**
   * The transport. Any function of `fetch`'s shape that returns at least `{ status, headers, text() }`.
   * @default on Node one over `node:http`, which respects `HTTPS_PROXY` and `NO_PROXY`; elsewhere the global `fetch`
   */
  fetch?: Fetch | undefined;
  /** How long one attempt may take, in milliseconds. @default 30000 */
  timeoutMs?: number | undefined;
  /** How long a call may take with all its waits, in milliseconds. @default none */
  totalTimeoutMs?: number | undefined;
  /** Maximum number of retries, for requests that are safe to retry; `false` for none. @default 4 */
  maxRetries?: number | false | undefined;
  /** How long a call may wait for rate limits in total, in milliseconds. @default 120000 */
  maxRateLimitWaitMs?: number | undefined;
  /** The largest response that is read, in bytes. @default 10000000 */
  maxResponseBytes?: number | undefined;
  /** `false` turns pacing off; your own shares a quota between processes. @default in memory, a window per operation */
  rateLimiter?: RateLimiter | false | undefined;
  /** Shares the token between processes. @default none: the client caches its own */
  tokenStore?: TokenStore | undefined;
  /** Receives log messages. Compatible with pino, winston and `console`. @default none */
  logger?: Logger | undefined;
  /** Clock. Override it in tests. @default the system's */
  clock?: Clock | undefined;
  /** Checks the credentials now rather than at the first call. @default false */
  validate?: boolean | undefined;
}

/** Options of one call. */
export interface CallOptions {
  /** Aborts the call at any point. */
  signal?: AbortSignal | undefined;
  /** How long one attempt may take, in milliseconds. @default the client's */
  timeoutMs?: number | undefined;
  /** How long the call may take with all its waits, in milliseconds. @default the client's */
  totalTimeoutMs?: number | undefined;
  /** Maximum number of retries, if the request is safe to retry; `false` for none. @default the client's */
  maxRetries?: number | false | undefined;
  /** More headers. `Authorization` and `Content-Type` are the client's. */
  headers?: Record<string, string> | undefined;
  /**
   * Awaited before each attempt, once it has its token and its permit: record here that it is about to be sent. If
   * this throws, nothing is sent and the call fails with what was thrown. `signal` and `totalTimeoutMs` end the wait.
   */
  beforeSend?: (() => Promise<void> | void) | undefined;
  /** Called when an attempt has failed and will be retried. Errors are ignored. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
}

/** The options with all defaults. */
export interface ResolvedOptions {
  /** Empty if it is not known yet. */
  readonly appId: string;
  readonly baseUrl: string;
  /** The app and the host: what tokens and limits belong to. */
  readonly accountKey: string;
  /** What no error and no log may repeat. */
  readonly secrets: readonly string[];
  /** @throws ConfigurationError if a credential is missing or malformed */
  readonly getCredentials: () => { readonly appId: string; readonly appSecret: string };
  readonly transport: Transport;
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number | undefined;
  readonly maxRetries: number;
  readonly maxRateLimitWaitMs: number;
  readonly maxResponseBytes: number;
  /** Whether requests are counted against their limits. */
  readonly isPaced: boolean;
  readonly rateLimiter: RateLimiter;
  readonly tokenStore: TokenStore | undefined;
  readonly logger: Logger | undefined;
  readonly hooks: Hooks;
  readonly clock: Clock;
}
