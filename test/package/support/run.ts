import { spawn } from "node:child_process";

/** How a process ended, and its output. */
export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The variables that npm needs to reach its registry; a consumer gets nothing else
 * of the test run's environment.
 */
const INHERITED = /^(PATH|HOME|USERPROFILE|SYSTEMROOT|TMPDIR|\w+_PROXY|NPM_CONFIG_\w+|NODE_EXTRA_CA_CERTS)$/i;

const ENVIRONMENT: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => INHERITED.test(name))),
  DO_NOT_TRACK: "1",
  DENO_NO_UPDATE_CHECK: "1",
  NO_COLOR: "1",
};

/** Runs a program to its end, whether or not it succeeds. */
export function run(command: string, args: readonly string[], folder: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: ENVIRONMENT,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => {
      said.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      said.stderr += text;
    });
    child.on("error", reject).on("close", (exitCode) => resolve({ exitCode, ...said }));
  });
}

/** Runs a program that must succeed, and returns what it wrote to stdout. */
export async function mustRun(command: string, args: readonly string[], folder: string): Promise<string> {
  const { exitCode, stdout, stderr } = await run(command, args, folder);
  if (exitCode === 0) return stdout;
  throw new Error(`${command} ${args.join(" ")} ended with ${exitCode}:\n${stdout}${stderr}`);
}
