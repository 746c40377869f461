import { vi } from "vitest";
import { createProgram } from "../../src/cli/create-program.js";
import { setLanguage } from "../../src/cli/language/translate.js";
import type { Language } from "../../src/messages/language.js";

/** What a command prints, on stdout and stderr, and its exit code. */
export interface Finished {
  readonly printed: string;
  readonly exitCode: typeof process.exitCode;
}

/** Runs a command in this process, in a language. */
export async function runInProcess(args: readonly string[], language: Language): Promise<Finished> {
  let printed = "";
  const spies = [process.stdout, process.stderr].map((output) =>
    vi.spyOn(output, "write").mockImplementation((text) => {
      printed += text;
      return true;
    }),
  );
  setLanguage(language);
  try {
    await createProgram().parseAsync(args, { from: "user" });
    return { printed, exitCode: process.exitCode };
  } finally {
    setLanguage("en");
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
}
