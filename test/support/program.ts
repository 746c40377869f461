import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { TestFeishu } from "../../src/testing/index.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const REQUIRE = `import { createRequire as createRequireOfBundle } from "node:module";
const require = createRequireOfBundle(import.meta.url);`;

/** A program that Node can run, in a folder inside the package. */
export interface Program {
  readonly path: string;
}

const programs = new Map<string, Promise<Program>>();

/** Bundles a file of this repository and its dependencies, once, so that it starts fast and matches the sources. */
export function buildProgram(entry: string): Promise<Program> {
  const program = programs.get(entry) ?? bundle(entry);
  programs.set(entry, program);
  return program;
}

async function bundle(entry: string): Promise<Program> {
  const { FEISHU_HIRE_TEST_FOLDER: runFolder } = process.env;
  if (runFolder === undefined) throw new Error("The configuration lacks test/support/temporary-folder.ts.");
  const folder = await mkdtemp(join(runFolder, "program-"));
  const path = join(folder, "program.mjs");
  await build({
    entryPoints: [join(ROOT, entry)],
    outfile: path,
    bundle: true,
    // CommonJS packages in an ES module call it.
    banner: { js: REQUIRE },
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  });
  return { path };
}

/** How a process ended, and its output. */
export interface ProcessResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<ProcessResult>;
}

/** Starts a process with `env` and only what Node needs of this process's environment. */
export function start(
  command: string,
  args: readonly string[],
  { env = {}, cwd = ROOT }: { env?: Record<string, string>; cwd?: string } = {},
): Running {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(command, args, {
    cwd,
    env: { PATH, HOME, LANG: "en_US.UTF-8", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = new Promise<Pick<ProcessResult, "code" | "signal">>((resolve, reject) => {
    child.once("error", reject).once("exit", (code, signal) => resolve({ code, signal }));
  });
  const ended = Promise.all([exited, text(child.stdout), text(child.stderr)]).then(
    ([exit, stdout, stderr]) => ({ ...exit, stdout, stderr }),
  );
  return { child, ended };
}

/** Returns the environment variables with which the command calls this server. */
export function getEnvironment({ baseUrl, appId, appSecret }: TestFeishu): Record<string, string> {
  return { FEISHU_BASE_URL: baseUrl, FEISHU_APP_ID: appId, FEISHU_APP_SECRET: appSecret };
}
