import { defaultTransport } from "#transport";
import { hosts } from "../generated/operations.js";
import { systemClock } from "./clock.js";
import { ConfigurationError } from "./errors/configuration.js";
import type { CallOptions, ClientOptions, ResolvedOptions } from "./options.js";
import { InMemoryRateLimiter } from "./rate-limit/in-memory-rate-limiter.js";
import { isLoopbackUrl, readCredentials } from "./read-credentials.js";
import { createFetchTransport } from "./transport/create-fetch-transport.js";

const NAMES: Readonly<Record<keyof ClientOptions, true>> = {
  appId: true,
  appSecret: true,
  baseUrl: true,
  fetch: true,
  timeoutMs: true,
  totalTimeoutMs: true,
  maxRetries: true,
  maxRateLimitWaitMs: true,
  maxResponseBytes: true,
  rateLimiter: true,
  tokenStore: true,
  logger: true,
  clock: true,
  validate: true,
  onRequest: true,
  onResponse: true,
  onRetry: true,
  onWait: true,
};

/**
 * Checks the client's options and applies the defaults.
 *
 * @throws ConfigurationError if an option is wrong or unknown
 */
export function resolveOptions(options: ClientOptions): ResolvedOptions {
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(NAMES, name));
  if (unknown !== undefined) throw new ConfigurationError(`${unknown} is not an option of FeishuHire.`);
  const env = globalThis.process?.env ?? {};
  const { clock = systemClock, rateLimiter, timeoutMs = 30_000, totalTimeoutMs, maxRetries = 4 } = options;
  assertCallOptions({ timeoutMs, totalTimeoutMs, maxRetries });
  const baseUrl = resolveBaseUrl(options.baseUrl ?? (env.FEISHU_BASE_URL || "feishu"));
  const { appId, secrets, get: getCredentials } = readCredentials(options, env, baseUrl);
  if (options.validate) getCredentials();
  return {
    appId,
    baseUrl,
    accountKey: `${appId}@${new URL(baseUrl).host}`,
    secrets,
    getCredentials,
    transport: options.fetch ? createFetchTransport(options.fetch) : defaultTransport,
    timeoutMs,
    totalTimeoutMs,
    maxRetries: maxRetries || 0,
    maxRateLimitWaitMs: assertPositive("maxRateLimitWaitMs", options.maxRateLimitWaitMs ?? 120_000),
    maxResponseBytes: assertPositive("maxResponseBytes", options.maxResponseBytes ?? 10_000_000),
    isPaced: rateLimiter !== false,
    rateLimiter: rateLimiter || new InMemoryRateLimiter(clock),
    tokenStore: options.tokenStore,
    logger: options.logger,
    hooks: options,
    clock,
  };
}

/** @throws ConfigurationError if an option of a call is wrong */
export function assertCallOptions(options: CallOptions): void {
  for (const name of ["timeoutMs", "totalTimeoutMs"] as const) {
    const value = options[name];
    if (value !== undefined) assertPositive(name, value);
  }
  const { maxRetries = 0 } = options;
  if (maxRetries !== false && !(Number.isInteger(maxRetries) && maxRetries >= 0))
    throw new ConfigurationError("maxRetries must be a whole number, 0 or more, or false.");
}

/** Checks a number of milliseconds or bytes. One too large for a timer can only be a mistake. */
function assertPositive(name: string, value: number): number {
  if (typeof value === "number" && value > 0 && value <= 2 ** 31 - 1) return value;
  throw new ConfigurationError(`${name} must be a number from 1 to ${2 ** 31 - 1}.`);
}

const [FEISHU, LARK] = hosts;

/**
 * Resolves the base URL, without a trailing slash. The error does not repeat the
 * value: a URL can hold a password.
 */
function resolveBaseUrl(baseUrl: string): string {
  if (baseUrl === "feishu") return FEISHU;
  if (baseUrl === "lark") return LARK;
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const isSecure = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopbackUrl(url));
  if (!url || !isSecure || url.username || url.password || url.search || url.hash) {
    const hint = /^[\w.-]+\.\w+(:\d+)?$/.test(baseUrl) ? " Write https:// before the host." : "";
    throw new ConfigurationError(
      `baseUrl must be "feishu", "lark", an https URL, or http on this machine (127.0.0.1, localhost), without user, query or fragment.${hint}`,
    );
  }
  return url.href.replace(/\/+$/, "");
}
