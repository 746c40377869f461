import { setSystemTimer } from "../clock.js";

/** A client of the package `redis` (node-redis), connected. */
export interface NodeRedisClient {
  sendCommand(args: string[]): Promise<unknown>;
}

/** A client of the package `ioredis`. */
export interface IoredisClient {
  call(command: string, ...args: string[]): Promise<unknown>;
}

/** A client of either package. Cluster clients are not supported. */
export type RedisClient = NodeRedisClient | IoredisClient;

/** Sends one command and resolves to its reply. */
export function sendCommand(redis: RedisClient, command: string, ...args: string[]): Promise<unknown> {
  return "call" in redis ? redis.call(command, ...args) : redis.sendCommand([command, ...args]);
}

/**
 * Sends one command and rejects if its reply takes longer than `timeoutMs`. A client that has lost its
 * connection queues commands for as long as it likes, so the command may still be run later.
 */
export async function sendWithin(
  redis: RedisClient,
  timeoutMs: number,
  command: string,
  ...args: string[]
): Promise<unknown> {
  let cancel = () => {};
  const timeout = new Promise<never>((_, reject) => {
    const fail = () => reject(new Error(`Redis took longer than ${timeoutMs} ms`));
    cancel = setSystemTimer(fail, timeoutMs);
  });
  try {
    return await Promise.race([sendCommand(redis, command, ...args), timeout]);
  } finally {
    cancel();
  }
}
