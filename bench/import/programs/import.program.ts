/** Imports a file for each message, as the command does, and answers with what came of it. */
import { stat } from "node:fs/promises";
import { importInterviews, readInterviews } from "../../../src/importer/index.js";
import { FeishuHire } from "../../../src/index.js";
import { Memory } from "./memory.js";
import type { ServerPlace } from "./server.program.js";

export interface ImportTask {
  readonly server: ServerPlace;
  readonly file: string;
  readonly job: string;
  readonly pacing: boolean;
  /** @default the importer's */
  readonly concurrency?: number;
  /** Samples the memory after every this many interviews; never by default. */
  readonly lookEvery?: number;
}

export interface ImportFacts {
  readonly created: number;
  readonly wallMs: number;
  readonly cpuMs: number;
  /** The most memory that was resident in each stretch of `lookEvery` interviews; the last has the report's writing in it. */
  readonly peakBytes: readonly number[];
}

/** As the command guesses it. */
const BYTES_PER_INTERVIEW = 600;

async function importFile(task: ImportTask): Promise<ImportFacts> {
  const { server, file, job, pacing, concurrency, lookEvery = Number.POSITIVE_INFINITY } = task;
  const memory = new Memory(lookEvery);
  const before = process.cpuUsage();
  const startedAtMs = performance.now();
  const run = importInterviews(readInterviews(file, { format: "jsonl" }), {
    client: new FeishuHire({ ...server, ...(!pacing && { rateLimiter: false }) }),
    jobDir: job,
    expectedCount: Math.ceil((await stat(file)).size / BYTES_PER_INTERVIEW),
    ...(concurrency !== undefined && { concurrency }),
  });
  let next = await run.next();
  for (; !next.done; next = await run.next()) memory.interview();
  const wallMs = performance.now() - startedAtMs;
  const { user, system } = process.cpuUsage(before);
  const { created } = next.value;
  return { created, wallMs, cpuMs: (user + system) / 1000, peakBytes: memory.end() };
}

process.on("message", async (task: ImportTask) => process.send?.(await importFile(task)));
process.on("disconnect", () => process.exit());
process.send?.({});
