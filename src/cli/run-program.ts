import type { Command } from "commander";
import { describeFailure, InputError, isSystemError, JobError } from "../importer/index.js";
import { FeishuHireError } from "../index.js";
import { CommandError } from "./command-error.js";
import { ExitCode } from "./exit-codes.js";
import { explainSystemError } from "./files/unreadable-file.js";
import { formatText, translate } from "./language/translate.js";
import { programMessages } from "./messages/program.js";
import { printLine } from "./output/print.js";

/** Runs the command and ends the process with its exit code. */
export async function runProgram(program: Command): Promise<void> {
  // Node's own exit code for an uncaught error is 1, which has another meaning here.
  process.on("uncaughtException", (error) => process.exit(reportError(error)));
  for (const output of [process.stdout, process.stderr])
    output.on("error", (error: NodeJS.ErrnoException) =>
      exitAfterOutputError(error, output === process.stdout),
    );
  await runCommand(program);
  for (const output of [process.stdout, process.stderr])
    await new Promise<void>((resolve) => output.write("", () => resolve()));
  process.exit(); // a pending read on a pipe would keep the process alive
}

/** Runs the command, and sets the process's exit code. */
export async function runCommand(program: Command): Promise<void> {
  await program.parseAsync().catch((error: unknown) => {
    process.exitCode = reportError(error);
  });
}

/** Expected errors print a line for each problem; anything else is a bug and prints its stack. */
function reportError(error: unknown): ExitCode {
  const expected = describeExpected(error);
  if (expected !== undefined) {
    for (const problem of expected) printLine(`feishu-hire: ${problem}`);
    return ExitCode.Failed;
  }
  const stack = error instanceof Error ? error.stack : String(error);
  printLine(`feishu-hire: ${translate(programMessages.internalError)}`);
  process.stderr.write(`${stack}\n`);
  return ExitCode.InternalError;
}

/** What to print about an error that is not a bug, one item per line. */
function describeExpected(error: unknown): readonly string[] | undefined {
  if (error instanceof CommandError) return [error.message];
  if (error instanceof InputError) return error.phrases.map((phrase) => formatText(phrase));
  if (error instanceof JobError) return [formatText(error.phrase)];
  if (error instanceof FeishuHireError) return [formatText(describeFailure(error))];
  if (isSystemError(error))
    return [translate(programMessages.systemError, { reason: explainSystemError(error) })];
  return undefined;
}

function exitAfterOutputError(error: NodeJS.ErrnoException, isStdout: boolean): void {
  // The terminal is gone. SIGHUP stops the command in order; one that was disowned runs to its end.
  if (error.code === "EIO") return;
  // The reader has gone away. Only an import can be resumed.
  if (error.code === "EPIPE")
    process.exit(process.argv.includes("import") ? ExitCode.Interrupted : ExitCode.Failed);
  if (isStdout)
    printLine(
      `feishu-hire: ${translate(programMessages.cannotWriteStdout, { reason: explainSystemError(error) })}`,
    );
  process.exit(ExitCode.Failed);
}
