import { defaultTransport } from "#transport";
import { hosts } from "../generated/operations.js";
import { checkClientOptions } from "./check-options.js";
import { systemClock } from "./clock.js";
import { ConfigurationError } from "./errors/configuration.js";
import type { ClientOptions, ResolvedOptions } from "./options.js";
import { InMemoryRateLimiter } from "./rate-limit/in-memory-rate-limiter.js";
import { isLoopbackUrl, readCredentials } from "./read-credentials.js";
import { createFetchTransport } from "./transport/create-fetch-transport.js";

/**
 * Checks the client's options and applies the defaults.
 *
 * @throws ConfigurationError if an option is wrong or unknown
 */
export function resolveOptions(options: ClientOptions): ResolvedOptions {
  checkClientOptions(options);
  const env = globalThis.process?.env ?? {};
  const { clock = systemClock, rateLimiter, timeoutMs = 30_000, totalTimeoutMs, maxRetries = 4 } = options;
  const baseUrl = resolveBaseUrl(options.baseUrl ?? (env.FEISHU_BASE_URL || "feishu"));
  const url = new URL(baseUrl);
  const credentials = readCredentials(options, env, url);
  if (options.validate) credentials.getCredentials();
  return {
    ...credentials,
    baseUrl,
    accountKey: `${credentials.appId}@${url.host}`,
    transport: options.fetch
      ? createFetchTransport(options.fetch)
      : (defaultTransport ?? createFetchTransport()),
    timeoutMs,
    totalTimeoutMs,
    maxRetries: maxRetries || 0,
    maxRateLimitWaitMs: options.maxRateLimitWaitMs ?? 120_000,
    maxResponseBytes: options.maxResponseBytes ?? 10_000_000,
    isPaced: rateLimiter !== false,
    rateLimiter: rateLimiter || new InMemoryRateLimiter(clock),
    tokenStore: options.tokenStore,
    logger: options.logger,
    hooks: options,
    clock,
  };
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
      `baseUrl must be "feishu", "lark", an https URL, or http on this machine, without user, query or fragment.${hint}`,
    );
  }
  return url.href.replace(/\/+$/, "");
}
