import { operations } from "../../generated/operations.js";
import { InMemoryRateLimiter, type RateLimiter } from "../index.js";

/** The client's rate limiter at `rate` requests a second, which may be less than one. */
export function limitRate(rate: number): RateLimiter {
  const requests = Math.max(1, Math.floor(rate));
  const limit = { requests, periodMs: (1000 * requests) / rate };
  const limiter = new InMemoryRateLimiter();
  return {
    acquire: (request) => limiter.acquire({ ...request, limit: request.limit && limit }),
    pause: (key, waitMs) => limiter.pause(key, waitMs),
  };
}

/** Feishu's limit, in requests a second. */
export function maxRate(): number {
  const { rateLimit } = operations.createExternalInterview;
  return rateLimit ? (1000 * rateLimit.requests) / rateLimit.periodMs : Infinity;
}
