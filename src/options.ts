import type { TokenStore } from "./auth/token-store.js";
import type { Clock } from "./clock.js";
import type { RateLimiter } from "./rate-limit/rate-limiter.js";
import type { Hooks, Logger } from "./telemetry.js";
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
   * The transport: any function with the signature of `fetch`, whose response has at least
   * `status`, `headers` and `text()`.
   * @default on Node, one over `node:http` that respects `HTTPS_PROXY` and `NO_PROXY`; elsewhere, `fetch`
   */
  fetch?: Fetch | undefined;
  /** How long one attempt may take, in milliseconds. @default 30000 */
  timeoutMs?: number | undefined;
  /** How long a call may take, including all its waits, in milliseconds. @default no limit */
  totalTimeoutMs?: number | undefined;
  /** Maximum number of retries, for requests that are safe to retry; `false` for none. @default 4 */
  maxRetries?: number | false | undefined;
  /**
   * How long a call may wait in total because Feishu asks it to, in milliseconds: after limit responses, and for
   * `Retry-After`. After a limit response nothing holds the operation's other calls for longer either.
   *
   * @default 120000
   */
  maxRateLimitWaitMs?: number | undefined;
  /** The largest response that is read, in bytes. @default 10000000 */
  maxResponseBytes?: number | undefined;
  /**
   * Paces requests. `false` turns pacing off; pass your own to share a quota between processes.
   * @default in memory, with a window per operation
   */
  rateLimiter?: RateLimiter | false | undefined;
  /** Shares the token between processes. @default none: each client caches its own */
  tokenStore?: TokenStore | undefined;
  /** Receives log messages. Compatible with pino, winston and `console`. @default none */
  logger?: Logger | undefined;
  /** Clock. Override it in tests. @default the system's */
  clock?: Clock | undefined;
  /** Checks the credentials now rather than at the first call. @default false */
  validate?: boolean | undefined;
}

/** The client's options, with the defaults applied. */
export interface ResolvedOptions {
  /** Empty if it is not known yet. */
  readonly appId: string;
  readonly baseUrl: string;
  /** `{appId}@{host}`: each has its own token and limits. */
  readonly accountKey: string;
  /** Texts that must not appear in errors or logs. */
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
