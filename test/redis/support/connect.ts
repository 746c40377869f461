import { Redis } from "ioredis";
import { createClient } from "redis";
import type { RedisClient } from "../../../src/redis/index.js";
import type { RedisServer } from "./redis-server.js";

/** A connected client. */
export interface Connection {
  readonly redis: RedisClient;
  close(): void;
}

/** Connects with one of the two packages. Connection errors are ignored: the tests check their consequences. */
export async function connect(name: "redis" | "ioredis", { url }: RedisServer): Promise<Connection> {
  if (name === "ioredis") {
    const redis = new Redis(url).on("error", () => {});
    return { redis, close: () => redis.disconnect() };
  }
  const redis = createClient({ url });
  await redis.on("error", () => {}).connect();
  return { redis, close: () => redis.destroy() };
}
