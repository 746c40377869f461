/** Imports a file for each message, as the command does, and replies with the measurements. */
import { stat } from "node:fs/promises";
import { estimateInterviewCount, importInterviews, readInterviews } from "../../../src/importer/index.js";
import { FeishuHire } from "../../../src/index.js";
import { Memory } from "./memory.js";
import type { ServerAddress } from "./server.program.js";

export interface ImportTask {
  readonly server: ServerAddress;
  readonly file: string;
  readonly job: string;
  readonly pacing: boolean;
  /** @default the importer's */
  readonly concurrency?: number;
  /** Samples the memory after every this many interviews; never by default. */
  readonly sampleEvery?: number;
}

export interface ImportMeasurement {
  readonly created: number;
  readonly wallMs: number;
  readonly cpuMs: number;
  /** The peak of resident memory for every `sampleEvery` interviews; the last includes writing the report. */
  readonly peakBytes: readonly number[];
}

async function importFile(task: ImportTask): Promise<ImportMeasurement> {
  const { server, file, job, pacing, concurrency, sampleEvery = Infinity } = task;
  const memory = new Memory(sampleEvery);
  const before = process.cpuUsage();
  const startedAtMs = performance.now();
  const run = importInterviews(readInterviews(file, { format: "jsonl" }), {
    client: new FeishuHire({ ...server, ...(!pacing && { rateLimiter: false }) }),
    jobDir: job,
    expectedCount: estimateInterviewCount((await stat(file)).size),
    concurrency,
  });
  let next = await run.next();
  for (; !next.done; next = await run.next()) memory.countInterview();
  const wallMs = performance.now() - startedAtMs;
  const { user, system } = process.cpuUsage(before);
  const { created } = next.value;
  return { created, wallMs, cpuMs: (user + system) / 1000, peakBytes: memory.end() };
}

process.on("message", async (task: ImportTask) => process.send?.(await importFile(task)));
process.on("disconnect", () => process.exit());
process.send?.({});
