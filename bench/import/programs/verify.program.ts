/** Verifies a job for each message, as the command does, and replies with the measurements. */
import { readInterviews, verifyInterviews } from "../../../src/importer/index.js";
import { FeishuHire } from "../../../src/index.js";
import { Memory } from "./memory.js";
import type { ServerAddress } from "./server.program.js";

export interface VerifyTask {
  readonly server: ServerAddress;
  readonly file: string;
  readonly job: string;
  readonly pacing: boolean;
  /** Samples the memory after every this many interviews. */
  readonly sampleEvery: number;
}

export interface VerifyMeasurement {
  readonly same: number;
  readonly wallMs: number;
  /** The peak of resident memory for every `sampleEvery` interviews. */
  readonly peakBytes: readonly number[];
}

async function verifyFile({
  server,
  file,
  job,
  pacing,
  sampleEvery,
}: VerifyTask): Promise<VerifyMeasurement> {
  const memory = new Memory(sampleEvery);
  const startedAtMs = performance.now();
  const client = new FeishuHire({ ...server, ...(!pacing && { rateLimiter: false }) });
  const run = verifyInterviews(readInterviews(file, { format: "jsonl" }), { client, jobDir: job });
  let next = await run.next();
  for (; !next.done; next = await run.next()) memory.countInterview();
  const wallMs = performance.now() - startedAtMs;
  return { same: next.value.same, wallMs, peakBytes: memory.end() };
}

process.on("message", async (task: VerifyTask) => process.send?.(await verifyFile(task)));
process.on("disconnect", () => process.exit());
process.send?.({});
