import { createHash } from "node:crypto";
import { type RedisClient, sendWithin } from "./redis-client.js";

/** A Lua script, sent by its digest once the server knows it. */
export class LuaScript {
  readonly #source: string;
  readonly #sha1: string;

  constructor(source: string) {
    this.#source = source;
    this.#sha1 = createHash("sha1").update(source).digest("hex");
  }

  async run(
    redis: RedisClient,
    timeoutMs: number,
    keys: readonly string[],
    args: readonly (string | number)[],
  ): Promise<unknown> {
    const rest = [String(keys.length), ...keys, ...args.map(String)];
    try {
      return await sendWithin(redis, timeoutMs, "EVALSHA", this.#sha1, ...rest);
    } catch (error) {
      // A server that was restarted has lost its scripts.
      if (!(error instanceof Error) || !error.message.startsWith("NOSCRIPT")) throw error;
      return sendWithin(redis, timeoutMs, "EVAL", this.#source, ...rest);
    }
  }
}
