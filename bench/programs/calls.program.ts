/** Makes the calls that a message asks for with a contender, and replies with the average cost of one. */
import { contenders } from "./contenders.js";
import { createResponse } from "./examples.js";

export interface CallsTask {
  readonly calls: number;
  readonly concurrency: number;
}

export interface CallMeasurement {
  readonly cpuMs: number;
  readonly wallMs: number;
}

const [contender = "", baseUrl = ""] = process.argv.slice(2);
const call = await contenders[contender]?.(baseUrl);
const { id } = createResponse.data.external_interview;

async function makeCalls({ calls, concurrency }: CallsTask): Promise<CallMeasurement> {
  let left = calls;
  const before = process.cpuUsage();
  const startedAtMs = performance.now();
  const workers = Array.from({ length: concurrency }, async () => {
    while (left-- > 0) if ((await call?.()) !== id) throw new Error("That is not the interview's id.");
  });
  await Promise.all(workers);
  const wallMs = performance.now() - startedAtMs;
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000 / calls, wallMs: wallMs / calls };
}

process.on("message", async (task: CallsTask) => process.send?.(await makeCalls(task)));
process.on("disconnect", () => process.exit());
process.send?.({});
