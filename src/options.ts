import { hosts } from "../generated/operations.js";
import type { TokenStore } from "./auth/token-store.js";
import { type Clock, systemClock } from "./clock.js";
import { ConfigurationError } from "./errors/configuration.js";
import { InMemoryRateLimiter } from "./rate-limit/in-memory-rate-limiter.js";
import type { RateLimiter } from "./rate-limit/rate-limiter.js";
import type { Hooks, Logger, RetryEvent } from "./telemetry.js";
import type { Fetch } from "./transport/fetch-once.js";

/** What a client is made of. Every option has a default but the credentials, which may come from the environment. */
export interface ClientOptions extends Hooks {
  /** The self-built app's id. @default the environment's `FEISHU_APP_ID` */
  appId?: string | undefined;
  /** The self-built app's secret. @default the environment's `FEISHU_APP_SECRET` */
  appSecret?: string | undefined;
  /**
   * `"feishu"`, `"lark"`, or the address of a mock or a gateway, which must be https or on this machine.
   * @default the environment's `FEISHU_BASE_URL`, or `"feishu"`
   */
  baseUrl?: "feishu" | "lark" | (string & {}) | undefined;
  /** The transport, called with an address and a `RequestInit`. @default the global `fetch` */
  fetch?: Fetch | undefined;
  /** How long one attempt may take, in milliseconds. @default 30000 */
  timeoutMs?: number | undefined;
  /** How long a call may take with all its waits, in milliseconds. @default none */
  totalTimeoutMs?: number | undefined;
  /** How often a call is sent again where that is safe; `false` for never. @default 4 */
  maxRetries?: number | false | undefined;
  /** How long a call may wait for Feishu's rate limit in all, in milliseconds. @default 60000 */
  maxRateLimitWaitMs?: number | undefined;
  /** The largest answer that is read, in bytes. @default 10000000 */
  maxResponseBytes?: number | undefined;
  /** `false` turns pacing off; your own shares a quota between processes. @default a lane per operation, in memory */
  rateLimiter?: RateLimiter | false | undefined;
  /** Shares the token between processes. @default none: the client keeps its own */
  tokenStore?: TokenStore | undefined;
  /** Where the client's doings are told: pino, winston and console fit. @default silent */
  logger?: Logger | undefined;
  /** Time; for tests. @default the system's */
  clock?: Clock | undefined;
}

/** What one call may set for itself. */
export interface CallOptions {
  /** Ends the call, wherever it is. */
  signal?: AbortSignal | undefined;
  /** How long one attempt may take, in milliseconds. @default the client's */
  timeoutMs?: number | undefined;
  /** How long the call may take with all its waits, in milliseconds. @default the client's */
  totalTimeoutMs?: number | undefined;
  /** How often it is sent again where that is safe; `false` for never. @default the client's */
  maxRetries?: number | false | undefined;
  /** More headers. */
  headers?: Record<string, string> | undefined;
  /**
   * Awaited before each attempt, once it has its token and its permit: record here that it is about to be sent. If
   * this throws, nothing is sent and the call fails with what was thrown. `signal` and `totalTimeoutMs` end the wait.
   */
  beforeSend?: (() => Promise<void> | void) | undefined;
  /** Called when an attempt has failed and the call waits to be sent again. What it throws is ignored. */
  onRetry?: ((facts: RetryEvent) => void) | undefined;
}

/** The options with every default in place. */
export interface ResolvedOptions {
  readonly appId: string;
  readonly appSecret: string;
  readonly baseUrl: string;
  /** The app and the host: what tokens and limits belong to. */
  readonly accountKey: string;
  readonly fetch: Fetch;
  readonly timeoutMs: number;
  readonly totalTimeoutMs: number | undefined;
  readonly maxRetries: number;
  readonly maxRateLimitWaitMs: number;
  readonly maxResponseBytes: number;
  readonly paced: boolean;
  readonly rateLimiter: RateLimiter;
  readonly tokenStore: TokenStore | undefined;
  readonly logger: Logger | undefined;
  readonly hooks: Hooks;
  readonly clock: Clock;
}

/**
 * Every default, resolved once.
 *
 * @throws ConfigurationError
 */
export function resolveOptions(options: ClientOptions): ResolvedOptions {
  const env = globalThis.process?.env ?? {};
  const { clock = systemClock, rateLimiter = new InMemoryRateLimiter(clock) } = options;
  const appId = credential("appId", options.appId ?? env.FEISHU_APP_ID, "FEISHU_APP_ID");
  const baseUrl = resolveBaseUrl(options.baseUrl ?? (env.FEISHU_BASE_URL || "feishu"));
  return {
    appId,
    appSecret: credential("appSecret", options.appSecret ?? env.FEISHU_APP_SECRET, "FEISHU_APP_SECRET"),
    baseUrl,
    accountKey: `${appId}@${new URL(baseUrl).host}`,
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    timeoutMs: positive("timeoutMs", options.timeoutMs ?? 30_000),
    totalTimeoutMs:
      options.totalTimeoutMs === undefined ? undefined : positive("totalTimeoutMs", options.totalTimeoutMs),
    maxRetries: wholeNumber("maxRetries", options.maxRetries || (options.maxRetries === undefined ? 4 : 0)),
    maxRateLimitWaitMs: positive("maxRateLimitWaitMs", options.maxRateLimitWaitMs ?? 60_000),
    maxResponseBytes: positive("maxResponseBytes", options.maxResponseBytes ?? 10_000_000),
    paced: rateLimiter !== false,
    rateLimiter: rateLimiter === false ? new InMemoryRateLimiter(clock) : rateLimiter,
    tokenStore: options.tokenStore,
    logger: options.logger,
    hooks: options,
    clock,
  };
}

function credential(name: string, value: string | undefined, variable: string): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  throw new ConfigurationError(`No ${name}: pass it to new FeishuHire({ ${name} }) or set ${variable}.`);
}

/** A number of milliseconds or bytes. setTimeout counts no further than 2^31 - 1. */
function positive(name: string, value: number): number {
  if (value > 0 && value <= 2 ** 31 - 1) return value;
  throw new ConfigurationError(`${name} must be a number from 1 to ${2 ** 31 - 1}.`);
}

function wholeNumber(name: string, value: number): number {
  if (Number.isInteger(value) && value >= 0) return value;
  throw new ConfigurationError(`${name} must be a whole number from 0.`);
}

const [FEISHU, LARK] = hosts;

/** The host, without a slash at its end. The message does not repeat what came: an address can hold a password. */
function resolveBaseUrl(baseUrl: string): string {
  if (baseUrl === "feishu") return FEISHU;
  if (baseUrl === "lark") return LARK;
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const secure = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  if (!url || !secure || url.username || url.password || url.search || url.hash) {
    throw new ConfigurationError(
      'baseUrl must be "feishu", "lark", an https address, or http on this machine (127.0.0.1, localhost), without user, query or fragment.',
    );
  }
  return url.href.replace(/\/+$/, "");
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}
