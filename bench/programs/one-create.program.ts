/** A whole process: a contender's first create, with the token that it needs, and the CPU of all of it. */
import { contenders } from "./contenders.js";

export interface ProcessFacts {
  readonly cpuMs: number;
}

const [contender = "", baseUrl = ""] = process.argv.slice(2);
const call = await contenders[contender]?.(baseUrl);
await call?.();
const { user, system } = process.cpuUsage();
const facts: ProcessFacts = { cpuMs: (user + system) / 1000 };
process.send?.(facts);
process.on("disconnect", () => process.exit());
