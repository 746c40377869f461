/** Makes a contender's first create, token included, and sends the CPU time of the whole process. */
import { contenders } from "./contenders.js";

export interface ProcessMeasurement {
  readonly cpuMs: number;
}

const [contender = "", baseUrl = ""] = process.argv.slice(2);
const call = await contenders[contender]?.(baseUrl);
await call?.();
const { user, system } = process.cpuUsage();
const measurement: ProcessMeasurement = { cpuMs: (user + system) / 1000 };
process.send?.(measurement);
process.on("disconnect", () => process.exit());
