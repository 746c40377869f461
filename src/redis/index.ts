/**
 * Shares the rate limit and the token between processes, through Redis.
 *
 * @module feishu-hire/redis
 */
export { RateLimiterError } from "./rate-limiter-error.js";
export type { IoredisClient, NodeRedisClient, RedisClient } from "./redis-client.js";
export { type RedisRateLimiterOptions, redisRateLimiter } from "./redis-rate-limiter.js";
export { type RedisTokenStoreOptions, redisTokenStore } from "./redis-token-store.js";
