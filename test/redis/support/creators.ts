import type { TestFeishu } from "../../../src/testing/index.js";
import { type Program, start } from "../../support/program.js";
import type { CreatorResult, CreatorTask } from "./create-interviews.js";
import type { RedisServer } from "./redis-server.js";

/** A process that creates interviews; `kill` ends it at once. */
export interface Creator {
  readonly result: Promise<CreatorResult>;
  kill(): void;
}

/** Starts a process for each task, alternating between the two packages. */
export function startCreators(
  program: Program,
  feishu: TestFeishu,
  redis: RedisServer,
  tasks: readonly Partial<CreatorTask>[],
): Creator[] {
  return tasks.map((task, index) => {
    const { baseUrl, appId, appSecret } = feishu;
    const full = {
      name: `process-${index}`,
      baseUrl,
      appId,
      appSecret,
      redisUrl: redis.url,
      package: index % 2 === 0 ? "redis" : "ioredis",
      creates: 1,
      periodMs: 1_000,
      ...task,
    } satisfies CreatorTask;
    const { child, ended } = start(process.execPath, [program.path, JSON.stringify(full)]);
    const result = ended.then(({ stdout, stderr, signal }): CreatorResult => {
      if (signal === "SIGKILL") return { created: 0, failures: [] };
      if (stdout === "") throw new Error(`The process ended without a result: ${stderr}`);
      return JSON.parse(stdout);
    });
    return { result, kill: () => child.kill("SIGKILL") };
  });
}
