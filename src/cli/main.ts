#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Command } from "commander";
import { createImportCommand } from "./commands/import.js";
import { createStatusCommand } from "./commands/status.js";
import { createTemplateCommand } from "./commands/template.js";
import { createValidateCommand } from "./commands/validate.js";
import { ExitCode } from "./exit-codes.js";
import { runProgram } from "./run-program.js";

const { version } = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve("feishu-hire/package.json"), "utf8"),
) as { version: string };

const program = new Command("feishu-hire")
  .description("Import past interviews into Feishu Hire (飞书招聘)")
  .version(version)
  .showHelpAfterError("Run feishu-hire --help for all commands and options.")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? ExitCode.Success : ExitCode.Failed))
  .addHelpText(
    "after",
    `
Examples:
  feishu-hire template csv > interviews.csv       Start from a sample file
  feishu-hire validate interviews.csv             List all problems; send nothing
  feishu-hire import interviews.csv --dry-run     Show the first requests; send nothing
  feishu-hire import interviews.csv               Import; run it again to resume

Credentials are read from FEISHU_APP_ID and FEISHU_APP_SECRET, the host from FEISHU_BASE_URL ("feishu", "lark" or a URL).

Exit codes:
  0  everything was created
  1  finished, but some interviews were rejected or are unknown
  2  stopped at too many rejections
  3  could not start or continue
  4  interrupted; can be resumed
  5  internal error`,
  );

// A subcommand inherits these settings only if it copies them.
for (const command of [
  createImportCommand(),
  createValidateCommand(),
  createStatusCommand(),
  createTemplateCommand(),
])
  program.addCommand(command.copyInheritedSettings(program));

await runProgram(program);
