import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { format, summarize } from "../statistics.js";
import type { ServerAddress, ServerCounts } from "./programs/server.program.js";
import type { Part } from "./row.js";
import { writeSample } from "./sample.js";
import { withServer } from "./server.js";
import type { Stage } from "./stage.js";

const GIGABYTE = 1e9;
const ROUNDS = 5;
const GOAL_MS = 500;
/** Rarely enough not to slow the run down; the server records the time itself. */
const POLL_EVERY_MS = 100;

const WHY =
  "Node's own start, the modules, the token's fetch and the journal's first flushes; nothing grows with the file.";

/** Measures the time from the start of the built command to its first create, for a file of a gigabyte. */
export const start: Part = async (stage) => {
  // In a folder of its own: the other parts' jobs have sent the same interviews.
  const folder = stage.path("start");
  await mkdir(folder);
  const file = join(folder, "gigabyte.jsonl");
  await writeSample(file, { format: "jsonl", bytes: GIGABYTE });
  const tookMs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    tookMs.push(
      await withServer(stage, {}, (server, readCounts) => measure(stage, file, round, server, readCounts)),
    );
  }
  await rm(file);
  const { median } = summarize(tookMs);
  return [
    {
      figure: "1 GB file: start of the command to its first create",
      measured: `${format(summarize(tookMs), 0)} ms`,
      goal: `< ${GOAL_MS} ms`,
      why: WHY,
      met: median < GOAL_MS,
    },
  ];
};

async function measure(
  stage: Stage,
  file: string,
  round: number,
  server: ServerAddress,
  readCounts: () => Promise<ServerCounts>,
): Promise<number> {
  const { baseUrl, appId, appSecret } = server;
  const env = {
    ...process.env,
    FEISHU_BASE_URL: baseUrl,
    FEISHU_APP_ID: appId,
    FEISHU_APP_SECRET: appSecret,
  };
  const startedAtMs = Date.now();
  // Nor beside the jobs of the other rounds.
  const job = join(dirname(file), String(round), "job");
  const args = [stage.command, "import", file, "--job", job, "--quiet"];
  const command = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  const ended = once(command, "exit");
  try {
    for (;;) {
      const { arrivedAtMs } = await readCounts();
      const [first] = arrivedAtMs;
      if (first !== undefined) return first - startedAtMs;
      if (command.exitCode !== null) throw new Error("The command ended before its first create.");
      await delay(POLL_EVERY_MS);
    }
  } finally {
    command.kill("SIGINT");
    await ended;
  }
}
