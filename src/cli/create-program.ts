import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Command, Option } from "commander";
import { LANGUAGES } from "../messages/language.js";
import { createApplicationsCommand } from "./commands/applications.js";
import { createDoctorCommand } from "./commands/doctor.js";
import { createImportCommand } from "./commands/import.js";
import { createMapCommand } from "./commands/map.js";
import { createStatusCommand } from "./commands/status.js";
import { createTemplateCommand } from "./commands/template.js";
import { createUndoCommand } from "./commands/undo.js";
import { createValidateCommand } from "./commands/validate.js";
import { createVerifyCommand } from "./commands/verify.js";
import { ExitCode } from "./exit-codes.js";
import type { ReadFlags } from "./flags.js";
import { configureHelp } from "./language/configure-help.js";
import { translate } from "./language/translate.js";
import { programMessages } from "./messages/program.js";
import { setTimeZone } from "./output/format-time.js";

const COMMANDS = [
  createDoctorCommand,
  createImportCommand,
  createValidateCommand,
  createMapCommand,
  createApplicationsCommand,
  createVerifyCommand,
  createUndoCommand,
  createStatusCommand,
  createTemplateCommand,
];

/** The command line of `feishu-hire`, in the language that is set. */
export function createProgram(): Command {
  const program = configureHelp(new Command("feishu-hire"))
    .description(translate(programMessages.description))
    .version(readVersion(), "-V, --version", translate(programMessages.version))
    .addOption(new Option("--lang <language>", translate(programMessages.lang)).choices(LANGUAGES))
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? ExitCode.Success : ExitCode.Failed))
    .addHelpText("after", translate(programMessages.afterHelp));
  program.hook("preAction", (_, command) => setTimeZone(command.opts<ReadFlags>().timeZone));
  // A subcommand inherits these settings only if it copies them.
  for (const createCommand of COMMANDS) program.addCommand(createCommand().copyInheritedSettings(program));
  return program;
}

function readVersion(): string {
  const path = createRequire(import.meta.url).resolve("feishu-hire/package.json");
  const { version }: { version: string } = JSON.parse(readFileSync(path, "utf8"));
  return version;
}
