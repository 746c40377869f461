import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TestFeishu } from "../../../src/testing/index.js";
import { createEmptyDirectory } from "../../importer/support/job-directory.js";
import {
  buildProgram,
  getEnvironment,
  type ProcessResult,
  type Running,
  start,
} from "../../support/program.js";
import { runHere } from "./run-in-process.js";

/** The command, as a program. */
export const COMMAND: string = (await buildProgram("src/cli/main.ts")).path;

/** The header of a small CSV. */
export const CSV = "external_id,external_application_id,conclusion\n";

/** A folder with a file in it, and the command to run there. */
export interface CommandFolder {
  readonly cwd: string;
  /** Runs the command to its end, in this process; without a server, it has no credentials. */
  readonly run: (args: readonly string[], feishu?: TestFeishu) => Promise<ProcessResult>;
  readonly start: (args: readonly string[], env: Record<string, string>) => Running;
}

export async function createFolder(name: string, text: string): Promise<CommandFolder> {
  const cwd = await createEmptyDirectory();
  await writeFile(join(cwd, name), text);
  const startIt = (args: readonly string[], env: Record<string, string>) =>
    start(process.execPath, [COMMAND, ...args], { cwd, env });
  const run = (args: readonly string[], feishu?: TestFeishu) =>
    runHere(args, { cwd, env: feishu ? getEnvironment(feishu) : {} });
  return { cwd, run, start: startIt };
}
