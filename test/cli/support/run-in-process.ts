import { expect, vi } from "vitest";
import { createProgram } from "../../../src/cli/create-program.js";
import { detectLanguage, getLanguageSources } from "../../../src/cli/language/detect-language.js";
import { setLanguage } from "../../../src/cli/language/translate.js";
import { runCommand } from "../../../src/cli/run-program.js";
import type { Language } from "../../../src/messages/language.js";
import type { ProcessResult } from "../../support/program.js";

/** What a command prints, on stdout and stderr, and its exit code. */
export interface Finished {
  readonly printed: string;
  readonly exitCode: typeof process.exitCode;
}

/** Runs a command in this process, in a language. */
export async function runInProcess(args: readonly string[], language: Language): Promise<Finished> {
  let printed = "";
  const release = captureOutput((_, text) => {
    printed += text;
  });
  setLanguage(language);
  try {
    await createProgram().parseAsync(args, { from: "user" });
    return { printed, exitCode: process.exitCode };
  } finally {
    setLanguage("en");
    process.exitCode = undefined;
    release();
  }
}

/**
 * Runs the command as `start(process.execPath, [COMMAND, ...args])` does, but in this process: ten times as fast. One at
 * a time.
 */
export async function runHere(
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<ProcessResult> {
  const output = { stdout: "", stderr: "" };
  const release = captureOutput((name, text) => {
    output[name] += text;
  });
  let exited: ProcessResult | undefined;
  const exit = vi.spyOn(process, "exit").mockImplementation((code) => {
    exited ??= { code: Number(code ?? 0), signal: null, ...output };
    throw new Error("The process would be gone by now");
  });
  const before = { cwd: process.cwd(), env: process.env, argv: process.argv };
  const listeners = process.listenerCount("SIGINT");
  const { PATH = "", HOME = "" } = process.env;
  process.chdir(cwd);
  process.env = { PATH, HOME, LANG: "en_US.UTF-8", ...env };
  process.argv = [process.execPath, "feishu-hire", ...args];
  setLanguage(detectLanguage(getLanguageSources()));
  try {
    await runCommand(createProgram());
    // The next signal would end the tests.
    expect(process.listenerCount("SIGINT"), "listeners for SIGINT").toBe(listeners);
    return exited ?? { code: Number(process.exitCode ?? 0), signal: null, ...output };
  } finally {
    process.chdir(before.cwd);
    process.env = before.env;
    process.argv = before.argv;
    process.exitCode = undefined;
    setLanguage("en");
    exit.mockRestore();
    release();
  }
}

/** Takes what is written to stdout and stderr until it is released. */
function captureOutput(take: (name: "stdout" | "stderr", text: string) => void): () => void {
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      take(name, String(text));
      return true;
    }),
  );
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}
