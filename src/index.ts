/**
 * A client for Feishu Hire. Start with `FeishuHire`.
 *
 * @module feishu-hire
 */
export * from "../generated/index.js";
export type { StoredToken, TokenStore } from "./auth/token-store.js";
export { createClient, FeishuHire } from "./client.js";
export type { Clock } from "./clock.js";
export { AbortError } from "./errors/abort.js";
export type { Advice } from "./errors/advice.js";
export {
  type ApiFailure,
  AuthenticationError,
  BadParameterError,
  FeishuApiError,
  type MissingScopes,
  PermissionError,
  QuotaError,
  RateLimitError,
  ServerError,
} from "./errors/api.js";
export { FeishuHireError } from "./errors/base.js";
export { ConfigurationError } from "./errors/configuration.js";
export { ConnectionError } from "./errors/connection.js";
export { InvalidRequestError, type ValidationIssue } from "./errors/invalid-request.js";
export { InvalidResponseError } from "./errors/invalid-response.js";
export { TimeoutError, type Timings } from "./errors/timeout.js";
export { TransportError } from "./errors/transport.js";
export type { ClientOptions } from "./options.js";
export { InMemoryRateLimiter } from "./rate-limit/in-memory-rate-limiter.js";
export type { Permit, PermitRequest, RateLimiter } from "./rate-limit/rate-limiter.js";
export type { Hooks, Logger, WaitEvent } from "./telemetry.js";
export type { Fetch, FetchInit, TransportResponse } from "./transport/transport.js";
